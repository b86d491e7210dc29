import Chip from '@mui/material/Chip';
import type { PartyId } from '#shared/features/parties/model.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';

interface PartyChipProps {
  readonly partyId: PartyId;
  readonly onRemove: () => void;
}

/** Names the counterparty that the list is narrowed to. */
export function PartyChip({ partyId, onRemove }: PartyChipProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const party = useOperation('parties.get', { id: partyId }).data;
  const [first, second] = language === 'zh-CN' ? [party?.nameZh, party?.nameEn] : [party?.nameEn, party?.nameZh];
  return <Chip label={translate('contracts.filter.party', { name: first || second || '…' })} onDelete={onRemove} sx={{ maxWidth: 320 }} />;
}
