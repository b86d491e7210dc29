import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { QuoteList } from './quote-list.tsx';

/** What the approvers said when they sent the contract back, beside the text that is mended; nothing otherwise. */
export function ReturnedNote({ contractId }: { readonly contractId: ContractId }) {
  const translate = useTranslate();
  const rounds = useOperation('approvals.ofContract', { contractId });
  const [latest] = rounds.data ?? [];
  if (latest?.state !== 'returned' && latest?.state !== 'rejected') return null;
  const said = latest.tasks.filter(({ comment, quotes }) => comment !== '' || (!isWithheld(quotes) && quotes.length > 0));
  return (
    <Alert severity="info" sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <AlertTitle>{translate(`approvals.state.${latest.state}`)}</AlertTitle>
      <Stack spacing={1.5}>
        {said.map(({ id, stepName, assigneeName, comment, quotes }) => (
          <Stack key={id} spacing={0.75}>
            <Typography variant="body2">{translate('approvals.stepOf', { step: stepName, name: assigneeName })}</Typography>
            {comment !== '' && (
              <Typography variant="body2" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {comment}
              </Typography>
            )}
            {!isWithheld(quotes) && <QuoteList quotes={quotes} />}
          </Stack>
        ))}
      </Stack>
    </Alert>
  );
}
