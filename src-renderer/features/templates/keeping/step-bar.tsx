import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import { isSameContent } from '#shared/features/templates/same-content.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { useResume } from '../../../keeping/use-resume.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { afterSaving } from '../../../ui/leave-guard.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { PublishAloneDialog, PublishDialog, SendBackDialog } from './review-dialogs.tsx';
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
  useResume('changeNote', () => setAsked('submit'));
  useResume('templateStep', (about) => setAsked(about.endsWith(' sendBack') ? 'sendBack' : 'publish'));
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
    kept?.settle(reply.value.revision, content);
    return reply.value.revision;
  };
  const hand = async (changeNote: string): Promise<boolean> => {
    const revision = await keep(changeNote);
    if (revision === null) return false;
    const reply = await submit.run({ versionId, revision });
    if (reply.ok) {
      kept?.forget();
      toast.success(translate('templates.step.submitted'));
    } else toast.failure(reply.error);
    // The note stands with the draft by now, and what hinders it is told beside the draft.
    return true;
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
      <SubmitDialog versionId={versionId} isOpen={asked === 'submit'} note={notes.changeNote} isRevision={record.basedOnId !== null} isRunning={save.isRunning || submit.isRunning} onSubmit={hand} onClose={() => setAsked(null)} />
      <SendBackDialog version={version} isOpen={asked === 'sendBack'} onClose={() => setAsked(null)} />
      {version.hasSecondPerson ? asked === 'publish' && <PublishDialog version={version} onClose={() => setAsked(null)} /> : <PublishAloneDialog version={version} isOpen={asked === 'publish'} onClose={() => setAsked(null)} />}
    </>
  );
}
