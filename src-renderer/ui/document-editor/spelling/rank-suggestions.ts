/** How many suggestions a menu holds. */
export const mostSuggestions = 5;

/**
 * The likeliest of what a dictionary offers for a misspelt word, the best first, with the capitals of the word. Letters
 * that changed places, and a doubled letter written once, are the commonest slips; a word that the text has elsewhere is
 * likelier than one that it has not.
 */
export function rankSuggestions(word: string, offered: readonly string[], isInText: (word: string) => boolean): readonly string[] {
  const lower = word.toLowerCase();
  const ranked = offered
    .map((offer, index) => ({ offer, cost: distance(lower, offer.toLowerCase()) + index * 0.01 - (isInText(offer) ? 0.7 : 0) + (offer.charAt(0).toLowerCase() === lower.charAt(0) ? 0 : 0.6) + (isName(offer) && !isName(word) ? 0.8 : 0) }))
    .toSorted((one, other) => one.cost - other.cost)
    .map(({ offer }) => withCapitalsOf(word, offer));
  return [...new Set(ranked)].filter((offer) => offer !== word).slice(0, mostSuggestions);
}

function isName(word: string): boolean {
  return /^[A-Z]/.test(word);
}

function withCapitalsOf(word: string, offer: string): string {
  return isName(word) ? offer.charAt(0).toUpperCase() + offer.slice(1) : offer;
}

/** Edits that lead from one word to another, weighed. */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const [one, other] = [from.charAt(row - 1), to.charAt(column - 1)];
      const isDoubled = other === to.charAt(column - 2);
      const costs = [at(row - 1, column) + (one === from.charAt(row - 2) ? 0.5 : 1), (current[column - 1] ?? 0) + (isDoubled ? 0.5 : 1), at(row - 1, column - 1) + (one === other ? 0 : 1)];
      if (row > 1 && column > 1 && one === to.charAt(column - 2) && other === from.charAt(row - 2)) costs.push(at(row - 2, column - 2) + 0.6);
      current.push(Math.min(...costs));
    }
    rows.push(current);
  }
  return at(from.length, to.length);

  function at(row: number, column: number): number {
    return rows[row]?.[column] ?? 0;
  }
}
