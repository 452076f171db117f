import {expect} from '@open-wc/testing';
import {TwikError} from '../../src/core/error.js';
import {loadMessages} from '../../src/elements/load-messages.js';
import {errorMessage, msg, provideMessages, setMessages} from '../../src/elements/messages.js';
import {enConflict} from '../../src/elements/conflict/en.js';
import {enFields} from '../../src/elements/controls/en.js';
import {de} from '../../src/elements/messages/de.js';
import {en, type Message} from '../../src/elements/messages/en.js';
import {enSteps} from '../../src/elements/options/en.js';
import {enBreakdown} from '../../src/elements/price/en.js';
import {enSummary} from '../../src/elements/summary/en.js';

const all = {...en, ...enConflict, ...enFields, ...enSteps, ...enBreakdown, ...enSummary};

const placesIn = (message: Message) =>
  [...JSON.stringify(message).matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .sort()
    .filter((name, index, all) => all.indexOf(name) === index);

describe('messages', () => {
  before(() => loadMessages('de'));

  it('are in the language of the locale, by region, then language, then English', () => {
    expect(msg('actions.undo', {}, 'en')).to.equal('Undo');
    expect(msg('actions.undo', {}, 'de-CH')).to.equal('Rückgängig');
    expect(msg('actions.undo', {}, 'tlh')).to.equal('Undo');
  });

  it('take the plural form and write numbers as the locale does', () => {
    expect(msg('price.lead-time', {count: 1}, 'en')).to.equal('Ships in 1 working day');
    expect(msg('price.lead-time', {count: 1500}, 'de')).to.equal('Versand in 1.500 Werktagen');
  });

  it('leave a place whose value is missing', () => {
    expect(msg('price.tax-included', {}, 'en')).to.equal('incl. {rate} VAT');
  });

  it('fill the same places in every language', () => {
    const codes = Object.keys(all) as (keyof typeof all)[];
    for (const code of codes) expect(placesIn(de[code]), code).to.deep.equal(placesIn(all[code]));
  });

  it('can be changed and added by the page, without losing the rest', () => {
    setMessages('de', {'actions.save': 'In den Warenkorb'});
    expect(msg('actions.save', {}, 'de')).to.equal('In den Warenkorb');
    expect(msg('actions.undo', {}, 'de')).to.equal('Rückgängig');
    setMessages('fr', {'actions.undo': 'Annuler'});
    expect(msg('actions.undo', {}, 'fr-FR')).to.equal('Annuler');
    expect(msg('actions.redo', {}, 'fr-FR')).to.equal('Redo');
    setMessages('de', {'actions.save': de['actions.save']});
  });

  it('of the page win over those that are fetched later', () => {
    setMessages('nl', {'actions.undo': 'Terug'});
    provideMessages('nl', {...all, 'actions.redo': 'Opnieuw'});
    expect(msg('actions.undo', {}, 'nl')).to.equal('Terug');
    expect(msg('actions.redo', {}, 'nl')).to.equal('Opnieuw');
  });

  it('are fetched once, and not where there are none', () => {
    expect(loadMessages('de-AT')).to.equal(null);
    expect(loadMessages('en')).to.equal(null);
    expect(loadMessages('tlh')).to.equal(null);
    expect(loadMessages('constructor')).to.equal(null);
  });

  it('say an error by its code, and else in its own words', () => {
    expect(errorMessage(new TwikError('product-not-found', '404'), 'de')).to.equal(
      'Dieses Produkt wurde nicht gefunden.',
    );
    expect(errorMessage(new TwikError('something-else', 'It is so.'), 'de')).to.equal('It is so.');
  });
});
