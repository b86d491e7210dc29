/** Holds what the system opened Deedbox with until there is somebody to take it. */
export interface HandOver {
  /** Hands something on, or keeps it for who comes. */
  put(text: string): void;
  /** Names who takes what comes, and what came before there was anybody. */
  deliverTo(take: (text: string) => void): void;
}

/** `early`: what stood among the arguments of the first start. */
export function createHandOver(early: readonly string[]): HandOver {
  const kept = [...early];
  let take = (text: string): void => void kept.push(text);
  return {
    put: (text) => take(text),
    deliverTo: (taker) => {
      take = taker;
      kept.splice(0).forEach(taker);
    },
  };
}
