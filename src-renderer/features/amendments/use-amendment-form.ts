import { useState } from 'react';
import type { AmendedParty, AmendedTerms, AmendmentDraft, AmendmentKind, ClauseChange, Terms } from '#shared/features/amendments/model.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import { checkAmendment, termsAsOf } from '#shared/features/amendments/rules.ts';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import type { RecordAmount } from '#shared/features/contracts/record.ts';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { isPlain } from '#shared/kernel/plain-text.ts';
import { parseMoney } from '#shared/kernel/money.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { isStringKey, useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useHolds } from '../../ipc/use-vault-status.ts';
import { useErrorText } from '../../ui/error-text.ts';
import type { MoneyTyped } from '../../ui/money-field.tsx';
import { presentDay } from '../../ui/present-day.ts';
import { useToast } from '../../ui/use-toast.ts';
import { entryOf, readEntries, type TermEntry } from './term-entries.ts';

/** A party as it is being chosen; null: nobody yet. */
export interface PartyTyped {
  readonly partyId: PartyId | null;
  readonly role: AmendedParty['role'];
}

export interface AmendmentTyped {
  readonly kind: AmendmentKind;
  readonly effectiveOn: string;
  readonly documentId: ContractId | null;
  readonly entries: readonly TermEntry[];
  /** Null: the parties stay as they are. */
  readonly parties: readonly PartyTyped[] | null;
  readonly money: MoneyTyped;
  readonly clauses: readonly ClauseChange[];
  readonly rationale: string;
}

/** An amendment as it is being entered, what stands in its way, and how it is recorded. */
export function useAmendmentForm(contract: Contract, amended: AmendedTerms, onDone: () => void) {
  const translate = useTranslate();
  const toast = useToast();
  const errorText = useErrorText();
  const holdsClauses = useHolds('clauses');
  const recording = useCommand('amendments.record');
  const [today] = useState(presentDay);
  const [isTouched, setTouched] = useState(false);
  const [typed, setTyped] = useState<AmendmentTyped>(() => ({
    ...{ kind: 'change', effectiveOn: today, documentId: null, entries: [], parties: null, clauses: [], rationale: '' },
    money: { text: '', currency: isWithheld(contract.amount) ? 'CNY' : (contract.amount?.inclusive.currency ?? 'CNY') },
  }));
  const change = (part: Partial<AmendmentTyped>) => {
    setTouched(true);
    setTyped((present) => ({ ...present, ...part }));
  };
  const day: Day = isDay(typed.effectiveOn) ? typed.effectiveOn : today;
  const { terms: before, amount: amountBefore } = termsAsOf(amended, day);
  const { terms: entered, unreadable } = readEntries(typed.entries);
  const chosen = typed.parties?.flatMap(({ partyId, role }) => (partyId === null ? [] : [{ partyId, role }])) ?? null;
  const isPartyMissing = chosen !== null && chosen.length < (typed.parties?.length ?? 0);
  const terms = chosen === null ? entered : { ...entered, parties: chosen };
  const amount = amountOf(typed.money, isWithheld(amountBefore) ? null : amountBefore);
  const draft: AmendmentDraft = {
    ...{ kind: typed.kind, effectiveOn: day, documentId: typed.documentId, terms, rationale: typed.rationale.trim() },
    amount: amount === 'wrong' ? null : amount,
    clauses: typed.clauses.filter(({ before: old, after }) => old.trim() !== '' || after.trim() !== ''),
  };
  const allowed = checkAmendment(draft, {
    stage: contract.summary.stage,
    isArchived: contract.summary.archivedAt !== null,
    record: contract.record,
    before,
    amountBefore: isWithheld(amountBefore) ? null : amountBefore,
  });

  function obstacle(): string | null {
    if (!isDay(typed.effectiveOn)) return translate('amendments.form.dayMissing');
    if (isPartyMissing) return translate('amendments.parties.missing');
    if (unreadable.length > 0 || amount === 'wrong') return translate('amendments.form.unreadable');
    if (![draft.rationale, ...draft.clauses.flatMap((clause) => Object.values(clause))].every(isPlain)) return translate('contracts.record.problem.INVISIBLE_CHARACTERS');
    if (allowed.ok) return null;
    const { code, params } = allowed.error;
    const problem = `contracts.record.problem.${String(params?.['problem'])}`;
    return code === 'RECORD_INVALID' && isStringKey(problem) ? translate(problem) : errorText(allowed.error, 'amendments.record');
  }

  async function submit(): Promise<void> {
    const reply = await recording.run({ contractId: contract.summary.id, revision: contract.revision, draft });
    if (!reply.ok) return;
    toast.success(translate('amendments.recorded'));
    onDone();
  }

  return {
    typed,
    change,
    before,
    read: { unreadable, isAmountWrong: amount === 'wrong' },
    isTouched,
    isAmountWithheld: isWithheld(amountBefore),
    isTextWithheld: !holdsClauses,
    obstacle: obstacle(),
    extendTo: (end: Day) => change({ entries: withEntry(typed.entries, before, end) }),
    submit,
    isRunning: recording.isRunning,
    error: recording.error,
  };
}

/** The new sum: null when none is entered. What the record says beside it stays, but for what no longer adds up. */
function amountOf({ text, currency }: MoneyTyped, before: RecordAmount | null): RecordAmount | null | 'wrong' {
  if (text.trim() === '') return null;
  const parsed = parseMoney(text, currency);
  if (!parsed.ok) return 'wrong';
  return { inclusive: parsed.value, exclusiveMinor: null, taxBasisPoints: before?.taxBasisPoints ?? null, basis: before?.basis ?? 'fixed' };
}

function withEntry(entries: readonly TermEntry[], before: Terms, end: Day): readonly TermEntry[] {
  return [...entries.filter(({ field }) => field !== 'expiresOn'), { ...entryOf('expiresOn', before), text: end }];
}
