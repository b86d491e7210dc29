import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/run.mjs';
import { readBundled } from './bundled.mjs';

/** Shipped beside the bundles: the runtime itself, and the typeface that contracts are printed in. */
const shippedWhole = ['electron', '@expo-google-fonts/noto-sans-sc'];

/** Writes which libraries the package ships, as CycloneDX JSON beside it; gives the file and each as `name@version`. */
export function writeSbom(folder) {
  const bill = shippedBill(lockedBill(), lockedBill('--omit', 'dev'), readBundled(root));
  const file = join(folder, 'deedbox.cdx.json');
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  return { file, shipped: bill.components.map((component) => component['bom-ref']) };
}

/**
 * What of everything that is installed is shipped: what runs as a package of its own, what the bundler took in, and what
 * lies beside. Throws when the bundler took in what the lock file does not know.
 */
export function shippedBill(all, packages, bundled) {
  const whole = all.components.filter(({ name }) => shippedWhole.includes(name)).map((component) => component['bom-ref']);
  const kept = new Set([...packages.components.map((component) => component['bom-ref']), ...bundled, ...whole]);
  const components = all.components.filter((component) => kept.has(component['bom-ref'])).map(asShipped);
  const known = new Set(components.map((component) => component['bom-ref']));
  const unknown = [...kept].filter((ref) => !known.has(ref));
  if (unknown.length > 0) throw new Error(`shipped, but not in the lock file: ${unknown.join(', ')}`);
  const self = all.metadata.component['bom-ref'];
  const dependencies = all.dependencies
    .filter(({ ref }) => ref === self || known.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => known.has(other)) }));
  return { ...all, metadata: { ...all.metadata, lifecycles: [{ phase: 'build' }] }, components, dependencies };
}

function asShipped({ properties = [], ...component }) {
  return { ...component, scope: 'required', properties: properties.filter(({ name }) => name !== 'cdx:npm:package:development') };
}

function lockedBill(...options) {
  // npm reads the lock file: nothing is fetched.
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only', ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  return JSON.parse(text);
}
