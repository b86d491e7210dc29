import type { AuditBreak } from '#shared/features/audit/model.ts';
import type { Secret } from '../crypto/secret.ts';
import type { Readable } from '../db/connection.ts';
import { sql } from '../db/sql.ts';
import { beginning, hashOfEvent, readAuditHead, type AuditPlace, type AuditRow } from './audit-chain.ts';

export interface AuditCheck {
  readonly events: number;
  /** Hash of the newest event; 64 zeros for an empty chain. */
  readonly head: string;
  /** Sequence number of the first event that does not fit, or null when the chain is whole. */
  readonly firstBroken: number | null;
  /** What was done to the chain and where, in order; the first twenty. */
  readonly breaks: readonly AuditBreak[];
}

/** What vouches for the chain's end besides the events themselves. */
export interface AuditAnchor {
  readonly key: Secret;
  /** The place that the vault's header remembers; null in a vault that was never locked since heads are kept. */
  readonly mark: AuditPlace | null;
}

const sliceRows = 2_000;
const mostBreaks = 20;
/** How far from its place a moved event is looked for. */
const movedWithin = 200;

/** Walks the whole chain and finds what was changed, removed, put elsewhere, added or cut off. */
export function checkAuditChain(db: Readable, anchor: AuditAnchor | null = null): AuditCheck {
  const walk = walkAuditChain(db, anchor);
  for (;;) {
    const step = walk.next();
    if (step.done === true) return step.value;
  }
}

/** The same in slices: yields after each how many events were looked at, so that other work can go on between them. */
export function* walkAuditChain(db: Readable, anchor: AuditAnchor | null): Generator<number, AuditCheck> {
  const breaks: AuditBreak[] = [];
  const report = (kind: AuditBreak['kind'], from: number, to = from): void => {
    const last = breaks.at(-1);
    if (breaks.length < mostBreaks && !(last?.kind === kind && last.from === from)) breaks.push({ kind, from, to });
  };
  let last: AuditPlace = { sequence: 0, hash: beginning };
  let events = 0;
  let markHash = anchor?.mark?.sequence === 0 ? beginning : null;
  // The link to an event that was itself found broken says nothing more.
  let isLastSound = true;
  for (;;) {
    const rows = db.all<AuditRow>(sql`SELECT * FROM audit_events WHERE sequence > ${last.sequence} ORDER BY sequence LIMIT ${sliceRows}`);
    // Only at an end behind which nothing was written since the last slice: what vouches for it is looked at in the same go.
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.sequence > last.sequence + 1) report('missing', last.sequence + 1, row.sequence - 1);
      const isSound = row.hash === hashOfEvent(row);
      if (!isSound) report(breaks.length < mostBreaks && isElsewhere(row) ? 'moved' : 'changed', row.sequence);
      else if (isLastSound && row.sequence === last.sequence + 1 && row.previous_hash !== last.hash) report('rewritten', Math.max(1, last.sequence));
      isLastSound = isSound;
      if (row.sequence === anchor?.mark?.sequence) markHash = row.hash;
      last = row;
    }
    events += rows.length;
    yield events;
  }
  if (anchor !== null) checkEnd(db, anchor, last, markHash, report);
  return { events, head: last.hash, firstBroken: breaks.length === 0 ? null : Math.min(...breaks.map(({ from }) => from)), breaks };
}

type Report = (kind: AuditBreak['kind'], from: number, to?: number) => void;

function checkEnd(db: Readable, { key, mark }: AuditAnchor, last: AuditPlace, markHash: string | null, report: Report): void {
  const head = readAuditHead(db, key);
  if (head === null) {
    if (mark !== null) report('end_forged', last.sequence);
  } else if (!head.isAuthentic) report('end_forged', last.sequence);
  else if (head.sequence > last.sequence) report('cut_off', last.sequence + 1, head.sequence);
  else if (head.sequence < last.sequence) report('added', head.sequence + 1, last.sequence);
  else if (head.hash !== last.hash) report('rewritten', last.sequence);
  if (mark === null) return;
  // An older copy of the whole file carries an older end that is authentic: the header remembers a later one.
  if (mark.sequence > last.sequence) report('cut_off', last.sequence + 1, mark.sequence);
  else if (markHash !== mark.hash) report('rewritten', mark.sequence);
}

/** Whether the event is one that stood at another place nearby. */
function isElsewhere(row: AuditRow): boolean {
  for (let distance = 1; distance <= movedWithin; distance += 1) {
    if (hashOfEvent({ ...row, sequence: row.sequence - distance }) === row.hash) return true;
    if (hashOfEvent({ ...row, sequence: row.sequence + distance }) === row.hash) return true;
  }
  return false;
}
