import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { dictionaryFolders, englishWords } from './scripts/english-words.mjs';
import { noteBundled } from './scripts/package/bundled.mjs';

const root = import.meta.dirname;

// Workers are entries of their own, so that `new Worker(new URL(...))` finds a
// file beside main.js in development, in tests and inside the package alike.
const mainEntries = {
  main: resolve(root, 'src-main/main.ts'),
  cli: resolve(root, 'src-main/cli.ts'),
  'workers/backup': resolve(root, 'src-main/workers/backup.ts'),
  'workers/kdf': resolve(root, 'src-main/workers/kdf.ts'),
  'workers/docx': resolve(root, 'src-main/workers/docx.ts'),
  'workers/duplicates': resolve(root, 'src-main/workers/duplicates.ts'),
  'workers/exchange': resolve(root, 'src-main/workers/exchange.ts'),
  'workers/import': resolve(root, 'src-main/workers/import.ts'),
  'workers/pdf': resolve(root, 'src-main/workers/pdf.ts'),
  'workers/reading': resolve(root, 'src-main/workers/reading.ts'),
};

const bundled = [
  ...['age-encryption'],
  ...['zod', 'node-forge', 'asn1js', 'pdf-lib', '@cantoo/fontkit'],
  ...['mammoth', 'pdfjs-dist', 'postal-mime', 'rrule', 'tslib'],
  ...['@zxcvbn-ts/core', '@zxcvbn-ts/language-common', '@zxcvbn-ts/language-en'],
];

/** Puts the two weights that contracts are printed in beside the program. */
const shipFonts: Plugin = {
  name: 'ship-fonts',
  closeBundle() {
    const source = resolve(root, 'node_modules/@expo-google-fonts/noto-sans-sc');
    mkdirSync(resolve(root, 'out/fonts'), { recursive: true });
    cpSync(resolve(source, '400Regular/NotoSansSC_400Regular.ttf'), resolve(root, 'out/fonts/regular.ttf'));
    cpSync(resolve(source, '700Bold/NotoSansSC_700Bold.ttf'), resolve(root, 'out/fonts/bold.ttf'));
    cpSync(resolve(source, 'LICENSE_FONT'), resolve(root, 'out/fonts/LICENSE'));
  },
};

/** Puts the tables that tell a PDF's Chinese codes beside the program. */
const shipCharacterMaps: Plugin = {
  name: 'ship-character-maps',
  closeBundle() {
    cpSync(resolve(root, 'node_modules/pdfjs-dist/cmaps'), resolve(root, 'out/cmaps'), { recursive: true });
  },
};

/** Puts the terms of the dictionaries beside the program, as these ask for. */
const shipDictionaryTerms: Plugin = {
  name: 'ship-dictionary-terms',
  closeBundle() {
    mkdirSync(resolve(root, 'out/dictionaries'), { recursive: true });
    for (const folder of dictionaryFolders(root)) cpSync(resolve(folder, 'license'), resolve(root, `out/dictionaries/LICENSE-${basename(folder)}`));
  },
};

/** Puts the public key that updates are signed for beside the program, where the environment names its file. */
const shipReleaseKey: Plugin = {
  name: 'ship-release-key',
  closeBundle() {
    const target = resolve(root, 'out/release-key.pem');
    const source = process.env['DEEDBOX_RELEASE_KEY'];
    if (source === undefined) rmSync(target, { force: true });
    else cpSync(resolve(root, source), target);
  },
};

/** Prepares the unlock screen that the window shows with its first frame; needs a module graph of its own. */
const prepareFirstScreens: Plugin = {
  name: 'prepare-first-screens',
  closeBundle() {
    execFileSync(process.execPath, [resolve(root, 'scripts/first-screens.mjs')], { stdio: 'inherit' });
  },
};

export default defineConfig({
  main: {
    plugins: [shipFonts, shipCharacterMaps, shipDictionaryTerms, shipReleaseKey, noteBundled('main', root)],
    build: {
      // One file starts faster than hundreds: only what holds native code stays a package.
      externalizeDeps: { exclude: bundled },
      outDir: 'out/main',
      rollupOptions: { input: mainEntries, output: { format: 'es', entryFileNames: '[name].js' } },
    },
  },
  preload: {
    plugins: [noteBundled('preload', root)],
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: resolve(root, 'src-main/shell/preload.ts') },
        // A sandboxed preload can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    publicDir: resolve(root, 'assets/public'),
    plugins: [react(), prepareFirstScreens, noteBundled('renderer', root)],
    // Packing the dictionaries takes seconds, and is meant to.
    worker: { format: 'es', rollupOptions: { checks: { bundlerTimings: false } }, plugins: () => [englishWords(root), noteBundled('spelling', root, dictionaryFolders(root))] },
    build: {
      minify: true,
      // Files come from the disk, and no page loads what it doesn't show: the usual limit is meant for the network.
      chunkSizeWarningLimit: 800,
      outDir: resolve(root, 'out/renderer'),
      rollupOptions: { input: { index: resolve(root, 'src-renderer/index.html') } },
    },
  },
});
