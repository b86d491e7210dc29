import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { tableOf, verdictOf, type Figure } from './figure.ts';
import { measureInsert, measureUnlock } from './vault-figures.ts';
import { measureExport, measureMemory, measureStart } from './window-figures.ts';

// Every promised ratio, both sides measured in one run. A benchmark tells; it never fails for being slow.

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const measurements: Readonly<Record<string, () => Promise<Figure>>> = {
  start: measureStart,
  memory: measureMemory,
  export: measureExport,
  unlock: () => measureUnlock(1000),
  insert: () => measureInsert(10_000),
};

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (values.only !== undefined && !values.only.split(',').includes(name)) continue;
  process.stderr.write(`  measuring ${name} …\n`);
  figures.push(await measure());
}
process.stdout.write(`${tableOf(figures)}\n`);
if (values.json !== undefined) {
  const machine = { processor: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version };
  const report = { machine, figures: figures.map((each) => ({ ...each, verdict: verdictOf(each) })) };
  writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
}
