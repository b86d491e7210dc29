import SaveIcon from '@mui/icons-material/SaveOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { isDecidedOn } from '#shared/features/contracts/lifecycle.ts';
import type { Contract, ContractBody } from '#shared/features/contracts/model.ts';
import type { VariableValues } from '#shared/features/documents/variables.ts';
import type { WorkingCopy } from '#shared/features/editor/model.ts';
import { dayAt } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { DocumentEditor } from '../../../ui/document-editor/document-editor.tsx';
import type { InsertionProvider } from '../../../ui/document-editor/insert/insertion.ts';
import { useSurface } from '../../../ui/document-editor/use-surface.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { afterSaving, LeaveGuard } from '../../../ui/leave-guard.tsx';
import { Page } from '../../../ui/page.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useKeeping, type KeptCopy } from '../use-working-copy.ts';
import { KeptLine } from './kept-line.tsx';
import { SaveDialog } from './save-dialog.tsx';

interface ContractEditorProps {
  readonly contract: Contract;
  readonly body: ContractBody;
  readonly values: VariableValues;
  readonly kept: KeptCopy;
  readonly insertions?: readonly InsertionProvider[];
}

/** Both languages of a contract's text under edit, kept as a working copy until they are saved as a version. */
export function ContractEditor({ contract, body, values, kept, insertions }: ContractEditorProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const toast = useToast();
  const confirm = useConfirm();
  const save = useCommand('editor.save');
  const discard = useCommand('editor.discard');
  const { summary, revision, withheldKeys } = contract;
  const { id: contractId, language } = summary;
  const [today] = useState(() => dayAt(Date.now(), -new Date().getTimezoneOffset()));
  const [shown, setShown] = useState<'zh' | 'en'>(language === 'en' ? 'en' : 'zh');
  const [isSaving, setSaving] = useState(false);
  const [baseVersion] = useState(kept?.copy.baseVersion ?? summary.versionNumber);

  const given = { variables: body.variables, values, withheldKeys, hidesParts: true } as const;
  const zh = useSurface({ ...given, language: 'zh', document: kept?.copy.zh.document ?? body.bodyZh, annotations: kept?.copy.zh.annotations ?? [], label: translate('editor.textIn.zh') });
  const en = useSurface({ ...given, language: 'en', document: kept?.copy.en.document ?? body.bodyEn, annotations: kept?.copy.en.annotations ?? [], label: translate('editor.textIn.en') });

  const read = useCallback((): WorkingCopy => ({ baseVersion, zh: zh.read(), en: en.read(), comments: kept?.copy.comments ?? [] }), [baseVersion, zh, en, kept]);
  const keeping = useKeeping(contractId, read, kept === null ? { kind: 'nothing' } : { kind: 'kept', at: kept.savedAt, by: kept.savedByName });

  async function saveVersion(label: string): Promise<void> {
    const { zh: chinese, en: english } = read();
    const reply = await save.run({ contractId, revision, bodyZh: chinese.document, bodyEn: english.document, label, goesOn: null });
    if (!reply.ok) return;
    keeping.stop();
    const { versionNumber, isNew } = reply.value;
    if (isNew) toast.success(translate('editor.saved', { version: versionNumber }));
    else toast.info(translate('editor.unchanged', { version: versionNumber }));
    void navigate(`/contracts/${contractId}`, { replace: true, ...afterSaving });
  }

  async function throwAway(): Promise<void> {
    const question = { title: translate('editor.discardTitle'), body: translate('editor.discardBody', { version: baseVersion }), confirmLabel: translate('editor.discard'), destructive: true };
    if (!(await confirm(question))) return;
    keeping.stop();
    const reply = await discard.run({ contractId });
    if (!reply.ok && reply.error.code !== 'NOT_FOUND') return toast.failure(reply.error);
    toast.success(translate('editor.discarded'));
    void navigate(`/contracts/${contractId}`, { replace: true, ...afterSaving });
  }

  const surface = shown === 'zh' ? zh : en;
  const hasChanges = keeping.state.kind !== 'nothing';
  return (
    <Page
      title={translate('editor.title')}
      subtitle={translate('editor.of', { number: summary.number, title: summary.title, version: baseVersion })}
      back={{ to: `/contracts/${contractId}`, label: summary.title }}
      maxWidth={1760}
      actions={
        <>
          <Button color="inherit" onClick={() => void throwAway()} disabled={!hasChanges}>
            {translate('editor.discard')}
          </Button>
          <Button variant="contained" startIcon={<SaveIcon />} onClick={() => setSaving(true)}>
            {translate('editor.save')}
          </Button>
        </>
      }
    >
      <LeaveGuard isDirty={keeping.state.kind === 'failed'} />
      {keeping.state.kind === 'failed' && <ErrorMessage error={keeping.state.error} />}
      {isDecidedOn(summary.stage) && <Alert severity="warning">{translate('editor.decided')}</Alert>}
      {baseVersion < summary.versionNumber && <Alert severity="warning">{translate('editor.outdated', { base: baseVersion, current: summary.versionNumber })}</Alert>}
      <Stack spacing={1.5}>
        {language === 'bilingual' && (
          <ToggleButtonGroup exclusive size="small" value={shown} aria-label={translate('editor.language')} onChange={(_, chosen: 'zh' | 'en' | null) => chosen !== null && setShown(chosen)}>
            <ToggleButton value="zh">{translate('editor.zh')}</ToggleButton>
            <ToggleButton value="en">{translate('editor.en')}</ToggleButton>
          </ToggleButtonGroup>
        )}
        <DocumentEditor key={shown} surface={surface} today={today} onChange={keeping.keepSoon} status={<KeptLine state={keeping.state} />} {...(insertions === undefined ? {} : { insertions })} />
      </Stack>
      {isSaving && <SaveDialog version={summary.versionNumber + 1} isRunning={save.isRunning} error={save.error} onSave={(label) => void saveVersion(label)} onClose={() => setSaving(false)} />}
    </Page>
  );
}
