/** A text of any length that is cut after so many lines. */
export function atMostLines(lines: number) {
  return { display: '-webkit-box', overflow: 'hidden', WebkitBoxOrient: 'vertical', WebkitLineClamp: lines } as const;
}
