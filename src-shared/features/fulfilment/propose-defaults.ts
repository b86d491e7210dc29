import { isDay } from '../../kernel/day.ts';
import { moneySchema } from '../../kernel/money.ts';
import { isShown } from '../documents/conditions.ts';
import { durationSchema, valueAt, type VariableValues } from '../documents/variables.ts';
import type { DefaultObligation } from '../templates/defaults.ts';
import type { Obligor } from './model.ts';
import { shareOf } from './money-rules.ts';
import type { ProposedDue, ProposedObligation, ProposedPayment, Proposals } from './propose.ts';
import { frequencyOfRule } from './recurrence.ts';

export interface DefaultFacts {
  readonly values: VariableValues;
  readonly language: 'zh' | 'en';
  /** Who the party in a variable is; null where the contract names none. */
  readonly obligorOf: (partyKey: string) => Obligor | null;
}

/** The obligations and payments that the template gives every contract made from it, with this contract's days and sums. */
export function proposeDefaults(defaults: readonly DefaultObligation[], { values, language, obligorOf }: DefaultFacts): Proposals {
  const obligations: ProposedObligation[] = [];
  const payments: ProposedPayment[] = [];
  /** How much of a sum earlier instalments have taken, in percent, by the sum's variable. */
  const taken = new Map<string, number>();
  for (const one of defaults) {
    const obligor = obligorOf(one.obligorKey);
    if (obligor === null || (one.condition !== null && !isShown(one.condition, values))) continue;
    const title = (language === 'en' ? one.titleEn : one.titleZh).slice(0, 120);
    const due = dueOf(one.due, values);
    const money = one.amountKey === null ? null : moneySchema.safeParse(valueAt(values, one.amountKey));
    if ((one.type === 'payment' || one.type === 'receipt') && money?.success === true) {
      // What names no share is the rest: after an advance of 30 % the balance is 70 %.
      const before = taken.get(one.amountKey ?? '') ?? 0;
      const rest = 100 - before;
      const percent = one.percentKey === null ? rest : Number(valueAt(values, one.percentKey));
      if (one.amountKey !== null && one.percentKey !== null && percent > 0) taken.set(one.amountKey, before + percent);
      const isShare = Number.isFinite(percent) && percent > 0 && percent <= 100;
      const shareBasisPoints = isShare ? Math.round(percent * 100) : null;
      const amount = shareBasisPoints === null ? null : shareOf(money.data, shareBasisPoints, Math.round(before * 100));
      payments.push({ direction: obligor === 'us' ? 'pay' : 'receive', shareBasisPoints, amount, due, clauseNumber: '', quote: title });
    } else obligations.push({ obligor, type: one.type, title, due, clauseNumber: '', quote: '' });
  }
  return { obligations, payments };
}

/** What the template gives, and what of the text it doesn't speak of already. */
export function joinProposals(given: Proposals, found: Proposals): Proposals {
  const isGiven = ({ type, obligor }: ProposedObligation) => given.obligations.some((one) => one.type === type && one.obligor === obligor);
  return {
    obligations: [...given.obligations, ...found.obligations.filter((one) => !isGiven(one))],
    payments: given.payments.length > 0 ? given.payments : found.payments,
  };
}

const eventByName = { signing: 'signed', effective: 'effective', delivery: 'delivery', acceptance: 'acceptance', invoice: 'invoice', expiry: 'expires', termination: null } as const;

function dueOf(due: DefaultObligation['due'], values: VariableValues): ProposedDue {
  switch (due.kind) {
    case 'fixed': {
      const day = valueAt(values, due.dateKey);
      return typeof day === 'string' && isDay(day) ? { kind: 'fixed', on: day } : { kind: 'none' };
    }
    case 'offset': {
      const from = eventByName[due.event];
      if (from === null) return { kind: 'none' };
      const given = due.durationKey === null ? null : durationSchema.safeParse(valueAt(values, due.durationKey));
      const { amount, unit } = given?.success === true ? { amount: given.data.amount * (due.amount < 0 ? -1 : 1), unit: given.data.unit } : due;
      const inUnits = unit === 'year' ? { amount: amount * 12, unit: 'month' as const } : { amount, unit };
      return Math.abs(inUnits.amount) > 3650 ? { kind: 'none' } : { kind: 'offset', from, ...inUnits };
    }
    case 'rrule': {
      const frequency = frequencyOfRule(due.rule);
      return frequency === null ? { kind: 'none' } : { kind: 'recurring', frequency };
    }
  }
}
