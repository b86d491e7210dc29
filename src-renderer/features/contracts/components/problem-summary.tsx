import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { Variable } from '#shared/features/documents/variables.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { titleKey, type FormProblem } from '../assess-form.ts';
import { focusField } from '../focus-field.ts';
import { useVariableWords } from '../use-variable-words.ts';

interface ProblemSummaryProps {
  readonly problems: readonly FormProblem[];
  readonly variables: readonly Variable[];
  readonly textOf: (problem: FormProblem) => string;
}

/** Everything that keeps the form from being sent, each a way to its field. */
export function ProblemSummary({ problems, variables, textOf }: ProblemSummaryProps) {
  const translate = useTranslate();
  const { labelOf } = useVariableWords();
  if (problems.length === 0) return null;
  const nameOf = (key: string) => {
    const variable = variables.find((each) => each.key === key);
    if (variable !== undefined) return labelOf(variable);
    return key === titleKey ? translate('contracts.form.titleField') : key;
  };
  return (
    <Alert severity="error" role="alert">
      <AlertTitle>{translate('contracts.form.problems', { count: problems.length })}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {problems.map((problem) => (
          <li key={problem.key}>
            <Link component="button" type="button" color="inherit" variant="body2" onClick={() => focusField(problem.key)} sx={{ minHeight: 24, textAlign: 'left' }}>
              {translate('contracts.form.problemLine', { field: nameOf(problem.key), problem: textOf(problem) })}
            </Link>
          </li>
        ))}
      </Box>
    </Alert>
  );
}
