/** A text of any length that is cut after so many lines; a word too long for one is broken, and not cut in its middle. */
export function atMostLines(lines: number) {
  return { display: '-webkit-box', overflow: 'hidden', overflowWrap: 'anywhere', WebkitBoxOrient: 'vertical', WebkitLineClamp: lines } as const;
}
