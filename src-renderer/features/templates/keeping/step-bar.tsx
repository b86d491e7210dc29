import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import { isSameContent } from '#shared/features/templates/same-content.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { afterSaving } from '../../../ui/leave-guard.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { SubmitDialog } from './submit-dialog.tsx';
import type { Version } from './version-view.tsx';

interface StepBarProps {
  readonly version: Version;
  readonly isDirty: boolean;
  readonly latest: () => TemplateContent;
  /** The form of a draft. */
  readonly kept: KeptForm<TemplateContent> | null;
}

/** What can be done with a version now, by whom. */
export function StepBar({ version, isDirty, latest, kept }: StepBarProps) {
  const translate = useTranslate();
  const toast = useToast();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const mayPublish = usePermission('templates.publish');
  const [save, submit, discard, retire] = [useCommand('templates.saveDraft'), useCommand('templates.submit'), useCommand('templates.discardDraft'), useCommand('templates.retire')];
  const [asked, setAsked] = useState<'publish' | 'sendBack' | 'submit' | null>(null);
  const { record, template, notes } = version;
  const { status, versionId } = record.summary;
  const target = { versionId, revision: record.revision };

  const keep = async (changeNote = notes.changeNote): Promise<number | null> => {
    const content = latest();
    if (changeNote === notes.changeNote && isSameContent(content, version.content)) return record.revision;
    // What was restored is saved over nothing that came since.
    const isRestored = Boolean(kept?.notice);
    const reply = await save.run({ ...target, revision: (isRestored ? kept?.revision : null) ?? target.revision, content, changeNote });
    if (!reply.ok) {
      toast.failure(reply.error);
      return null;
    }
    kept?.settle(reply.value.revision);
    return reply.value.revision;
  };
  const hand = async (changeNote: string) => {
    const revision = await keep(changeNote);
    setAsked(null);
    if (revision === null) return;
    const reply = await submit.run({ versionId, revision });
    if (!reply.ok) return toast.failure(reply.error);
    kept?.forget();
    toast.success(translate('templates.step.submitted'));
  };
  const drop = async () => {
    if (!(await confirm({ title: translate('templates.step.discardTitle'), body: translate('templates.step.discardBody'), confirmLabel: translate('templates.step.discard'), destructive: true }))) return;
    const reply = await discard.run(target);
    if (!reply.ok) return toast.failure(reply.error);
    kept?.forget();
    void navigate('/templates/manage', afterSaving);
  };
  const end = async () => {
    if (!(await confirm({ title: translate('templates.step.retireTitle'), body: translate('templates.step.retireBody'), confirmLabel: translate('templates.step.retire'), destructive: true }))) return;
    const reply = await retire.run(target);
    if (!reply.ok) toast.failure(reply.error);
  };
  return (
    <>
      {status === 'draft' && template.isMaintained && (
        <>
          {kept?.status}
          <Button color="inherit" onClick={() => void drop()}>
            {translate('templates.step.discard')}
          </Button>
          <Button variant="outlined" disabled={!isDirty} loading={save.isRunning} onClick={() => void keep().then((revision) => revision !== null && toast.success(translate('templates.step.saved')))}>
            {translate('templates.step.save')}
          </Button>
          <Button variant="contained" loading={submit.isRunning} onClick={() => setAsked('submit')}>
            {translate('templates.step.submit')}
          </Button>
        </>
      )}
      {status === 'in_review' && mayPublish && (
        <>
          <Button onClick={() => setAsked('sendBack')}>{translate('templates.step.sendBack')}</Button>
          <Button variant="contained" onClick={() => setAsked('publish')}>
            {translate('templates.step.publish')}
          </Button>
        </>
      )}
      {status === 'published' && mayPublish && template.isMaintained && (
        <Button color="inherit" onClick={() => void end()}>
          {translate('templates.step.retire')}
        </Button>
      )}
      {asked === 'submit' && <SubmitDialog note={notes.changeNote} isRevision={record.basedOnId !== null} isRunning={save.isRunning || submit.isRunning} onSubmit={(note) => void hand(note)} onClose={() => setAsked(null)} />}
      {asked !== null && asked !== 'submit' && <AskDialog step={asked} version={version} onClose={() => setAsked(null)} />}
    </>
  );
}

/** Asks for the comment of sending back, or for the reason where nobody else can publish. */
function AskDialog({ step, version, onClose }: { readonly step: 'publish' | 'sendBack'; readonly version: Version; readonly onClose: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const [publish, sendBack] = [useCommand('templates.publish'), useCommand('templates.sendBack')];
  const [text, setText] = useState('');
  const target = { versionId: version.record.summary.versionId, revision: version.record.revision };
  const asks = step === 'sendBack' || !version.hasSecondPerson;
  const error = step === 'publish' ? publish.error : sendBack.error;
  const run = async () => {
    const reply = step === 'publish' ? await publish.run({ ...target, reason: text }) : await sendBack.run({ ...target, comment: text });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate(`templates.step.${step}`)}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {error !== null && <ErrorMessage error={error} />}
          <Typography variant="body2">{translate(step === 'sendBack' ? 'templates.step.sendBackLead' : version.hasSecondPerson ? 'templates.step.publishLead' : 'templates.step.aloneLead')}</Typography>
          {asks && <TextField autoFocus multiline minRows={2} required label={translate(step === 'sendBack' ? 'templates.step.comment' : 'templates.step.reason')} value={text} onChange={(event) => setText(event.target.value)} slotProps={{ htmlInput: { maxLength: 1000 } }} />}
        </Stack>
      </DialogContent>
      <DialogButtons label={translate(`templates.step.${step}`)} isDisabled={asks && text.trim().length < 2} isRunning={publish.isRunning || sendBack.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}
