import Chip from '@mui/material/Chip';
import type { ContractFilter } from '#shared/features/contracts/list.ts';
import type { Day } from '#shared/kernel/day.ts';
import { moneyToFigures } from '#shared/kernel/money.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { NarrowProps } from './more-filters.tsx';
import { PartyChip } from './party-chip.tsx';

/** The conditions that no menu shows, each with a way to drop it. */
export function ConditionChips({ filter, narrow }: NarrowProps) {
  const translate = useTranslate();
  const range = useRanges();
  const { partyId, partyName, ownerName, department, amountFrom, amountTo, endFrom, endTo } = filter;
  const chip = (label: string | null, without: Parameters<typeof narrow>[0]) => label !== null && <Chip label={label} onDelete={() => narrow(without)} sx={{ maxWidth: 320 }} />;
  return (
    <>
      {partyId !== undefined && <PartyChip partyId={partyId} onRemove={() => narrow({ partyId: undefined })} />}
      {chip(partyName === undefined ? null : translate('contracts.filter.party', { name: partyName }), { partyName: undefined })}
      {chip(ownerName === undefined ? null : translate('contracts.filter.ownerIs', { name: ownerName }), { ownerName: undefined })}
      {chip(department === undefined ? null : translate('contracts.filter.departmentIs', { name: department }), { department: undefined })}
      {chip(range.ofSum(amountFrom, amountTo), { amountFrom: undefined, amountTo: undefined })}
      {chip(range.ofEnd(endFrom, endTo), { endFrom: undefined, endTo: undefined })}
    </>
  );
}

function useRanges() {
  const translate = useTranslate();
  const format = useFormat();
  const figures = (minor: number) => moneyToFigures({ minor, currency: 'CNY' }).replace(/\.00$/, '');
  return {
    ofSum: (from: ContractFilter['amountFrom'], to: ContractFilter['amountTo']): string | null => {
      if (from !== undefined && to !== undefined) return translate('contracts.filter.amountBetween', { from: figures(from), to: figures(to) });
      if (from !== undefined) return translate('contracts.filter.amountAtLeast', { from: figures(from) });
      return to === undefined ? null : translate('contracts.filter.amountAtMost', { to: figures(to) });
    },
    ofEnd: (from: Day | undefined, to: Day | undefined): string | null => {
      if (from !== undefined && to !== undefined) return translate('contracts.filter.endBetween', { from: format.date(from), to: format.date(to) });
      if (from !== undefined) return translate('contracts.filter.endSince', { from: format.date(from) });
      return to === undefined ? null : translate('contracts.filter.endUntil', { to: format.date(to) });
    },
  };
}
