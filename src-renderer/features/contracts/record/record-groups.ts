import type { ReactNode } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { NoticePeriod } from '#shared/features/contracts/record.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate, type StringKey } from '../../../i18n/i18n.ts';

export interface RecordFact {
  readonly label: string;
  readonly value: ReactNode;
}

export interface RecordGroup {
  readonly title: string;
  readonly facts: readonly RecordFact[];
}

/** What is known of a contract's term, renewal, law and keeping, in groups; what isn't known is left out. */
export function useRecordGroups({ record }: Contract): readonly RecordGroup[] {
  const translate = useTranslate();
  const format = useFormat();
  const { details } = record;
  const say = (name: FieldName, value: string | null): readonly RecordFact[] =>
    value === null || value === '' ? [] : [{ label: translate(`contracts.record.field.${name}`), value }];
  const day = (value: Day | null) => (value === null ? null : format.date(value));
  const months = (value: number | null) => (value === null ? null : translate('contracts.record.months', { count: value }));
  const period = (value: NoticePeriod | null) =>
    value === null ? null : translate('contracts.record.period', { amount: value.amount, unit: translate(`contracts.variable.unit.${value.unit}`) });
  const word = (key: StringKey | null) => (key === null ? null : translate(key));
  const renews = record.renewalType === 'auto' || record.renewalType === 'option';
  const groups: readonly RecordGroup[] = [
    {
      title: translate('contracts.record.section.term'),
      facts: [
        ...say('signedOn', [day(record.signedOn), details.signingPlace].filter((part) => part !== null && part !== '').join(' · ')),
        ...say('effectiveOn', day(record.effectiveOn)),
        ...say('effectiveCondition', word(details.effectiveCondition && `contracts.record.effectiveCondition.${details.effectiveCondition}`)),
        ...say('initialTermMonths', months(details.initialTermMonths)),
        ...say('expiresOn', day(record.expiresOn)),
        ...(details.continuingAfterExpiry ? say('continuingAfterExpiry', translate('contracts.record.yesNo.true')) : []),
      ],
    },
    {
      title: translate('contracts.record.section.renewal'),
      facts: [
        ...say('renewalType', translate(`contracts.record.renewalType.${record.renewalType}`)),
        ...(renews
          ? [
              ...say('renewalTermMonths', months(details.renewalTermMonths)),
              ...say('maxRenewals', details.maxRenewals === null ? null : String(details.maxRenewals)),
              ...say('optOutPeriod', period(details.optOutPeriod)),
              ...say('optOutOn', day(details.optOutOn)),
              ...say('noticeMethod', translate(`contracts.record.noticeMethod.${details.noticeMethod}`)),
            ]
          : []),
        ...say('exitNotice', period(details.exitNotice)),
        ...(details.exitNotice === null ? [] : say('exitAnchor', translate(`contracts.record.exitAnchor.${details.exitAnchor}`))),
      ],
    },
    {
      title: translate('contracts.record.section.law'),
      facts: [
        ...say('governingLaw', details.governingLaw),
        ...say('disputeMode', word(details.disputeMode && `contracts.record.disputeMode.${details.disputeMode}`)),
        ...say('disputeForum', details.disputeForum),
        ...say('seat', details.seat),
      ],
    },
    {
      title: translate('contracts.record.section.keeping'),
      facts: [
        ...say('ownerName', record.ownerName),
        ...say('department', record.department),
        ...say('confidentiality', translate(`contracts.record.confidentiality.${record.confidentiality}`)),
        ...say('warrantyUntil', day(details.warrantyUntil)),
        ...say('physicalCopyLocation', details.physicalCopyLocation),
        ...say('copies', details.copies === null ? null : String(details.copies)),
        ...say('notes', details.notes),
      ],
    },
  ];
  return groups.filter(({ facts }) => facts.length > 0);
}

type FieldName = Extract<StringKey, `contracts.record.field.${string}`> extends `contracts.record.field.${infer Name}` ? Name : never;
