import FileDownloadOutlinedIcon from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { reportWordsIn } from '../report-words.ts';
import type { ImportDraft } from '../use-import-draft.ts';
import { useTask } from '../../../ipc/use-task.ts';

/** Writes every problem to a file, so that the rows can be put right where they came from. */
export function SaveReport({ draft: { pickId, fileName, plan } }: { readonly draft: ImportDraft }) {
  const translate = useTranslate();
  const toast = useToast();
  const saving = useTask('imports.saveProblems', 'imports.cancel');
  if (plan === null) return null;
  const save = async (): Promise<void> => {
    const saved = await saving.start({
      pickId,
      plan,
      fileName: translate('imports.problems.fileName', { file: fileName.replace(/\.[^.]+$/, '').slice(0, 80) }),
      ...reportWordsIn(translate),
    });
    if (saved !== null) toast.success(translate('imports.problems.saved', { fileName: saved.fileName }));
  };
  return (
    <>
      <Button startIcon={<FileDownloadOutlinedIcon />} loading={saving.state.kind === 'running'} loadingPosition="start" onClick={() => void save()}>
        {translate('imports.problems.save')}
      </Button>
      {saving.state.kind === 'failed' && <ErrorMessage error={saving.state.error} operation="imports.saveProblems" />}
    </>
  );
}
