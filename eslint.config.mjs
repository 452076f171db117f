import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';
import {layerImports} from './scripts/lint/layer-imports.mjs';
import {layers} from './scripts/lint/layers.mjs';

const plugin = {rules: {'layer-imports': layerImports}};

/** The layer table as rules; also used alone by the test that proves it. */
export const layerRules = layers.map(({name, folder, globals}, index) => ({
  name: `layer ${name}`,
  files: [`${folder}**/*.ts`],
  // A folder inside another's, such as src/core/ in src/, has its own entry.
  ignores: layers.slice(0, index).map((other) => `${other.folder}**`),
  languageOptions: {parser: tseslint.parser},
  plugins: {twik: plugin},
  rules: {
    'twik/layer-imports': 'error',
    'no-restricted-globals': [
      'error',
      ...globals.map((global) => ({
        name: global,
        message: `The layer "${name}" must not touch it; pass in what it needs.`,
      })),
    ],
    ...(globals.includes('crypto')
      ? {'no-restricted-properties': ['error', {object: 'Math', property: 'random', message: 'Pass randomness in.'}]}
      : {}),
  },
}));

export default defineConfig(
  {ignores: ['**/dist/**', '**/node_modules/**', 'docs/api/**', 'demo/products/*/build/**', 'src/client/generated/**']},
  {
    files: ['src/**/*.ts', 'platform/src/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      // Numbers in a sentence are what people read.
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      // The wording of null checks is the compiler's business here: indexes are checked.
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      'max-lines': ['error', {max: 300}],
    },
  },
  {
    files: ['test/**/*.ts', 'platform/test/**/*.ts'],
    extends: [tseslint.configs.base],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'max-lines': ['error', {max: 300}],
    },
  },
  {
    files: ['**/*.mjs', 'demo/**/*.js'],
    rules: {'max-lines': ['error', {max: 300}]},
  },
  {
    files: ['src/elements/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    rules: {
      // lit calls the listeners of a template with the element as `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/viewer/**/*.ts'],
    rules: {
      // three's own types are `any` in many places (parser JSON, uniforms, textures).
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  ...layerRules,
);
