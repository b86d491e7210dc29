import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Tooltip from '@mui/material/Tooltip';
import type { ClauseChange } from '#shared/features/amendments/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';

interface ClauseRowsProps {
  readonly clauses: readonly ClauseChange[];
  readonly onChange: (clauses: readonly ClauseChange[]) => void;
}

/** Clauses that read otherwise: which, the old words and the new. */
export function ClauseRows({ clauses, onChange }: ClauseRowsProps) {
  const translate = useTranslate();
  const replace = (index: number, change: Partial<ClauseChange>) => onChange(clauses.map((each, at) => (at === index ? { ...each, ...change } : each)));
  return (
    <Stack spacing={1.5}>
      {clauses.map((clause, index) => (
        // The rows have no identity of their own; they are only ever added at the end.
        <Box key={index} sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <Box sx={{ gridColumn: '1 / -1', display: 'flex', gap: 0.5, alignItems: 'center' }}>
            <PlainTextField
              fullWidth
              id={`clause-${index}-reference`}
              label={translate('amendments.form.clauseReference')}
              placeholder={translate('amendments.form.clauseExample')}
              value={clause.reference}
              onChange={(event) => replace(index, { reference: event.target.value })}
              slotProps={{ htmlInput: { maxLength: 80 } }}
            />
            <Tooltip title={translate('amendments.form.leaveOutClause')}>
              <IconButton aria-label={translate('amendments.form.leaveOutClause')} onClick={() => onChange(clauses.filter((_, at) => at !== index))}>
                <CloseIcon fontSize="small" />
              </IconButton>
            </Tooltip>
          </Box>
          {(['before', 'after'] as const).map((side) => (
            <PlainTextField
              key={side}
              multiline
              minRows={2}
              maxRows={8}
              id={`clause-${index}-${side}`}
              label={translate(`amendments.form.clause.${side}`)}
              value={clause[side]}
              onChange={(event) => replace(index, { [side]: event.target.value })}
              slotProps={{ htmlInput: { maxLength: 20_000 } }}
            />
          ))}
        </Box>
      ))}
      <Box>
        <Button size="small" startIcon={<AddIcon />} onClick={() => onChange([...clauses, { reference: '', before: '', after: '' }])}>
          {translate('amendments.form.addClause')}
        </Button>
      </Box>
    </Stack>
  );
}
