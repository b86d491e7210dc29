import Chip from '@mui/material/Chip';
import type { PartyId } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOwnName } from '../../../i18n/own-name.ts';
import { useOperation } from '../../../ipc/use-query.ts';

interface PartyChipProps {
  readonly partyId: PartyId;
  readonly onRemove: () => void;
}

/** Names the counterparty that the list is narrowed to. */
export function PartyChip({ partyId, onRemove }: PartyChipProps) {
  const translate = useTranslate();
  const nameOf = useOwnName();
  const party = useOperation('parties.get', { id: partyId }).data;
  return <Chip label={translate('contracts.filter.party', { name: party === undefined ? '…' : nameOf(party) })} onDelete={onRemove} sx={{ maxWidth: 320 }} />;
}
