import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import type { Terms } from '#shared/features/amendments/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { enteredFields, entryOf, type EnteredField, type TermEntry } from '../term-entries.ts';
import { useTermsText } from '../use-terms-text.ts';
import { TermField } from './term-field.tsx';

interface TermRowsProps {
  readonly entries: readonly TermEntry[];
  readonly before: Terms;
  /** The last day of the running term; null where none is known. */
  readonly end: Day | null;
  readonly problemOf: (field: EnteredField) => string | null;
  readonly onChange: (entries: readonly TermEntry[]) => void;
}

/** The terms that an amendment changes: chosen one by one, each entered beside what held until now. */
export function TermRows({ entries, before, end, problemOf, onChange }: TermRowsProps) {
  const translate = useTranslate();
  const { labelOf } = useTermsText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const free = enteredFields.filter((field) => !entries.some((entry) => entry.field === field));
  const add = (field: EnteredField) => {
    setAnchor(null);
    onChange([...entries, entryOf(field, before)]);
  };
  return (
    <Stack spacing={1.5}>
      {entries.map((entry) => (
        <Box key={entry.field} sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <TermField
              entry={entry}
              before={before}
              end={end}
              problem={problemOf(entry.field)}
              onChange={(next) => onChange(entries.map((each) => (each.field === next.field ? next : each)))}
            />
          </Box>
          <Tooltip title={translate('amendments.form.leaveOut', { term: labelOf(entry.field) })}>
            <IconButton aria-label={translate('amendments.form.leaveOut', { term: labelOf(entry.field) })} onClick={() => onChange(entries.filter(({ field }) => field !== entry.field))}>
              <CloseIcon fontSize="small" />
            </IconButton>
          </Tooltip>
        </Box>
      ))}
      <Box>
        <Button size="small" startIcon={<AddIcon />} aria-haspopup="menu" disabled={free.length === 0} onClick={(event) => setAnchor(event.currentTarget)}>
          {translate('amendments.form.addTerm')}
        </Button>
        <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} slotProps={{ paper: { sx: { maxHeight: 360 } } }}>
          {free.map((field) => (
            <MenuItem key={field} dense onClick={() => add(field)}>
              {labelOf(field)}
            </MenuItem>
          ))}
        </Menu>
      </Box>
    </Stack>
  );
}
