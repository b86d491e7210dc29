import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { readBank } from '#shared/features/training/bank.ts';
import type { InBoth } from '#shared/features/training/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { BothFields } from './both-fields.tsx';

/** The question bank in its notation, and at once whether it can be read. */
export function BankFields({ bank, onChange }: { readonly bank: InBoth; readonly onChange: (bank: InBoth) => void }) {
  const translate = useTranslate();
  const read = readBank(bank);
  return (
    <Stack spacing={2}>
      <Box component="pre" sx={{ m: 0, p: 1.5, bgcolor: 'action.hover', borderRadius: 1, fontSize: '0.8125rem', whiteSpace: 'pre-wrap' }}>
        {translate('training.edit.notation')}
      </Box>
      {read.ok ? (
        <Box>
          <StatusChip label={translate('training.edit.bankRead', { count: read.value.length })} tone="success" />
        </Box>
      ) : (
        <ErrorMessage error={read.error} />
      )}
      <BothFields label={translate('training.edit.bank')} value={bank} maxLength={60_000} rows={14} isMonospace onChange={onChange} />
    </Stack>
  );
}
