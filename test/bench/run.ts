import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundleLines, readBundle, type Bundle } from './bundle.ts';
import { measureDashboard, measureReports } from './dashboard.ts';
import { measureDuplicates } from './duplicates.ts';
import { measureFaults } from './faults.ts';
import { measureBatch, measureExport } from './export.ts';
import type { Figure } from './figure.ts';
import { growthLines, measureGrowth, type Growth } from './growth.ts';
import { measureList, measureNarrowed } from './book.ts';
import { measureFulfilmentPage } from './fulfilment.ts';
import { measureImport, measureUndo } from './import.ts';
import { measureInsert } from './insert.ts';
import { measureListInWindow } from './list-in-window.ts';
import { measureLint, measureRetype } from './lint.ts';
import { qualityLines } from './lint-quality.ts';
import { measureMemory } from './memory.ts';
import { measureDocxToPdf, measureLedger } from './office.ts';
import { measureCatchUp, measureTick } from './reminders.ts';
import { surroundings, tableOf } from './report.ts';
import { measureResponsiveness } from './responsiveness.ts';
import { measureSearch } from './search.ts';
import { measureInbox, measureVerify } from './signing.ts';
import { measureStart } from './start.ts';
import { measureUnlock } from './unlock.ts';

// Every promised ratio, both sides measured in one run. A benchmark tells; it fails only when it can't measure, or when a
// fault cost what it must not (`faults --runs N`). `growth --sizes 1000,10000` is one vault
// that grows.

const measurements: Readonly<Record<string, () => Promise<Figure>>> = {
  start: () => measureStart(),
  memory: () => measureMemory('locked'),
  'memory-unlocked': () => measureMemory('unlocked'),
  unlock: () => measureUnlock(1000),
  insert: () => measureInsert(10_000),
  'list-1k': () => measureList(1000),
  'list-10k': () => measureList(10_000),
  'dashboard-10k': () => measureDashboard(10_000),
  'reports-10k': () => measureReports(10_000),
  'duplicates-10k': () => measureDuplicates(10_000),
  responsiveness: () => measureResponsiveness(5_000),
  export: () => measureExport('sales'),
  verify: () => measureVerify(),
  'inbox-10k': () => measureInbox(10_000),
  lint: () => measureLint(),
  'lint-keystroke': () => measureRetype(),
};

// Minutes each: measured when they are named, or all of them with --all.
const longMeasurements: typeof measurements = {
  'list-100k': () => measureList(100_000),
  'list-narrowed-100k': () => measureNarrowed(100_000),
  'list-window-1k': () => measureListInWindow(1000),
  'list-window-10k': () => measureListInWindow(10_000),
  'list-window-100k': () => measureListInWindow(100_000),
  'dashboard-100k': () => measureDashboard(100_000),
  'reports-100k': () => measureReports(100_000),
  'board-100k': () => measureFulfilmentPage('board', 100_000),
  'calendar-100k': () => measureFulfilmentPage('calendar', 100_000),
  'duplicates-100k': () => measureDuplicates(100_000),
  'scheduler-tick': () => measureTick(),
  'reminders-catch-up': () => measureCatchUp(),
  'export-100': () => measureBatch(100),
  import: () => measureImport(20_000),
  'import-undo': () => measureUndo(100_000),
  'search-10k': () => measureSearch(10_000),
  'search-100k': () => measureSearch(100_000),
  'search-files': () => measureSearch(100_000, 'files'),
  'docx-pdf': () => measureDocxToPdf(),
  'ledger-100k': () => measureLedger(100_000),
};

const { values, positionals } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' }, all: { type: 'boolean' }, runs: { type: 'string', default: '200' }, sizes: { type: 'string', default: '1000,10000,100000' } }, allowPositionals: true });
const named = [...positionals, ...(values.only?.split(',') ?? [])];
const names = named.length > 0 ? named : [...Object.keys(measurements), ...(values.all === true ? Object.keys(longMeasurements) : []), 'bundle'];
const figures: Figure[] = [];
const failures: { readonly name: string; readonly reason: string }[] = [];
let bundle: Bundle | null = null;
let growth: readonly Growth[] | null = null;
const before = surroundings();
for (const name of names) {
  process.stderr.write(`  measuring ${name} …\n`);
  try {
    const measure = measurements[name] ?? longMeasurements[name];
    if (name === 'bundle') bundle = await readBundle();
    else if (name === 'growth') growth = await measureGrowth(values.sizes.split(',').map(Number));
    else if (name === 'faults') {
      if (!(await measureFaults(Number(values.runs)))) throw new Error('a figure that has to be 0 is not');
    } else if (measure !== undefined) figures.push(await measure());
    else throw new Error(`there is no such figure; there are ${[...Object.keys(measurements), ...Object.keys(longMeasurements), 'bundle', 'growth', 'faults'].join(', ')}`);
  } catch (error) {
    failures.push({ name, reason: String(error) });
    process.stderr.write(`  ${name} could not be measured: ${String(error)}\n`);
  }
}
if (figures.length > 0) process.stdout.write(`\n${tableOf(figures)}\n\n`);
for (const { name, note } of figures) process.stdout.write(`- ${name}: ${note}.\n`);
if (names.includes('lint')) process.stdout.write(`\n${qualityLines()}\n`);
if (growth !== null) process.stdout.write(`\n${growthLines(growth)}\n`);
if (bundle !== null) process.stdout.write(`\n${bundleLines(bundle)}\n`);
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ ...before, figures, growth, bundle, failures }, null, 2)}\n`);
}
process.exitCode = failures.length === 0 ? 0 : 1;
