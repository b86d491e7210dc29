import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { z } from 'zod';
import type { TemplateVersionId } from '#shared/features/templates/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';

interface SubmitDialogProps {
  readonly versionId: TemplateVersionId;
  readonly isOpen: boolean;
  /** What was said of this version before, for one that was sent back. */
  readonly note: string;
  /** Whether there is an earlier version to tell the difference from. */
  readonly isRevision: boolean;
  readonly isRunning: boolean;
  /** Answers whether the note was saved; the dialog stays open where it wasn't. */
  readonly onSubmit: (note: string) => Promise<boolean>;
  readonly onClose: () => void;
}

const fields: FieldsOf<{ readonly changeNote: string }> = { changeNote: z.string() };

/** Asks what changed, for whoever looks the version through and for those who read it later; what is typed outlasts a lock. */
export function SubmitDialog({ versionId, isOpen, note, isRevision, isRunning, onSubmit, onClose }: SubmitDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  return (
    <KeptDialog of={{ contractId: null, dialog: 'changeNote', about: versionId }} fields={fields} fresh={() => ({ changeNote: note })} isOpen={isOpen} onClose={onClose} titleId={titleId}>
      {({ typed: { changeNote }, ...kept }) => (
        <>
          <DialogTitle id={titleId}>{translate('templates.step.submit')}</DialogTitle>
          <DialogContent>
            <Stack spacing={2} sx={{ pt: 1 }}>
              {kept.notice}
              <Typography variant="body2">{translate('templates.step.submitLead')}</Typography>
              <PlainTextField autoFocus multiline minRows={3} required={isRevision} label={translate('templates.step.changeNote')} helperText={translate('templates.step.changeNoteHint')} value={changeNote} onChange={(event) => kept.change({ changeNote: event.target.value })} slotProps={{ htmlInput: { maxLength: 1000 } }} />
            </Stack>
          </DialogContent>
          <DialogButtons
            label={translate('templates.step.submit')}
            isDisabled={isRevision && changeNote.trim() === ''}
            isRunning={isRunning}
            onGo={async () => {
              if (await onSubmit(changeNote.trim())) kept.close();
            }}
            onCancel={kept.close}
            status={kept.status}
          />
        </>
      )}
    </KeptDialog>
  );
}
