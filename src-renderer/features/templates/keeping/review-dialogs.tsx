import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ReasonDialog } from '../../../keeping/reason-dialog.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import type { Version } from './version-view.tsx';

interface ReviewDialogProps {
  readonly version: Version;
  readonly onClose: () => void;
}

interface AskedProps extends ReviewDialogProps {
  readonly isOpen: boolean;
}

/** What is too short to be a comment; a reason has to say more, which main judges. */
const shortest = 2;

/** Asks what whoever drafted a version is to change. */
export function SendBackDialog({ version, isOpen, onClose }: AskedProps) {
  const translate = useTranslate();
  const sendBack = useCommand('templates.sendBack');
  return (
    <ReasonDialog
      of={{ contractId: null, dialog: 'templateStep', about: `${targetOf(version).versionId} sendBack` }}
      isOpen={isOpen}
      title={translate('templates.step.sendBack')}
      effect={translate('templates.step.sendBackLead')}
      label={translate('templates.step.comment')}
      submitLabel={translate('templates.step.sendBack')}
      maxLength={1000}
      minLength={shortest}
      error={sendBack.error}
      operation="templates.sendBack"
      isRunning={sendBack.isRunning}
      onSubmit={async (comment) => (await sendBack.run({ ...targetOf(version), comment })).ok}
      onClose={onClose}
    />
  );
}

/** Asks for the reason where nobody else can publish. */
export function PublishAloneDialog({ version, isOpen, onClose }: AskedProps) {
  const translate = useTranslate();
  const publish = useCommand('templates.publish');
  return (
    <ReasonDialog
      of={{ contractId: null, dialog: 'templateStep', about: `${targetOf(version).versionId} publish` }}
      isOpen={isOpen}
      title={translate('templates.step.publish')}
      effect={translate('templates.step.aloneLead')}
      label={translate('templates.step.reason')}
      submitLabel={translate('templates.step.publish')}
      maxLength={1000}
      minLength={shortest}
      error={publish.error}
      operation="templates.publish"
      isRunning={publish.isRunning}
      onSubmit={async (reason) => (await publish.run({ ...targetOf(version), reason })).ok}
      onClose={onClose}
    />
  );
}

/** Puts into use what a second person looked through. */
export function PublishDialog({ version, onClose }: ReviewDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const publish = useCommand('templates.publish');
  const run = async () => {
    if ((await publish.run({ ...targetOf(version), reason: '' })).ok) onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('templates.step.publish')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <ErrorMessage error={publish.error} />
          <Typography variant="body2">{translate('templates.step.publishLead')}</Typography>
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('templates.step.publish')} isRunning={publish.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}

function targetOf({ record }: Version) {
  return { versionId: record.summary.versionId, revision: record.revision };
}
