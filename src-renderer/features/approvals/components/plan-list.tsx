import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ShownPlan } from '#shared/features/approvals/ipc.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

/** The way of a contract in words, a line for each step: who decides, and whether all of them or any; or that nobody does, because no step applies. */
export function PlanList({ tasks }: { readonly tasks: readonly ShownPlan[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const steps = [...Map.groupBy(tasks, ({ step }) => step).values()].toSorted((one, other) => (one[0]?.order ?? 0) - (other[0]?.order ?? 0));
  if (tasks.length === 0) return <Alert severity="info">{translate('approvals.plan.none')}</Alert>;
  return (
    <Stack component="ol" spacing={0.5} sx={{ m: 0, pl: 2.5 }}>
      {steps.map((group) => {
        const [first] = group;
        if (first === undefined) return null;
        const names = group.map(({ assigneeName, insteadOfName }) => (insteadOfName === null ? assigneeName : translate('approvals.nameInstead', { name: assigneeName, absent: insteadOfName })));
        const mode = group.length === 1 ? 'one' : first.mode;
        return (
          <Typography key={first.step} component="li" variant="body2">
            {translate(`approvals.plan.${mode}`, { step: first.stepName, names: format.list(names) })}
          </Typography>
        );
      })}
    </Stack>
  );
}
