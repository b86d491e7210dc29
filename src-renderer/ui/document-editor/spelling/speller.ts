import type { Answer, Question } from './answer.ts';

/** The other end of a thread that answers questions on spelling. */
export interface SpellingThread {
  readonly postMessage: (question: Question) => void;
  readonly terminate: () => void;
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface Speller {
  /** Whether a word is known, as far as it was asked for; undefined before. */
  readonly verdict: (word: string) => boolean | undefined;
  /** Resolves when there is a verdict on each of the words. */
  readonly ask: (words: readonly string[]) => Promise<void>;
  readonly near: (word: string) => Promise<readonly string[]>;
  /** A text came to the screen; the answer says that it left. With the last one the thread ends and every word is forgotten. */
  readonly use: () => () => void;
}

/** Asks a thread that begins with the first question. Where none can be had, every word passes: a text stays editable. */
export function createSpeller(begin: () => SpellingThread): Speller {
  const verdicts = new Map<string, boolean>();
  const waiting = new Map<number, (words: readonly string[]) => void>();
  let thread: SpellingThread | null = null;
  let [count, users] = [0, 0];

  function question(make: (id: number) => Question): Promise<readonly string[]> {
    thread ??= listen(begin());
    const id = (count += 1);
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      thread?.postMessage(make(id));
    });
  }

  function listen(begun: SpellingThread): SpellingThread {
    begun.onmessage = ({ data: { id, words } }) => {
      waiting.get(id)?.(words);
      waiting.delete(id);
    };
    begun.onerror = () => settleAll();
    return begun;
  }

  function settleAll(): void {
    for (const resolve of waiting.values()) resolve([]);
    waiting.clear();
  }

  return {
    verdict: (word) => verdicts.get(word),
    ask: async (words) => {
      const wanted = [...new Set(words)].filter((word) => !verdicts.has(word));
      if (wanted.length === 0) return;
      const unknown = new Set(await question((id) => ({ id, words: wanted })));
      for (const word of wanted) verdicts.set(word, !unknown.has(word));
    },
    near: (word) => question((id) => ({ id, near: word })),
    use: () => {
      users += 1;
      return () => {
        users -= 1;
        if (users > 0) return;
        thread?.terminate();
        thread = null;
        settleAll();
        verdicts.clear();
      };
    },
  };
}
