import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { Assessment, FormProblem } from '../assess-form.ts';
import { focusField } from '../focus-field.ts';

interface FormProgressProps {
  readonly assessment: Assessment;
  /** What stood in the way when the form was to be sent. */
  readonly problems: readonly FormProblem[];
}

/** How far the form is; after a vain attempt to send it, the way to what is wrong. */
export function FormProgress({ assessment, problems }: FormProgressProps) {
  const translate = useTranslate();
  const [first] = problems;
  if (first !== undefined) {
    return (
      <Link component="button" type="button" variant="body2" color="error" onClick={() => focusField(first.key)}>
        {translate('contracts.form.problems', { count: problems.length })}
      </Link>
    );
  }
  return (
    <Typography variant="body2" color="textSecondary">
      {translate('contracts.form.progress', { done: assessment.requiredDone, total: assessment.requiredCount })}
    </Typography>
  );
}
