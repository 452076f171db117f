import {expect} from '@open-wc/testing';
import {defineElements} from '../../src/elements/define-elements.js';
import {TwikElement} from '../../src/elements/twik-element.js';
import {version} from '../../src/elements/version.js';

/** What the console is warned of while something runs. */
function warningsOf(run: () => void): string[] {
  const warnings: string[] = [];
  const original = console.warn;
  console.warn = (message: unknown) => warnings.push(String(message));
  try {
    run();
  } finally {
    console.warn = original;
  }
  return warnings;
}

describe('defineElements', () => {
  it('registers each class under its tag', () => {
    class First extends TwikElement {}
    expect(warningsOf(() => defineElements({'test-first': First}))).to.deep.equal([]);
    expect(customElements.get('test-first')).to.equal(First);
  });

  it('does nothing when it is called again', () => {
    class Twice extends TwikElement {}
    defineElements({'test-twice': Twice});
    expect(warningsOf(() => defineElements({'test-twice': Twice}))).to.deep.equal([]);
  });

  it('leaves elements of another copy in place, and warns once, naming both versions', () => {
    class Earlier extends TwikElement {
      static override readonly version: string = '0.0.1';
    }
    class Also extends Earlier {}
    class Later extends TwikElement {}
    class LaterToo extends TwikElement {}
    defineElements({'test-copy': Earlier, 'test-copy-too': Also});
    const warnings = warningsOf(() => defineElements({'test-copy': Later, 'test-copy-too': LaterToo}));
    expect(customElements.get('test-copy')).to.equal(Earlier);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.contain(version).and.to.contain('0.0.1');
  });
});
