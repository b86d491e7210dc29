import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { NoticePeriod, RecordAmount } from '#shared/features/contracts/record.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat, type Format } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';

/** What is known of a contract beside its text and its dates; what nobody entered takes no room. */
export function RecordCard({ contract }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const format = useFormat();
  const mayWrite = usePermission('contracts.write');
  const { record, amount, summary } = contract;
  const { details } = record;
  const day = (value: Day | null): string | null => (value === null ? null : format.date(value));
  const period = (value: NoticePeriod | null): string | null =>
    value === null ? null : `${value.amount} ${translate(`contracts.record.unit.${value.unit}`)}`;
  const sum = isWithheld(amount) ? null : amount;
  const lines: readonly (readonly [string, ReactNode])[] = [
    [translate('contracts.record.field.recordKind'), translate(`contracts.kind.${record.recordKind}`)],
    [translate('contracts.record.field.direction'), translate(`contracts.direction.${record.direction}`)],
    [translate('contracts.record.field.signedOn'), day(record.signedOn)],
    [translate('contracts.record.field.expiresOn'), day(record.expiresOn)],
    [translate('contracts.record.field.renewalType'), record.renewalType === 'none' ? null : translate(`contracts.record.renewalType.${record.renewalType}`)],
    [translate('contracts.record.optOut'), period(details.optOutPeriod)],
    [translate('contracts.record.exit'), period(details.exitNotice)],
    [translate('contracts.record.field.exclusive'), exclusiveOf(sum, format)],
    [translate('contracts.record.field.taxPercent'), sum === null || sum.taxBasisPoints === null ? null : format.percent(sum.taxBasisPoints / 10_000)],
    [translate('contracts.record.field.governingLaw'), details.governingLaw],
    [translate('contracts.record.field.disputeForum'), details.disputeForum],
    [translate('contracts.record.field.ownerName'), record.ownerName],
    [translate('contracts.record.field.department'), record.department],
    [translate('contracts.record.field.confidentiality'), translate(`contracts.record.confidentiality.${record.confidentiality}`)],
    [translate('contracts.record.field.tags'), record.tags.join(' · ')],
    [translate('contracts.record.field.physicalCopyLocation'), details.physicalCopyLocation],
    [translate('contracts.record.field.notes'), details.notes],
  ];
  return (
    <SectionCard
      title={translate('contracts.record.title')}
      actions={
        mayWrite && (
          <Button size="small" component={RouterLink} to={`/contracts/${summary.id}/record`}>
            {translate('contracts.record.edit')}
          </Button>
        )
      }
    >
      <DefinitionList items={lines.filter(([, value]) => value !== null && value !== '').map(([label, value]) => ({ label, value }))} />
    </SectionCard>
  );
}

function exclusiveOf(sum: RecordAmount | null, format: Format): string | null {
  if (sum === null || sum.exclusiveMinor === null) return null;
  return format.money({ minor: sum.exclusiveMinor, currency: sum.inclusive.currency });
}
