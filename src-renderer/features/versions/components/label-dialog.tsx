import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState, type FormEvent } from 'react';
import type { ContractId, ContractVersion } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { RoundFields, type Round } from './round-fields.tsx';

interface LabelDialogProps {
  readonly contractId: ContractId;
  readonly version: ContractVersion;
  readonly onClose: () => void;
}

/** Names a version and says whose round it is. */
export function LabelDialog({ contractId, version, onClose }: LabelDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const labelling = useCommand('versions.label');
  const [round, setRound] = useState<Round>(version);
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { label, roundFrom } = round;
    const reply = await labelling.run({ contractId, versionNumber: version.versionNumber, label: label.trim(), roundFrom });
    if (reply.ok) onClose();
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <form onSubmit={(event) => void save(event)}>
        <DialogTitle id={titleId}>{translate('versions.editTitle', { version: version.versionNumber })}</DialogTitle>
        <DialogContent>
          <RoundFields round={round} onChange={setRound} />
          <ErrorMessage error={labelling.error} operation="versions.label" />
        </DialogContent>
        <DialogButtons label={translate('versions.save')} isDisabled={labelling.isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
