// A plain page: no module, no framework, one listener.
document.addEventListener('configuration-saved', function (event) {
  const {preview, ...rest} = event.detail;
  const figure = document.querySelector('.received figure');
  figure.hidden = false;
  figure.querySelector('img').src = preview ?? '';
  figure.querySelector('img').hidden = preview === null;
  figure.querySelector('pre').textContent = JSON.stringify(rest, null, 2);
});
