import { createContext, useContext } from 'react';
import type { Ending } from '#shared/features/contracts/ending.ts';

/** Opens the letter that ends the contract which is shown; null where none may be written. */
export const EndingContext = createContext<((ending: Ending) => void) | null>(null);

export function useEndingLetter(): ((ending: Ending) => void) | null {
  return useContext(EndingContext);
}
