import { z } from 'zod';

/** A card of the first page as a person arranged it. */
export const layoutSchema = z
  .object({
    /** Keys of cards in their order; cards that are not named follow. */
    order: z.array(z.string().max(40)).max(60).readonly(),
    hidden: z.array(z.string().max(40)).max(60).readonly(),
  })
  .readonly();
export type HomeLayout = z.infer<typeof layoutSchema>;

/** The cards of a page in a person's order: those that they placed, then the others as they come; the hidden apart. */
export function arranged<Card extends { readonly key: string }>(cards: readonly Card[], { order, hidden }: HomeLayout): { readonly shown: readonly Card[]; readonly hidden: readonly Card[] } {
  const placeOf = ({ key }: Card) => (order.includes(key) ? order.indexOf(key) : order.length);
  const sorted = cards.map((card, index) => ({ card, index })).toSorted((one, other) => placeOf(one.card) - placeOf(other.card) || one.index - other.index);
  const all = sorted.map(({ card }) => card);
  return { shown: all.filter(({ key }) => !hidden.includes(key)), hidden: all.filter(({ key }) => hidden.includes(key)) };
}
