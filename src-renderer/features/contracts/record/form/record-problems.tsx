import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { isStringKey, useTranslate } from '../../../../i18n/i18n.ts';
import { focusField } from '../../focus-field.ts';
import type { FieldRefusal } from './use-refusal.ts';

interface RecordProblemsProps {
  readonly problems: readonly FieldRefusal[];
}

/** Everything that keeps the record from being saved, each a way to its field. */
export function RecordProblems({ problems }: RecordProblemsProps) {
  const translate = useTranslate();
  if (problems.length === 0) return null;
  const nameOf = (key: string) => {
    const own = `contracts.record.field.${key}`;
    if (isStringKey(own)) return translate(own);
    const [field, row] = key.split('.');
    return translate(field === 'parties' ? 'contracts.record.partyRow' : 'contracts.record.customRow', { number: Number(row) + 1 });
  };
  return (
    <Alert severity="error" role="alert">
      <AlertTitle>{translate('contracts.form.problems', { count: problems.length })}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {problems.map(({ key, text }) => (
          <li key={key}>
            <Link component="button" type="button" color="inherit" variant="body2" onClick={() => focusField(key)} sx={{ minHeight: 24, textAlign: 'left' }}>
              {translate('contracts.form.problemLine', { field: nameOf(key), problem: text })}
            </Link>
          </li>
        ))}
      </Box>
    </Alert>
  );
}
