/** Numbers that are the same in every run with the same seed (Park and Miller's generator). */
export interface Random {
  /** Whole, from 0 up to below the bound. */
  below(bound: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

export function createRandom(seed: number): Random {
  let state = seed;
  const below = (bound: number): number => (state = (state * 48_271) % 2_147_483_647) % bound;
  return {
    below,
    pick: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item,
  };
}
