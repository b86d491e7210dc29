import { useState } from 'react';
import type { AmendedTerms, AmendmentDraft, Terms } from '#shared/features/amendments/model.ts';
import { readSum, sumFields, type SumField } from '#shared/features/amendments/amended-sum.ts';
import { outcomeOf } from '#shared/features/amendments/outcome.ts';
import { checkAmendment, draftProblems, extendedEnd, runningEnd, termsAsOf, type AmendmentFacts } from '#shared/features/amendments/rules.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { termFactsOfContract } from '#shared/features/contracts/term-facts.ts';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../i18n/format.ts';
import { isStringKey, useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useHolds } from '../../ipc/use-vault-status.ts';
import { useWorkingCalendar } from '../../ipc/use-working-calendar.ts';
import type { KeptForm } from '../../keeping/kept-form.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useToast } from '../../ui/use-toast.ts';
import { monthsOf, type AmendmentTyped } from './amendment-typed.ts';
import { entryOf, readEntries, type EnteredField, type TermEntry } from './term-entries.ts';

/** An amendment as it is being entered, what stands in its way, and how it is recorded. */
export function useAmendmentForm(contract: Contract, amended: AmendedTerms, today: Day, { typed, change: changeTyped, isKept, close }: KeptForm<AmendmentTyped>) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const errorText = useErrorText();
  const holdsClauses = useHolds('clauses');
  const calendar = useWorkingCalendar();
  const recording = useCommand('amendments.record');
  const [isTouched, setTouched] = useState(isKept);
  const change = (part: Partial<AmendmentTyped>) => {
    setTouched(true);
    changeTyped(part);
  };
  const day: Day = isDay(typed.effectiveOn) ? typed.effectiveOn : today;
  const { terms: before, amount: amountBefore } = termsAsOf(amended, day);
  const { terms: entered, unreadable } = readEntries(typed.entries);
  const chosen = typed.parties?.flatMap(({ partyId, role }) => (partyId === null ? [] : [{ partyId, role }])) ?? null;
  const isPartyMissing = chosen !== null && chosen.length < (typed.parties?.length ?? 0);
  const terms = chosen === null ? entered : { ...entered, parties: chosen };
  const sumBefore = isWithheld(amountBefore) ? null : amountBefore;
  const sum = readSum(typed.sum, sumBefore);
  const draft: AmendmentDraft = {
    ...{ kind: typed.kind, effectiveOn: day, documentId: typed.documentId, terms, rationale: typed.rationale.trim() },
    amount: sum.amount,
    clauses: typed.clauses.filter(({ before: old, after }) => old.trim() !== '' || after.trim() !== ''),
  };
  const { summary, record } = contract;
  const endOn = (effectiveOn: Day) => runningEnd(termFactsOfContract(contract), effectiveOn, calendar, today);
  const end = endOn(day);
  const facts: AmendmentFacts = { stage: summary.stage, isArchived: summary.archivedAt !== null, record, before, amountBefore: sumBefore, runningEnd: end };
  const allowed = checkAmendment(draft, facts);
  const found = draftProblems(draft, facts);
  const isNotLonger = !allowed.ok && allowed.error.code === 'NOT_LONGER';
  const { signedOn } = record;

  /** Another day may find another term running, from whose end the months count. */
  function changeDay(effectiveOn: string): void {
    const next: Day = isDay(effectiveOn) ? effectiveOn : today;
    change({ effectiveOn, ...(isReckoned(typed) ? extended(typed, termsAsOf(amended, next).terms, endAfter(endOn(next), typed.months)) : {}) });
  }

  /** What stands against the day of effect. */
  function dayProblem(): string | null {
    if (typed.effectiveOn === '') return translate('amendments.form.dayMissing');
    return signedOn !== null && isDay(typed.effectiveOn) && typed.effectiveOn < signedOn ? translate('amendments.form.beforeSigning', { day: format.date(signedOn) }) : null;
  }

  function termProblem(field: EnteredField): string | null {
    if (unreadable.includes(field)) return translate('amendments.form.unreadable');
    const problem = found.find((each) => each.field === field || each.field === `details.${field}`);
    if (problem !== undefined) return translate(`contracts.record.problem.${problem.code}`);
    return field === 'expiresOn' && isNotLonger && end !== null ? translate('amendments.form.notLonger', { day: format.date(end) }) : null;
  }

  function sumProblem(field: SumField): string | null {
    // What is only reckoned from a typed one is marked there.
    const isTyped = typed.sum[field].trim() !== '';
    const code = sum.problems[field] ?? found.find((each) => isTyped && each.field === sumPaths[field])?.code;
    if (code === undefined) return null;
    return field === 'inclusive' && code === 'REQUIRED' ? translate('contracts.record.problemAt.inclusive.REQUIRED') : translate(`contracts.record.problem.${code}`);
  }

  const isMarked =
    !isDay(typed.effectiveOn) || dayProblem() !== null || typed.entries.some(({ field }) => termProblem(field) !== null) || sumFields.some((field) => sumProblem(field) !== null);

  /** What hinders recording and stands at no field. */
  function obstacle(): string | null {
    if (isPartyMissing) return translate('amendments.parties.missing');
    if (allowed.ok || isMarked) return null;
    const { code, params } = allowed.error;
    const problem = `contracts.record.problem.${String(params?.['problem'])}`;
    if (code === 'RECORD_INVALID' && isStringKey(problem)) return translate(problem);
    return code === 'NOTHING_CHANGED' || code === 'NO_PARTY_LEFT' ? translate(`amendments.form.refusal.${code}`) : errorText(allowed.error, 'amendments.record');
  }

  async function submit(): Promise<void> {
    const reply = await recording.run({ contractId: contract.summary.id, revision: contract.revision, draft });
    if (!reply.ok) return;
    toast.success(translate('amendments.recorded'));
    close();
  }

  return {
    typed,
    change,
    before,
    end,
    problems: { day: dayProblem(), term: termProblem, sum: sumProblem },
    sum: { before: sumBefore, after: sum.amount },
    isTouched,
    isAmountWithheld: isWithheld(amountBefore),
    isTextWithheld: !holdsClauses,
    obstacle: obstacle(),
    mayRecord: allowed.ok && !isMarked && !isPartyMissing && Object.keys(sum.problems).length === 0,
    outcome: allowed.ok && !isMarked ? outcomeOf(contract, amended, draft, calendar, today) : null,
    changeDay,
    changeMonths: (months: string) => change({ months, ...extended(typed, before, endAfter(end, months)) }),
    // Who writes another day over the reckoned one means no number of months any more.
    changeEntries: (entries: readonly TermEntry[]) => change({ entries, ...(isReckoned({ ...typed, entries }) ? {} : { months: '', extendedTo: null }) }),
    submit,
    isRunning: recording.isRunning,
    error: recording.error,
  };
}

const sumPaths = { inclusive: 'amount.inclusive', exclusive: 'amount.exclusiveMinor', taxRate: 'amount.taxBasisPoints' } as const;

/** Whether the new last day is the one that the months reckoned. */
function isReckoned({ entries, extendedTo }: Pick<AmendmentTyped, 'entries' | 'extendedTo'>): boolean {
  return extendedTo !== null && entries.some(({ field, text }) => field === 'expiresOn' && text === extendedTo);
}

function endAfter(end: Day | null, typed: string): Day | null {
  const months = monthsOf(typed);
  return end === null || months === null ? null : extendedEnd(end, months);
}

/** The entries with the last day that the months reckon. Without one, the day that they reckoned before goes again. */
function extended({ entries, extendedTo }: AmendmentTyped, before: Terms, end: Day | null): Pick<AmendmentTyped, 'entries' | 'extendedTo'> {
  const others = entries.filter(({ field, text }) => field !== 'expiresOn' || (end === null && text !== extendedTo));
  return { extendedTo: end, entries: end === null ? others : [...others, { ...entryOf('expiresOn', before), text: end }] };
}
