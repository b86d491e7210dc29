import type { Terms } from '#shared/features/amendments/model.ts';
import { withTerms } from '#shared/features/amendments/rules.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { RecordAmount } from '#shared/features/contracts/record.ts';
import { assert } from '#shared/kernel/assert.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { standingParty } from '../../db/merged-parties.ts';
import { dayOn, type Clock } from '../../ports.ts';
import { findContract } from './queries.ts';
import { amendParties, saveAmount, updateRecord } from './record-queries.ts';
import { reckonDates, recordOf, type RecordChanged } from './term-facts.ts';

interface TermsWriterParts {
  readonly clock: Clock;
  readonly recordChanged: RecordChanged;
}

/** Enters the terms that hold by a contract's amendments in its record; an undefined sum stays as it is. */
export function createTermsWriter({ clock, recordChanged }: TermsWriterParts) {
  return (db: Writable, id: ContractId, terms: Terms, amount: RecordAmount | null | undefined): void => {
    const row = findContract(db, id);
    assert(row !== undefined, 'a contract was amended that is not there');
    const record = recordOf(db, row);
    const amended = withTerms(record, { ...terms, parties: presentParties(db, terms.parties) });
    if (canonicalJson(amended.parties) !== canonicalJson(record.parties)) amendParties(db, id, amended.parties);
    updateRecord(db, id, amended, { title: row.title, contractType: row.contract_type, at: clock.now() });
    if (amount !== undefined) saveAmount(db, id, amount);
    reckonDates(recordChanged, db, id, dayOn(clock));
  };
}

/** The parties of terms that may be older than a merge: who stands twice in one role by it stands there once, and who has no record any more nowhere. */
function presentParties(db: Readable, parties: Terms['parties']): Terms['parties'] {
  const present = parties.flatMap(({ partyId, role }) => {
    const standing = standingParty(db, partyId);
    return standing === null ? [] : [{ partyId: standing, role }];
  });
  return present.filter(({ partyId, role }, index) => present.findIndex((other) => other.partyId === partyId && other.role === role) === index);
}
