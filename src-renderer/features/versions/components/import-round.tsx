import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { isEditable } from '#shared/features/contracts/lifecycle.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useCancellable } from '../use-cancellable.ts';
import { LeftOut } from './left-out.tsx';
import { RoundFields, type Round } from './round-fields.tsx';

interface ImportRoundProps {
  readonly contract: Contract;
  /** What comes of another text, said before it is taken in. */
  readonly notice: ReactNode;
  readonly onImported: () => void;
}

type Pick = NonNullable<OutputOf<'versions.pickFile'>>;
type Imported = OutputOf<'versions.importRound'>;

/** Takes the other side's file in as the newest version. */
export function ImportRound({ contract, notice, onImported }: ImportRoundProps) {
  const translate = useTranslate();
  const toast = useToast();
  const mayWrite = usePermission('contracts.write');
  const picking = useCommand('versions.pickFile');
  const [pick, setPick] = useState<Pick | null>(null);
  if (!mayWrite || !isEditable(contract.summary.stage)) return null;
  async function choose(): Promise<void> {
    const reply = await picking.run(undefined);
    if (reply.ok) setPick(reply.value);
    else toast.failure(reply.error);
  }
  return (
    <>
      <Button variant="contained" disabled={picking.isRunning} onClick={() => void choose()}>
        {translate('versions.import')}
      </Button>
      {pick !== null && <ImportDialog key={pick.pickId} contract={contract} notice={notice} pick={pick} onImported={onImported} onClose={() => setPick(null)} />}
    </>
  );
}

function ImportDialog({ contract, notice, pick, onImported, onClose }: ImportRoundProps & { readonly pick: Pick; readonly onClose: () => void }) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const importing = useCommand('versions.importRound');
  const task = useCancellable();
  const [imported, setImported] = useState<Imported | null>(null);
  const [round, setRound] = useState<Round>({ label: '', roundFrom: 'them' });
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { summary, revision } = contract;
    const reply = await task.run((taskId) =>
      importing.run({ contractId: summary.id, revision, pickId: pick.pickId, taskId, label: round.label.trim(), roundFrom: round.roundFrom }),
    );
    if (!reply.ok) return;
    onImported();
    // What the version hasn't is read before it is gone.
    if (reply.value.asides !== null) return setImported(reply.value);
    onClose();
    toast.success(translate('versions.imported', { version: reply.value.versionNumber }));
  }
  if (imported !== null && imported.asides !== null) {
    return (
      <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
        <LeftOut asides={imported.asides} versionNumber={imported.versionNumber} titleId={titleId} onClose={onClose} />
      </Dialog>
    );
  }
  const leave = task.isRunning ? task.cancel : onClose;
  return (
    <Dialog open onClose={leave} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id={titleId}>{translate('versions.importTitle')}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ overflowWrap: 'anywhere' }}>{translate('versions.importFile', { name: pick.fileName })}</DialogContentText>
          <DialogContentText variant="body2" sx={{ my: 1 }}>
            {translate('versions.importHint')}
          </DialogContentText>
          <Stack spacing={1.5} sx={{ mb: 2, '&:empty': { display: 'none' } }}>{notice}</Stack>
          <RoundFields round={round} onChange={setRound} />
          {task.isRunning && <LinearProgress aria-label={translate('versions.importing')} sx={{ mt: 1 }} />}
          <ErrorMessage error={importing.error} operation="versions.importRound" />
        </DialogContent>
        <DialogButtons label={translate('versions.importRun')} isDisabled={task.isRunning} onCancel={leave} />
      </form>
    </Dialog>
  );
}
