import type { ElectronProcess } from './electron-process.ts';
import { figure, inTurn, median, type Figure } from './figure.ts';
import { withPair } from './locked-profile.ts';

interface Start {
  /** When the page began to load, and when it was painted and ready for the keyboard; both since the spawn. */
  readonly documentMs: number;
  readonly usableMs: number;
}

/**
 * From making the process to a painted window that has the keyboard: ours with the cursor in the passphrase field, the
 * empty one with its heading. The page tells the moment on its own clock, so asking for it costs neither side anything.
 */
export async function measureStart(repetitions = 11): Promise<Figure> {
  const documents: { readonly ours: number[]; readonly peer: number[] } = { ours: [], peer: [] };
  return withPair(async (pair) => {
    const runs = await inTurn(repetitions, {
      ours: async () => noted(await timed(pair.ours, '!!document.activeElement?.matches("input[type=password]")'), documents.ours),
      peer: async () => noted(await timed(pair.empty, '!!document.querySelector("h1")'), documents.peer),
    });
    return figure({
      name: 'start to usable unlock screen',
      unit: 'ms',
      against: 'empty window, same runtime',
      aim: { of: 'ratio', atMost: 1.3 },
      runs,
      note:
        `spawn to document ${median(documents.ours).toFixed(0)} ms of ours, ${median(documents.peer).toFixed(0)} ms of the peer; ` +
        `document to usable ${rest(runs.ours, documents.ours)} and ${rest(runs.peer, documents.peer)} ms`,
    });
  });
}

async function timed(start: () => Promise<ElectronProcess>, isReady: string): Promise<Start> {
  const started = await start();
  try {
    const { origin, usable } = (await started.page.evaluate(usableMoment(isReady))) as { origin: number; usable: number };
    return { documentMs: origin - started.spawnedAt, usableMs: origin + usable - started.spawnedAt };
  } finally {
    await started.close();
  }
}

/**
 * Watches each frame. A page that was ready when the watch began is dated by its first paint: we may have come late, and
 * that must not be counted against it.
 */
function usableMoment(isReady: string): string {
  return `new Promise((resolve, reject) => {
    const origin = performance.timeOrigin;
    let looks = 0;
    const look = () => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
      const ready = paint !== undefined && document.hasFocus() && ${isReady};
      if (ready) return resolve({ origin, usable: looks === 0 ? paint : performance.now() });
      if (performance.now() > 30000) return reject(new Error('the window was never usable'));
      looks += 1;
      requestAnimationFrame(look);
    };
    look();
  })`;
}

function noted({ documentMs, usableMs }: Start, documents: number[]): number {
  documents.push(documentMs);
  return usableMs;
}

function rest(usable: readonly number[], documents: readonly number[]): string {
  return median(usable.map((each, run) => each - (documents[run] ?? 0))).toFixed(0);
}
