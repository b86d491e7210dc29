import type { ImportBatchId } from '#shared/features/imports/plan.ts';
import type { Money } from '#shared/kernel/money.ts';
import type { Readable } from '../../db/connection.ts';
import type { ReadyContract } from '../../imports/checking/import-source.ts';
import { listContractsByTitle, type TitledContract } from './queries.ts';

/** More titles than these are looked up again when they come back, so that memory stays bounded. */
const mostTitles = 20_000;

export interface KnownContractsOptions {
  /** What the batch itself added doesn't count; null for a dry run. */
  readonly batchId: ImportBatchId | null;
  readonly holdsFinance: boolean;
}

/**
 * The number of the contract that a row without one probably is: of the same title, counterparty and day of signature,
 * and of the same amount where both have one; without a day of signature its start and end must be the same, too.
 * Each title is looked up once, for a ledger may call all its contracts the same.
 */
export function createKnownContracts(options: KnownContractsOptions): (db: Readable, contract: ReadyContract) => string | null {
  const byTitle = new Map<string, ReadonlyMap<string, string>>();

  function ofTitle(db: Readable, title: string): ReadonlyMap<string, string> {
    const known = byTitle.get(title);
    if (known !== undefined) return known;
    if (byTitle.size >= mostTitles) byTitle.clear();
    const found = new Map<string, string>();
    for (const one of listContractsByTitle(db, title, options.batchId, options.holdsFinance)) {
      const amount = one.minor === null || one.currency === null ? null : { minor: one.minor, currency: one.currency };
      for (const key of [keyOf(one, amount), keyOf(one, 'any')]) if (!found.has(key)) found.set(key, one.number);
    }
    byTitle.set(title, found);
    return found;
  }

  return (db, { title, record, parties, amount }) => {
    const meant = parties.find(({ role }) => role === 'party_b')?.meant;
    // A new party has no contract yet.
    if (meant !== undefined && !('id' in meant)) return null;
    const facts = { ...record, partyId: meant?.id ?? null };
    const known = ofTitle(db, title);
    if (amount === null) return known.get(keyOf(facts, 'any')) ?? null;
    return known.get(keyOf(facts, amount.inclusive)) ?? known.get(keyOf(facts, null)) ?? null;
  };
}

type Facts = Pick<TitledContract, 'partyId' | 'signedOn' | 'effectiveOn' | 'expiresOn'>;

function keyOf({ partyId, signedOn, effectiveOn, expiresOn }: Facts, amount: Money | null | 'any'): string {
  const worth = amount === null ? 'none' : amount === 'any' ? amount : `${amount.minor} ${amount.currency}`;
  return [partyId, signedOn, ...(signedOn === null ? [effectiveOn, expiresOn] : []), worth].join(' ');
}
