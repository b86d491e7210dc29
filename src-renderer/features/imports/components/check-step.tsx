import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { CheckSummary } from '#shared/features/imports/plan.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import type { ImportDraft } from '../use-import-draft.ts';
import type { Task } from '../../../ipc/use-task.ts';
import { ProblemTable } from './problem-table.tsx';
import { SaveReport } from './save-report.tsx';
import { StepActions } from './step-actions.tsx';
import { TaskProgress } from './task-progress.tsx';

interface CheckStepProps {
  readonly draft: ImportDraft;
  readonly task: Task<'imports.check'>;
  readonly onBack: () => void;
  readonly onAgain: () => void;
  readonly onNext: () => void;
}

/** Third step: what an import would do, before anything is changed. */
export function CheckStep({ draft, task, onBack, onAgain, onNext }: CheckStepProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { state } = task;
  const summary = state.kind === 'done' ? state.value : null;
  return (
    <Stack spacing={2} aria-live="polite">
      {state.kind === 'running' && <TaskProgress label={translate('imports.check.working')} progress={state.progress} onCancel={task.cancel} />}
      {state.kind === 'cancelled' && <Alert severity="info">{translate('imports.check.cancelled')}</Alert>}
      {state.kind === 'failed' && <ErrorMessage error={state.error} operation="imports.check" />}
      {summary !== null && (
        <>
          <Summary summary={summary} kind={draft.preview?.kind ?? 'contracts'} />
          {summary.problemCount > 0 && <ProblemTable summary={summary} actions={<SaveReport draft={draft} />} />}
        </>
      )}
      <StepActions>
        <Button disabled={state.kind === 'running'} onClick={onBack}>
          {translate('imports.previous')}
        </Button>
        {state.kind !== 'done' && state.kind !== 'running' && <Button onClick={onAgain}>{translate('imports.check.again')}</Button>}
        <Button variant="contained" disabled={summary === null || summary.good === 0} onClick={onNext}>
          {summary === null ? translate('imports.next.run') : translate('imports.check.import', { count: summary.good, rows: format.number(summary.good) })}
        </Button>
      </StepActions>
    </Stack>
  );
}

function Summary({ summary, kind }: { readonly summary: CheckSummary; readonly kind: 'contracts' | 'parties' }) {
  const translate = useTranslate();
  const format = useFormat();
  const { rows, good, bad, skipped, aside, newParties, duplicates } = summary;
  const duplicateCount = duplicates.number + duplicates.contract + duplicates.uscc + duplicates.name + duplicates.similar;
  return (
    <>
      <Alert severity={good === 0 ? 'error' : bad > 0 ? 'warning' : 'success'}>
        {translate(good === 0 ? 'imports.check.none' : bad > 0 ? 'imports.check.some' : 'imports.check.all')}
      </Alert>
      <DefinitionList
        items={[
          { label: translate('imports.check.rows'), value: format.number(rows) },
          { label: translate('imports.check.good'), value: format.number(good) },
          { label: translate('imports.check.bad'), value: format.number(bad) },
          { label: translate('imports.check.skipped'), value: format.number(skipped) },
          ...(aside === 0 ? [] : [{ label: translate('imports.check.aside'), value: format.number(aside) }]),
          ...(kind === 'contracts' ? [{ label: translate('imports.check.newParties'), value: format.number(newParties) }] : []),
          ...(duplicateCount === 0
            ? []
            : [
                {
                  label: translate('imports.check.duplicates.label'),
                  value: (['number', 'contract', 'uscc', 'name', 'similar'] as const)
                    .filter((by) => duplicates[by] > 0)
                    .map((by) => translate(`imports.check.duplicates.${by}`, { rows: format.number(duplicates[by]) }))
                    .join(' · '),
                },
              ]),
        ]}
      />
    </>
  );
}
