import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link } from 'react-router';
import type { UnfinishedDialog } from '#shared/features/contracts/kept-dialogs.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { stageSchema } from '#shared/features/contracts/stage.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { resumeSearch } from '../../../keeping/use-resume.ts';
import { useAskToDiscard } from '../../../ui/use-ask-to-discard.ts';
import { useToast } from '../../../ui/use-toast.ts';

/** What the person left unfinished on a contract, each with the way back to it. */
export function UnfinishedNotice({ contractId }: { readonly contractId: ContractId }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const askToDiscard = useAskToDiscard();
  const discarding = useCommand('contracts.discardDialog');
  const { data: unfinished = [], refetch } = useOperation('contracts.unfinishedDialogs', { contractId });
  const nameOf = ({ dialog, about }: UnfinishedDialog) => {
    const stage = stageSchema.safeParse(about);
    return dialog === 'stage' && stage.success ? translate(`contracts.lifecycle.move.${stage.data}`) : translate(`contracts.unfinished.dialog.${dialog}`);
  };
  const discard = async ({ dialog, about }: UnfinishedDialog) => {
    if (!(await askToDiscard())) return;
    const reply = await discarding.run({ of: { contractId, dialog, about } });
    if (!reply.ok) toast.failure(reply.error);
    refetch();
  };
  if (unfinished.length === 0) return null;
  return (
    <Stack spacing={1} sx={{ mb: 2 }}>
      {unfinished.map((one) => (
        <Alert
          key={`${one.dialog} ${one.about}`}
          severity="info"
          action={
            <>
              <Button color="inherit" size="small" component={Link} replace to={{ search: resumeSearch(one) }}>
                {translate('contracts.unfinished.goOn')}
              </Button>
              <Button color="inherit" size="small" onClick={() => void discard(one)}>
                {translate('contracts.unfinished.discard')}
              </Button>
            </>
          }
        >
          {translate('contracts.unfinished.left', { name: nameOf(one), time: format.dateTime(one.keptAt) })}
        </Alert>
      ))}
    </Stack>
  );
}
