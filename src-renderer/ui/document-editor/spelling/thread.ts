import { createSpeller } from './speller.ts';

/** The one dictionary of the window, in a thread that begins when a text first has words to look up. */
export const speller = createSpeller(() => new Worker(new URL('./spelling-worker.ts', import.meta.url), { type: 'module', name: 'spelling' }));
