import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import importX from 'eslint-plugin-import-x';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

// What one room may not fetch from another. Each message names the right door.
const noElectron = { name: 'electron', message: 'Only src-main/shell knows Electron; ask for a port (src-main/ports.ts).' };
const noDriver = { name: 'better-sqlite3', message: 'Only src-main/db knows the driver; write SQL in a queries.ts.' };
const noNode = { group: ['node:*'], message: 'Node belongs to src-main.' };
const noMain = { group: ['**/src-main/**'], message: 'Ask main through an operation (src-shared/ipc).' };
const noShell = {
  group: ['**/shell/**'],
  message: 'Nobody but main.ts and composition.ts imports shell/; the core reaches the world through ports.ts.',
};
const noRawDialog = { name: '@mui/material/Dialog', message: 'Use ui/dialog.tsx, which does not lose what was typed in it.' };
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing is called the same everywhere.',
};
// It takes no full-width digits, and bends what it holds when somebody scrolls over it.
const noNumberField = { selector: "JSXAttribute[name.name='type'][value.value='number']", message: 'Numbers are typed as text: ui/number-field.tsx, ui/whole-number-field.tsx.' };

// A feature is a folder in one of the three roots: a new one is held apart from the others from its first file on.
const features = [...new Set(['src-main', 'src-shared', 'src-renderer'].flatMap(featuresIn))].sort();

function featuresIn(root) {
  return readdirSync(join(import.meta.dirname, root, 'features'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** In one root, each feature's folder may not import another's. `ways` are the relative paths that lead there. */
function separateFeatures(root, ways, { paths, patterns }) {
  return features.map((own) => ({
    files: [`${root}/features/${own}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths,
          patterns: [
            ...patterns,
            {
              group: features.filter((name) => name !== own).flatMap((name) => ways.map((way) => `${way}/${name}/**`)),
              message: 'Features meet in core.ts or in app/; a fact that two need lives in src-shared.',
            },
          ],
        },
      ],
    },
  }));
}

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'coverage/', 'artifacts/', 'node_modules/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/extensions': ['.ts', '.tsx'] },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Services are closures and have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      'import-x/no-cycle': 'error',
      'max-lines': ['error', { max: 400, skipComments: true }],
      'no-restricted-syntax': ['error', noDefaultExport, noNumberField],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // Rules read whatever text they are given: none may take time that grows faster than the text.
    files: ['src-shared/features/checker/**/*.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'off', 'regexp/no-invalid-regexp': 'error', 'regexp/no-dupe-disjunctions': 'error', 'regexp/no-empty-alternative': 'error' },
  },
  {
    // Whether one alternative says what another says already is asked of automata, which the counted gaps of these blow up to
    // minutes: half of what all of lint took. How long the patterns themselves may take is still looked at.
    files: ['termination/t04-no-consequences', 'termination/t07-rescission-limit', 'disputes/d04-court'].map((rule) => `src-shared/features/checker/rules/${rule}.ts`),
    rules: { 'regexp/no-dupe-disjunctions': 'off' },
  },
  {
    files: ['src-shared/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [noElectron, noDriver], patterns: [noNode, noMain, { group: ['**/src-renderer/**'], message: 'src-shared imports nothing outside itself.' }] },
      ],
    },
  },
  {
    files: ['src-main/**/*.ts'],
    ignores: ['src-main/shell/**', 'src-main/db/**', 'src-main/main.ts', 'src-main/composition.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [noElectron, noDriver], patterns: [noShell] }] },
  },
  { files: ['src-main/shell/**/*.ts'], rules: { 'no-restricted-imports': ['error', { paths: [noDriver] }] } },
  { files: ['src-main/db/**/*.ts'], rules: { 'no-restricted-imports': ['error', { paths: [noElectron] }] } },
  {
    files: ['src-main/db/migrations/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['#shared/**', '../../**'], message: 'A released step must not change with today’s model: migrations import only db/.' }] }],
    },
  },
  ...separateFeatures('src-main', ['..'], { paths: [noElectron, noDriver], patterns: [noShell] }),
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    plugins: { react, 'react-hooks': reactHooks },
    settings: { react: { version: '19' } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'react/jsx-no-literals': ['error', { noStrings: false, ignoreProps: true, allowedStrings: ['·', '—', '/', ' '] }],
      'react/jsx-key': 'error',
      'react/no-danger': 'error',
      'no-restricted-imports': ['error', { paths: [noElectron, noDriver, noRawDialog], patterns: [noNode, noMain] }],
      'no-restricted-properties': ['error', { property: 'innerHTML', message: 'Only ui/document-preview.tsx inserts HTML, after sanitising it.' }],
    },
  },
  ...separateFeatures('src-renderer', ['..', '../..'], { paths: [noElectron, noDriver, noRawDialog], patterns: [noNode, noMain] }),
  // The question whether to close one is a dialog of its own.
  { files: ['src-renderer/ui/dialog.tsx', 'src-renderer/ui/confirm-dialog.tsx'], rules: { 'no-restricted-imports': ['error', { paths: [noElectron, noDriver], patterns: [noNode, noMain] }] } },
  { files: ['*.config.ts', 'playwright.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src-renderer/ui/document-preview.tsx'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['src-main/cli.ts', 'src-main/cli/*.ts', 'test/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['scripts/**/*.{mjs,js}', 'eslint.config.js'],
    languageOptions: { globals: { process: 'readonly', setTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', URL: 'readonly', console: 'readonly' } },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error', 'max-lines': ['error', 400] },
  },
);
