// What the build takes out of templates changes neither what they say nor where a source map leads.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseAst} from 'rollup/parseAst';
import {minifyTemplates, shortenMarkup} from '../../scripts/build/minify-templates.mjs';

const minify = async (code) => (await minifyTemplates().transform.call({parse: parseAst}, code, 'src/a.ts')).code;

const markups = [
  ['between tags', '<p>\n    <b>a</b>\n  </p>', '<p> <b>a</b> </p>'],
  ['between attributes', '<p\n    id="a"\n    hidden\n  >', '<p id="a" hidden>'],
  ['before a void tag ends, where one space stays', '<input value=\n  />', '<input value= />'],
  ['around words, where one space stays', '<p>\n  Two  words\n</p>', '<p> Two  words </p>'],
  ['of a closing bracket in words', '<p>a > b</p>', '<p>a > b</p>'],
  ['in preformatted text, not at all', '<pre>\n a\n b</pre>', '<pre>\n a\n b</pre>'],
  ['in a text field with words, not at all', '<textarea>a\n b</textarea>', '<textarea>a\n b</textarea>'],
  ['in a text field without words', '<textarea\n  id="a"\n></textarea>', '<textarea id="a"></textarea>'],
];

for (const [name, before, after] of markups) {
  test(`white space ${name}`, () => assert.equal(shortenMarkup(before), after));
}

test('templates in templates are shortened, expressions are left alone', async () => {
  const code = 'const a = html`<ul>\n  ${items.map((item) => html`<li>\n  ${`a\n  b`}</li>`)}\n</ul>`;';
  const short = 'const a = html`<ul> ${items.map((item) => html`<li> ${`a\n  b`}</li>`)} </ul>`;';
  assert.equal((await minify(code)).replaceAll(/(?<=`|\$\{)\n+/g, ''), short);
});

test('sheets lose comments and white space, and selectors keep what they mean', async () => {
  const code =
    'const a = css`\n  /* why */\n  a :hover,\n  b {\n    margin: calc(1px + 2px) 0;\n    content: "  ";\n  }\n`;';
  assert.match(await minify(code), /css`a :hover,b\{margin:calc\(1px \+ 2px\) 0;content:"  "\}`\n+;/);
});

test('sheets with expressions are left alone', async () => {
  const code = 'const a = css`\n  a {\n    ${b}\n  }`;';
  assert.equal(await minify(code), code);
});

test('each line stays where it was', async () => {
  const code = 'const a = html`<p\n>\n${\nb\n}\n</p>`;\nconst c = css`\na {\n}\n`;\nthrow d;';
  const lineOf = (text, word) => text.slice(0, text.indexOf(word)).split('\n').length;
  const result = await minify(code);
  for (const word of ['const c', 'throw d']) assert.equal(lineOf(result, word), lineOf(code, word));
});
