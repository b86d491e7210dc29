import type { PartyKind } from '../parties/model.ts';
import type { DefaultObligation } from '../templates/defaults.ts';
import type { Direction } from './record.ts';

/** A party of a contract by the variable that it was chosen for. */
export interface ChosenParty {
  readonly key: string;
  readonly kind: PartyKind;
}

/** The party variable of whoever pays by a template's obligations; null where nobody is named. */
export function payerOf(obligations: readonly Pick<DefaultObligation, 'type' | 'amountKey' | 'obligorKey'>[]): string | null {
  return obligations.find(({ type, amountKey }) => type === 'payment' && amountKey !== null)?.obligorKey ?? null;
}

/**
 * Which way the money of a contract made from a template runs, seen from us: whoever is entered as our own entity, else the
 * first party, for whom templates are written. Without a sum there is no direction; where a template names no payer, we pay,
 * as in a contract that is registered. A person can change it in the record.
 */
export function directionOf(parties: readonly ChosenParty[], payerKey: string | null, hasSum: boolean): Direction {
  if (!hasSum) return 'none';
  const us = parties.find(({ kind }) => kind === 'internal') ?? parties[0];
  return payerKey === null || us === undefined || us.key === payerKey ? 'pay' : 'receive';
}
