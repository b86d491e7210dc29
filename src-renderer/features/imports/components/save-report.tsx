import FileDownloadOutlinedIcon from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import { contractFields, partyFields } from '#shared/features/imports/model.ts';
import { importProblemCodes } from '#shared/features/imports/plan.ts';
import { useTranslate, type Translate } from '../../../i18n/i18n.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
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
      headings: { row: translate('imports.row'), field: translate('imports.map.field'), problem: translate('imports.problems.what') },
      words: wordsFor(translate),
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

/** What main writes into the file; `{{other}}` stays as it is, for main knows what each row meets. */
function wordsFor(translate: Translate): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...importProblemCodes.map((code) => [`problem.${code}`, translate(`imports.problem.${code}`, { other: '{{other}}' })]),
    ...[...contractFields, ...partyFields].map((field) => [`field.${field}`, translate(`imports.field.${field}`)]),
  ]) as Readonly<Record<string, string>>;
}
