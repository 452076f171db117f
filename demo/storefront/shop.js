// What a shop adds by itself: it listens, and does with the configuration what it likes. Here it says so.
const basket = document.querySelector('.basket');

document.addEventListener('configuration-saved', ({detail}) => {
  const {price, configuration, id} = detail;
  const amount = new Intl.NumberFormat(document.documentElement.lang, {
    style: 'currency',
    currency: price.currency,
  }).format(price.total.gross.amount / 100);
  basket.textContent = `Saved as ${id}: ${configuration.product} for ${amount}.`;
  basket.hidden = false;
  clearTimeout(basket.timer);
  basket.timer = setTimeout(() => (basket.hidden = true), 6000);
});
