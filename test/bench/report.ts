import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import type { Aim, Figure } from './figure.ts';

/** The figures as a table in Markdown: both sides of each ratio. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, ours, peer, against, ratio, aim, met, runs }) => [
    name,
    `${round(ours)} ${unit}`,
    `${round(peer)} ${unit} (${against})`,
    `${ratio.toFixed(2)}x`,
    wordsOf(aim, unit),
    met ? 'met' : 'NOT MET',
    String(runs.ours.length),
  ]);
  const head = ['Figure', 'Deedbox', 'Peer', 'Ratio', 'Aim', 'Verdict', 'Runs'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What surrounds the figures in the JSON report: without it they can't be compared with another day's. */
export function surroundings() {
  return {
    machine: {
      processor: cpus()[0]?.model ?? '',
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      system: `${platform()} ${release()}`,
      loadAverage: loadavg().map((load) => Number(load.toFixed(2))),
    },
    electron: electronVersion(),
    node: process.version,
    measuredAt: new Date().toISOString(),
  };
}

/** Electron writes its version beside its executable. */
function electronVersion(): string | null {
  const executable = process.env['ELECTRON_EXEC_PATH'];
  if (executable === undefined) return null;
  try {
    return readFileSync(join(dirname(executable), 'version'), 'utf8').trim();
  } catch {
    return null;
  }
}

function wordsOf(aim: Aim, unit: string): string {
  const bound = 'atMost' in aim ? `≤ ${aim.atMost}` : `≥ ${aim.atLeast}`;
  return aim.of === 'ratio' ? `${bound}x` : `${bound} ${unit}`;
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
