import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Contract } from '#shared/features/contracts/model.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { workingCalendar } from '../../calendar/working-calendar.ts';
import { writeStreamAtomically } from '../../files/stream-file.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type FilePicker } from '../../ports.ts';
import { findContracts } from './queries.ts';
import { summariesOf } from './read-contract.ts';
import { findAmount, listChangedSince } from './record-queries.ts';
import { recordOf } from './term-facts.ts';

export interface ChangeExport {
  /** Epoch ms; contracts changed from then on are written. */
  readonly start: number;
  readonly fileName: string;
}

const pageSize = 200;

/**
 * Writes the contracts that changed since a moment as JSON lines (docs/crm.md), to a file that the person picks; null when
 * they cancelled. Sums are left out for who may not see them. The audit chain notes how many rows left the vault.
 */
export async function exportChanges(call: Call, { start, fileName }: ChangeExport, parts: { readonly clock: Clock; readonly picker: FilePicker }): Promise<Result<{ fileName: string; rows: number } | null, 'TARGET_MISSING'>> {
  const target = await parts.picker.chooseTarget(`${fileName}.jsonl`, { name: 'JSON Lines', extensions: ['jsonl'] });
  if (target === null) return succeed(null);
  const refused = refusedTarget(target);
  if (refused !== null) return refused;
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    for (let after: { at: number; id: string } | null = null; ; ) {
      const page = listChangedSince(call.db, start, after, pageSize);
      for (const line of linesOf(call, page.map(({ id }) => id), parts.clock)) {
        rows += 1;
        yield `${line}\n`;
      }
      after = page.at(-1) ?? null;
      if (page.length < pageSize || after === null) return;
      // The window's own questions go between the pages.
      await setImmediate();
    }
  }
  await writeStreamAtomically(target, lines(), undefined);
  const noted = call.write<null, never>((_db, note) => {
    note('contracts', 'changes', { rows, format: 'jsonl' });
    return succeed(null);
  });
  return noted.ok ? succeed({ fileName: basename(target), rows }) : noted;
}

function linesOf({ session, db }: Call, ids: readonly Contract['summary']['id'][], clock: Clock): readonly string[] {
  const rows = findContracts(db, ids);
  const summaries = summariesOf(session, db, rows, dayOn(clock), workingCalendar(db));
  return rows.flatMap((row, index) => {
    const summary = summaries[index];
    if (summary === undefined) return [];
    const record = recordOf(db, row);
    const amount = session.holds('finance') ? findAmount(db, row.id) : null;
    return JSON.stringify({
      format: 'deedbox-contract-change',
      formatVersion: 1,
      changedAt: new Date(summary.updatedAt).toISOString(),
      number: summary.number,
      link: `deedbox://contract/${encodeURIComponent(summary.number)}`,
      title: summary.title,
      type: summary.contractType,
      kind: summary.recordKind,
      stage: summary.stage,
      status: summary.status,
      direction: summary.direction,
      parties: record.parties.map(({ role }, place) => ({ role, name: summary.partyNames[place] ?? '' })),
      signedOn: summary.signedOn,
      effectiveOn: summary.effectiveDate,
      endsOn: summary.endsOn,
      noticeDeadlineOn: summary.noticeDeadlineOn,
      renewal: summary.renewalType,
      owner: summary.ownerName,
      department: summary.department,
      tags: summary.tags,
      archived: summary.archivedAt !== null,
      ...(isWithheld(summary.amount) ? {} : { amount: amount === null ? null : { inclusive: moneyToDecimal(amount.inclusive), currency: amount.inclusive.currency, taxBasisPoints: amount.taxBasisPoints } }),
    });
  });
}
