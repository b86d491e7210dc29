import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link as RouterLink } from 'react-router';
import type { ImportOutcome } from '#shared/features/imports/plan.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import type { Task } from '../../../ipc/use-task.ts';
import { useUndo } from '../use-undo.ts';
import { StepActions } from './step-actions.tsx';
import { TaskProgress } from './task-progress.tsx';

interface RunStepProps {
  readonly task: Task<'imports.run'>;
  readonly onBack: () => void;
  readonly onAgain: () => void;
}

/** Last step: the import itself, and what came of it. */
export function RunStep({ task: { state, cancel }, onBack, onAgain }: RunStepProps) {
  const translate = useTranslate();
  return (
    <Stack spacing={2} aria-live="polite">
      {state.kind === 'running' && <TaskProgress label={translate('imports.run.working')} progress={state.progress} onCancel={cancel} />}
      {state.kind === 'failed' && <ErrorMessage error={state.error} operation="imports.run" />}
      {state.kind === 'cancelled' && <Alert severity="info">{translate('imports.check.cancelled')}</Alert>}
      {state.kind === 'done' && <Outcome outcome={state.value} onAgain={onAgain} />}
      {state.kind !== 'running' && state.kind !== 'done' && (
        <StepActions>
          <Button onClick={onBack}>{translate('imports.previous')}</Button>
          <Button variant="outlined" onClick={onAgain}>
            {translate('imports.run.another')}
          </Button>
        </StepActions>
      )}
    </Stack>
  );
}

function Outcome({ outcome, onAgain }: { readonly outcome: ImportOutcome; readonly onAgain: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const undo = useUndo();
  const batch = useOperation('imports.batches', undefined).data?.find(({ id }) => id === outcome.batchId);
  const { state, addedContracts, addedParties, skipped, bad } = outcome;
  const figures = { contracts: format.number(addedContracts), parties: format.number(addedParties), skipped: format.number(skipped), bad: format.number(bad) };
  // It can be undone from the list of imports as well.
  const isUndone = batch?.state === 'undone';
  return (
    <>
      <Alert severity={state === 'done' && !isUndone ? 'success' : 'info'}>{isUndone ? translate('imports.run.undone') : translate(`imports.run.${state}`, figures)}</Alert>
      <ErrorMessage error={undo.error} operation="imports.undo" />
      {undo.isRunning && <TaskProgress label={translate('imports.undo.working')} progress={undo.progress} onCancel={undo.cancel} />}
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {addedContracts > 0 && !isUndone && (
          <Button component={RouterLink} to="/contracts" variant="contained">
            {translate('imports.run.showContracts')}
          </Button>
        )}
        {addedParties > 0 && !isUndone && (
          <Button component={RouterLink} to="/parties" variant={addedContracts > 0 ? 'outlined' : 'contained'}>
            {translate('imports.run.showParties')}
          </Button>
        )}
        <Button variant="outlined" onClick={onAgain}>
          {translate('imports.run.another')}
        </Button>
        {!isUndone && (
          <Button
            color="error"
            loading={undo.isRunning}
            onClick={() => void undo.run(outcome.batchId).then((hasUndone) => (hasUndone ? onAgain() : undefined))}
            sx={{ ml: 'auto' }}
          >
            {translate('imports.undo.action')}
          </Button>
        )}
      </Stack>
    </>
  );
}
