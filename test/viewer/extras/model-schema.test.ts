import {expect} from '@open-wc/testing';
import {modelSchema, SchemaTag} from '../../../src/viewer/extras/model-schema.js';

const tags = () => [...document.head.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]')];

describe('modelSchema', () => {
  it('describes a model with absolute addresses', () => {
    expect(
      modelSchema({
        src: '/models/chair.glb?v=2',
        name: 'Chair',
        description: 'A chair.',
        poster: 'https://example.com/chair.webp',
        usdz: '/models/chair.usdz',
      }),
    ).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': '3DModel',
      'name': 'Chair',
      'description': 'A chair.',
      'image': 'https://example.com/chair.webp',
      'encoding': [
        {
          '@type': 'MediaObject',
          'contentUrl': `${location.origin}/models/chair.glb?v=2`,
          'encodingFormat': 'model/gltf-binary',
        },
        {
          '@type': 'MediaObject',
          'contentUrl': `${location.origin}/models/chair.usdz`,
          'encodingFormat': 'model/vnd.usdz+zip',
        },
      ],
    });
  });

  it('leaves out what is empty, no address, or in this page alone', () => {
    expect(
      modelSchema({src: 'https://example.com/a.gltf', name: '', poster: 'blob:https://a.example/1'}),
    ).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': '3DModel',
      'encoding': [
        {'@type': 'MediaObject', 'contentUrl': 'https://example.com/a.gltf', 'encodingFormat': 'model/gltf+json'},
      ],
    });
    expect(modelSchema({src: 'https://'}).encoding).to.deep.equal([]);
  });
});

describe('SchemaTag', () => {
  it('keeps one description in the head, and takes it away', () => {
    const tag = new SchemaTag();
    tag.show({name: 'One'});
    tag.show({name: 'Two'});
    expect(tags().map(({text}) => JSON.parse(text) as unknown)).to.deep.equal([{name: 'Two'}]);
    const [script] = tags();
    tag.show({name: 'Two'});
    expect(tags()[0]).to.equal(script);
    tag.dispose();
    expect(tags()).to.deep.equal([]);
    tag.dispose();
  });

  it('keeps those of two viewers apart', () => {
    const [one, two] = [new SchemaTag(), new SchemaTag()];
    one.show({name: 'One'});
    two.show({name: 'Two'});
    one.dispose();
    expect(tags().map(({text}) => text)).to.deep.equal(['{"name":"Two"}']);
    two.dispose();
  });

  it('cannot be ended by what it says', () => {
    const tag = new SchemaTag();
    tag.show({name: '</script><b>'});
    expect(tags()[0]?.text).to.not.include('<');
    expect(JSON.parse(tags()[0]?.text ?? '')).to.deep.equal({name: '</script><b>'});
    tag.dispose();
  });

  for (const [policy, isShown] of [
    ["require-trusted-types-for 'script'", true],
    ["require-trusted-types-for 'script'; trusted-types twik-schema", true],
    ["require-trusted-types-for 'script'; trusted-types lit-html", false],
  ] as const) {
    it(`${isShown ? 'works' : 'says that it cannot work'} under "${policy}"`, async function () {
      if (!('trustedTypes' in globalThis)) this.skip();
      const told = await inFrame(policy);
      expect(told.texts).to.deep.equal(isShown ? ['{"name":"Chair"}'] : []);
      expect(told.violations.length).to.equal(isShown ? 0 : 1);
      expect(told.code).to.equal(isShown ? '' : 'schema-blocked');
      // The policy was in force: without Trusted Types the same is refused.
      expect(told.isEnforced).to.equal(true);
    });
  }
});

interface Told {
  readonly texts: readonly string[];
  readonly violations: readonly string[];
  readonly code: string;
  readonly isEnforced: boolean;
}

/** Shows a description in a page under a content security policy. */
async function inFrame(policy: string): Promise<Told> {
  const frame = document.createElement('iframe');
  const told = new Promise<Told>((done) => {
    addEventListener('message', (event: MessageEvent<Told>) => done(event.data), {once: true});
  });
  const module = new URL('../../../src/viewer/extras/model-schema.js', import.meta.url).href.replace(/\.js$/, '.ts');
  frame.srcdoc = `<!doctype html><head><meta http-equiv="Content-Security-Policy" content="${policy}"></head>
    <script type="module">
      const violations = [];
      addEventListener('securitypolicyviolation', ({sample}) => violations.push(sample));
      const {SchemaTag} = await import(${JSON.stringify(module)});
      let code = '';
      try {
        new SchemaTag().show({name: 'Chair'});
      } catch (error) {
        code = error.code;
      }
      // Violations are told in tasks of their own.
      await new Promise((done) => setTimeout(done, 100));
      const texts = [...document.head.querySelectorAll('script[type="application/ld+json"]')].map(({text}) => text);
      const said = {texts, violations: [...violations], code};
      let isEnforced = false;
      try {
        document.createElement('script').text = '{}';
      } catch {
        isEnforced = true;
      }
      parent.postMessage({...said, isEnforced}, '*');
    </script>`;
  document.body.append(frame);
  const result = await told;
  frame.remove();
  return result;
}
