import type { ContractId } from '#shared/features/contracts/model.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Day } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { dayOn, type Clock } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { saidIn, type Content, type Said } from './content.ts';
import { listVersions, replaceChosenParties, saveTotal, type ContractRow } from './queries.ts';
import { readText } from './read-contract.ts';
import { reckonDates, type RecordChanged } from './term-facts.ts';

export interface SaidAnewParts {
  readonly clock: Clock;
  readonly recordChanged: RecordChanged;
}

/** What the present text of a contract says; undefined for a contract without text, and without the key to it. */
export function saidAtPresent(session: Session, db: Readable, id: ContractId): Said | undefined {
  const version = listVersions(db, id)[0];
  const text = version === undefined ? null : readText(session, db, version);
  return text === null || isWithheld(text) || text.body === null ? undefined : saidIn(text.body, text.values);
}

/** The day of effect by a new text: a text that says what the one before it said leaves the record's own. */
export function effectiveAnew(row: Pick<ContractRow, 'effective_on'>, before: Said | undefined, { effectiveOn }: Said): Day | null {
  return before?.effectiveOn === effectiveOn ? row.effective_on : effectiveOn;
}

/**
 * Enters in a contract's record what its new text says: the parties that it names, and the sum where the text before said
 * another. What was recorded beside a text that says nothing of it stays. The record's days are reckoned anew.
 */
export function enterSaid({ clock, recordChanged }: SaidAnewParts, db: Writable, id: ContractId, before: Said | undefined, content: Content): void {
  if (content.chosen.length > 0) replaceChosenParties(db, id, content.chosen);
  if (canonicalJson(before?.total ?? null) !== canonicalJson(content.total)) saveTotal(db, id, content.total);
  reckonDates(recordChanged, db, id, dayOn(clock));
}
