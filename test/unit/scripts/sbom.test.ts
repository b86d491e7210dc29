import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { librariesOf, noteBundled, readBundled } from '../../../scripts/package/bundled.mjs';
import { shippedBill } from '../../../scripts/package/sbom.mjs';

const root = join(import.meta.dirname, '../../..');
const library = (ref: string) => ({ 'bom-ref': ref, name: ref.slice(0, ref.lastIndexOf('@')), scope: 'optional', properties: [{ name: 'cdx:npm:package:development', value: 'true' }] });
const all = {
  metadata: { component: { 'bom-ref': 'deedbox@1' } },
  components: ['driver@1', 'react@2', 'vitest@3', 'electron@4', '@expo-google-fonts/noto-sans-sc@5'].map(library),
  dependencies: [{ ref: 'deedbox@1', dependsOn: ['driver@1', 'react@2', 'vitest@3'] }, { ref: 'react@2', dependsOn: ['vitest@3'] }, { ref: 'vitest@3', dependsOn: [] }],
};

test('the bill names what runs by itself, what the bundler took in and what lies beside, and no tool', () => {
  const bill = shippedBill(all, { components: [library('driver@1')] }, ['react@2']);
  expect(bill.components.map((component) => component['bom-ref'])).toEqual(['driver@1', 'react@2', 'electron@4', '@expo-google-fonts/noto-sans-sc@5']);
  expect(JSON.stringify(bill)).not.toContain('development');
  expect(bill.dependencies).toEqual([{ ref: 'deedbox@1', dependsOn: ['driver@1', 'react@2'] }, { ref: 'react@2', dependsOn: [] }]);
});

test('what the bundler took in and the lock file does not know is an error, not a gap', () => {
  expect(() => shippedBill(all, { components: [] }, ['stranger@1'])).toThrow(/stranger@1/);
});

test('a bundled file is told by the library that it lies in, also one that lies in another or goes by another name', () => {
  expect(librariesOf([join(root, 'node_modules/react/index.js'), `\0${join(root, 'node_modules/react/cjs/react.production.js')}?commonjs-module`, join(root, 'src-renderer/main.tsx')])).toEqual([expect.stringMatching(/^react@\d/)]);
  expect(librariesOf([join(root, 'node_modules/pdf-lib/es/index.js')])).toEqual([expect.stringMatching(/^@cantoo\/pdf-lib@\d/)]);
});

test('what a build noted lies under the repository that was built, and a bill is not written without it', () => {
  const repository = mkdtempSync(join(tmpdir(), 'deedbox-bundled-'));
  try {
    expect(() => readBundled(repository)).toThrow(/npm run build/);
    const { generateBundle } = noteBundled('main', repository) as unknown as { generateBundle: (options: object, bundle: object) => void };
    generateBundle({}, { 'main.js': { type: 'chunk', moduleIds: [join(root, 'node_modules/react/index.js')] }, 'a.css': { type: 'asset' } });
    expect(readBundled(repository)).toEqual([expect.stringMatching(/^react@/)]);
  } finally {
    rmSync(repository, { recursive: true });
  }
});
