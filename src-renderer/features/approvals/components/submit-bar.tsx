import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { z } from 'zod';
import type { Contract } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import type { useOperation } from '../../../ipc/use-query.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { useInSightOnResume } from '../../../keeping/use-in-sight.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { PlanList } from './plan-list.tsx';

interface SubmitBarProps {
  readonly contract: Contract;
  readonly route: ReturnType<typeof useOperation<'approvals.route'>>;
}

interface SubmissionTyped {
  readonly note: string;
}

const fields: FieldsOf<SubmissionTyped> = { note: z.string() };

/** Shows the way that the contract would go, and sends it there; what is said of it is kept until then. */
export function SubmitBar(props: SubmitBarProps) {
  return (
    <KeptForm of={{ contractId: props.contract.summary.id, dialog: 'submission', about: '' }} fields={fields} fresh={() => ({ note: '' })}>
      {(kept) => <SubmitForm {...props} kept={kept} />}
    </KeptForm>
  );
}

function SubmitForm({ contract, route, kept }: SubmitBarProps & { readonly kept: KeptFormOf<SubmissionTyped> }) {
  const translate = useTranslate();
  const toast = useToast();
  const submit = useCommand('approvals.submit');
  const form = useInSightOnResume<HTMLFormElement>('submission');
  const { note } = kept.typed;
  // Where no step applies nobody decides, and nobody reads a note.
  const isAsked = route.data !== undefined && route.data !== null && route.data.tasks.length > 0;
  if (route.error !== null) return <ErrorMessage error={route.error} onRetry={route.refetch} />;
  if (route.data === undefined || route.data === null) return null;
  const send = async () => {
    const reply = await submit.run({ contractId: contract.summary.id, revision: contract.revision, note: note.trim() });
    if (!reply.ok) return;
    kept.forget();
    toast.success(translate('approvals.submitted'));
  };
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack spacing={1.25}>
        {isAsked && (
          <Typography variant="body2" color="textSecondary">
            {translate('approvals.way', { flow: route.data.flowName })}
          </Typography>
        )}
        <PlanList tasks={route.data.tasks} />
        {kept.notice}
        {isAsked && <PlainTextField size="small" multiline maxRows={4} label={translate('approvals.note')} value={note} onChange={(event) => kept.change({ note: event.target.value })} slotProps={{ htmlInput: { maxLength: 2000 } }} />}
        {submit.error !== null && <ErrorMessage error={submit.error} />}
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <Button type="submit" variant="contained" loading={submit.isRunning}>
            {translate('approvals.submit')}
          </Button>
          {kept.status}
        </Stack>
      </Stack>
    </form>
  );
}
