import SaveIcon from '@mui/icons-material/SaveOutlined';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Comment, WorkingCopy } from '#shared/features/editor/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { suggestionsOf } from '../../../ui/document-editor/suggest/suggestions.ts';
import type { Surface } from '../../../ui/document-editor/surface.ts';
import { afterSaving } from '../../../ui/leave-guard.tsx';
import { isDialogOpen } from '../../../ui/open-dialog.ts';
import { useToast } from '../../../ui/use-toast.ts';
import type { Body } from '../read-both.ts';
import type { useKeeping } from '../use-working-copy.ts';
import { SaveDialog, type Verdict } from './save-dialog.tsx';

interface EditorActionsProps {
  readonly contract: Contract;
  readonly surfaces: Readonly<Record<Body, Surface>>;
  readonly bodies: readonly Body[];
  readonly comments: readonly Comment[];
  readonly baseVersion: number;
  readonly keeping: ReturnType<typeof useKeeping>;
}

/** Makes the working copy a version, or throws it away. */
export function EditorActions({ contract, surfaces, bodies, comments, baseVersion, keeping }: EditorActionsProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const toast = useToast();
  const confirm = useConfirm();
  const save = useCommand('editor.save');
  const discard = useCommand('editor.discard');
  const [suggestions, setSuggestions] = useState<number | null>(null);
  const { summary, revision } = contract;
  const { id: contractId } = summary;
  const standing = comments.filter(({ resolvedAt }) => resolvedAt === null);
  const back = () => void navigate(`/contracts/${contractId}`, { replace: true, ...afterSaving });

  const ask = () => setSuggestions(bodies.reduce((count, body) => count + suggestionsOf(surfaces[body].doc()).length, 0));

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      if (!isDialogOpen()) ask();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  });

  async function saveVersion(label: string, verdict: Verdict | null): Promise<void> {
    // What is on the screen keeps its suggestions until the version stands: saving may be refused.
    const textOf = (body: Body) => (verdict !== null && bodies.includes(body) ? surfaces[body].decided(verdict) : surfaces[body].read());
    const [zh, en] = [textOf('zh'), textOf('en')];
    const goesOn: WorkingCopy | null = standing.length === 0 ? null : { baseVersion, zh, en, comments: standing };
    const reply = await save.run({ contractId, revision, bodyZh: zh.document, bodyEn: en.document, label, goesOn });
    if (!reply.ok) return;
    keeping.stop();
    const { versionNumber, isNew } = reply.value;
    if (isNew) toast.success(translate('editor.saved', { version: versionNumber }));
    else toast.info(translate('editor.unchanged', { version: versionNumber }));
    back();
  }

  async function throwAway(): Promise<void> {
    const question = { title: translate('editor.discardTitle'), body: translate('editor.discardBody', { version: baseVersion }), confirmLabel: translate('editor.discard'), destructive: true };
    if (!(await confirm(question))) return;
    keeping.stop();
    const reply = await discard.run({ contractId });
    if (!reply.ok && reply.error.code !== 'NOT_FOUND') return toast.failure(reply.error);
    toast.success(translate('editor.discarded'));
    back();
  }

  return (
    <>
      <Button color="inherit" onClick={() => void throwAway()} disabled={keeping.state.kind === 'nothing'}>
        {translate('editor.discard')}
      </Button>
      <Button variant="contained" startIcon={<SaveIcon />} onClick={ask}>
        {translate('editor.save')}
      </Button>
      {suggestions !== null && (
        <SaveDialog
          version={summary.versionNumber + 1}
          suggestions={suggestions}
          comments={standing.length}
          isRunning={save.isRunning}
          error={save.error}
          onSave={(label, verdict) => void saveVersion(label, verdict)}
          onClose={() => setSuggestions(null)}
        />
      )}
    </>
  );
}
