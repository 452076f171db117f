import {expect} from '@open-wc/testing';
import {find, listen, openConfigurator, settled, textOf} from '../support/configurator.js';
import {shelf} from '../support/products.js';

/** Lets `run` work with a clipboard that does what it is told. */
async function withClipboard(writeText: (text: string) => Promise<void>, run: () => Promise<void>): Promise<void> {
  const original = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
  Object.defineProperty(Navigator.prototype, 'clipboard', {configurable: true, get: () => ({writeText})});
  try {
    await run();
  } finally {
    if (original) Object.defineProperty(Navigator.prototype, 'clipboard', original);
  }
}

const widen = {kind: 'set', parameter: 'width', value: 1000} as const;

describe('<twik-actions>', () => {
  it('is accessible', async () => {
    const configurator = await openConfigurator(shelf);
    configurator.request(widen);
    await settled(configurator);
    for (const actions of configurator.renderRoot.querySelectorAll('twik-actions')) {
      await expect(actions).to.be.accessible();
    }
  });

  it('undoes, does again and starts over', async () => {
    const configurator = await openConfigurator(shelf);
    const width = () => configurator.configuration?.parameter('width').value;
    const press = async (part: string) => {
      find(configurator, `[part~=${part}]`).click();
      await settled(configurator);
    };
    configurator.request(widen);
    await settled(configurator);
    await press('undo');
    expect(width()).to.equal(800);
    await press('redo');
    expect(width()).to.equal(1000);
    await press('reset');
    expect(width()).to.equal(800);
  });

  it('keeps buttons focusable that have nothing to do, and says so', async () => {
    const configurator = await openConfigurator(shelf);
    const disabled = (part: string) => find(configurator, `[part~=${part}]`).getAttribute('aria-disabled');
    expect(['undo', 'redo', 'reset'].map(disabled)).to.deep.equal(['true', 'true', 'true']);
    find(configurator, '[part~=undo]').click();
    expect(configurator.configuration?.revision).to.equal(0);
    configurator.request(widen);
    await settled(configurator);
    expect(['undo', 'redo', 'reset'].map(disabled)).to.deep.equal([null, 'true', null]);
  });

  it('says to screen readers what was done', async () => {
    const configurator = await openConfigurator(shelf);
    configurator.request(widen);
    await settled(configurator);
    find(configurator, '[part~=undo]').click();
    await settled(configurator);
    expect(configurator.renderRoot.querySelector('p[role=status]')?.textContent).to.contain('Undone.');
  });

  it('copies the link and says so on its button', async () => {
    const configurator = await openConfigurator(shelf);
    const copied: string[] = [];
    await withClipboard(
      async (text) => void copied.push(text),
      async () => {
        find(configurator, '[part~=share]').click();
        await settled(configurator);
      },
    );
    expect(copied).to.have.lengthOf(1);
    expect(new URL(copied[0] ?? '').hash).to.match(/^#twik=1\./);
    expect(find(configurator, '[part~=share]').getAttribute('aria-label')).to.equal('Link copied.');
  });

  it('shows the link where the browser does not allow copying, and tells the page', async () => {
    const configurator = await openConfigurator(shelf);
    const errors = listen(configurator, 'configuration-error');
    await withClipboard(
      () => Promise.reject(new DOMException('no', 'NotAllowedError')),
      async () => {
        find(configurator, '[part~=share]').click();
        await settled(configurator);
      },
    );
    const link = find(configurator, 'input[part=link]');
    expect(link instanceof HTMLInputElement && link.value).to.contain('#twik=1.');
    expect(errors.map(({code}) => code)).to.deep.equal(['share-failed']);
    await expect(link.closest('.link')).to.be.accessible();
  });

  it('saves with the source user', async () => {
    const configurator = await openConfigurator(shelf);
    const saved = listen(configurator, 'configuration-saved');
    find(configurator, '[part~=save]').click();
    await settled(configurator);
    expect(saved.map(({source}) => source)).to.deep.equal(['user']);
    expect(textOf(find(configurator, '[part~=save]'))).to.equal('Saved.');
  });
});
