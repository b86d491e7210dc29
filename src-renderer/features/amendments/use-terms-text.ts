import { useMemo } from 'react';
import type { AmendedTerms, Terms, TermsField } from '#shared/features/amendments/model.ts';
import type { NoticePeriod } from '#shared/features/contracts/record.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { useTranslate, type Translate } from '../../i18n/i18n.ts';
import { useOwnName } from '../../i18n/own-name.ts';

export interface TermsText {
  readonly labelOf: (field: TermsField) => string;
  /** What a term says; null where it says nothing. */
  readonly saidOf: (field: TermsField, terms: Partial<Terms>) => string | null;
  /** The same for a table, with a dash for nothing. */
  readonly valueOf: (field: TermsField, terms: Partial<Terms>) => string;
}

/** The terms of a contract in words, as its record shows them; the parties by their names, a line each. */
export function useTermsText(partyNames: AmendedTerms['partyNames'] = nobody): TermsText {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = useOwnName();
  return useMemo(
    () => {
      const saidOf: TermsText['saidOf'] = (field, terms) => (field === 'parties' ? partyLines(terms.parties ?? [], partyNames, translate, nameOf) : wordsOf(field, terms, translate, format));
      return {
        labelOf: (field) => translate(field === 'parties' ? 'amendments.parties.title' : `contracts.record.field.${field}`),
        saidOf,
        valueOf: (field, terms) => saidOf(field, terms) ?? '—',
      };
    },
    [translate, format, nameOf, partyNames],
  );
}

const nobody: AmendedTerms['partyNames'] = [];

function partyLines(parties: Terms['parties'], names: AmendedTerms['partyNames'], translate: Translate, nameOf: ReturnType<typeof useOwnName>): string | null {
  if (parties.length === 0) return null;
  const nameOfId = (wanted: PartyId) => names.filter(({ id }) => id === wanted).map(nameOf)[0] ?? '';
  return parties.map(({ partyId, role }) => translate('amendments.parties.line', { role: translate(`contracts.record.role.${role}`), name: nameOfId(partyId) })).join('\n');
}

function wordsOf(field: Exclude<TermsField, 'parties'>, terms: Partial<Terms>, translate: Translate, format: Format): string | null {
  const day = (value: Day | null | undefined) => (isNothing(value) ? null : format.date(value));
  const months = (value: number | null | undefined) => (isNothing(value) ? null : translate('contracts.record.months', { count: value }));
  const period = (value: NoticePeriod | null | undefined) =>
    isNothing(value) ? null : translate('contracts.record.period', { amount: value.amount, unit: translate(`contracts.variable.unit.${value.unit}`) });
  switch (field) {
    case 'effectiveOn':
    case 'expiresOn':
    case 'optOutOn':
    case 'warrantyUntil':
      return day(terms[field]);
    case 'initialTermMonths':
    case 'renewalTermMonths':
      return months(terms[field]);
    case 'maxRenewals':
      return isNothing(terms.maxRenewals) ? null : format.number(terms.maxRenewals);
    case 'optOutPeriod':
    case 'exitNotice':
      return period(terms[field]);
    case 'renewalType':
      return terms.renewalType === undefined ? null : translate(`contracts.record.renewalType.${terms.renewalType}`);
    case 'noticeMethod':
      return terms.noticeMethod === undefined ? null : translate(`contracts.record.noticeMethod.${terms.noticeMethod}`);
    case 'exitAnchor':
      return terms.exitAnchor === undefined ? null : translate(`contracts.record.exitAnchor.${terms.exitAnchor}`);
    case 'disputeMode':
      return isNothing(terms.disputeMode) ? null : translate(`contracts.record.disputeMode.${terms.disputeMode}`);
    case 'governingLaw':
    case 'disputeForum':
    case 'seat':
      return terms[field] === '' ? null : (terms[field] ?? null);
  }
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
