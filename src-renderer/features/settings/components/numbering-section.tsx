import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { checkNumberPattern, contractNumber } from '#shared/features/contracts/rules.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { monospaced } from '../../../theme/theme.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FieldRow } from '../../../ui/field-row.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';

const parts = ['{YYYY}', '{YY}', '{MM}', '{TYPE}', '{0000}'] as const;

/** How new contracts are numbered, with an example while the pattern is typed. */
export function NumberingSection() {
  const translate = useTranslate();
  const numbering = useOperation('contracts.numbering', undefined);
  return (
    <SectionCard title={translate('settings.numbering.title')}>
      {numbering.error !== null && <ErrorMessage error={numbering.error} onRetry={numbering.refetch} />}
      {numbering.isPending && <LoadingState />}
      {numbering.data !== undefined && <PatternForm key={numbering.data.pattern} stored={numbering.data.pattern} />}
    </SectionCard>
  );
}

function PatternForm({ stored }: { readonly stored: string }) {
  const translate = useTranslate();
  const toast = useToast();
  const mayChange = usePermission('vault.configure');
  const change = useCommand('contracts.changeNumbering');
  const [pattern, setPattern] = useState(stored);
  const check = checkNumberPattern(pattern.trim());
  const problem = check.ok ? null : translate(`errors.${check.error.code}`);

  const save = async () => {
    const reply = await change.run({ pattern: pattern.trim() });
    if (reply.ok) toast.success(translate('settings.numbering.saved', { example: reply.value.example }));
  };

  return (
    <FieldRow
      label={translate('settings.numbering.label')}
      hint={translate(mayChange ? 'settings.numbering.hint' : 'settings.numbering.readOnly')}
      htmlFor="number-pattern"
    >
      <Stack
        component="form"
        spacing={1}
        onSubmit={(event) => {
          event.preventDefault();
          if (check.ok) void save();
        }}
      >
        <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
          <TextField
            id="number-pattern"
            fullWidth
            value={pattern}
            onChange={(event) => setPattern(event.target.value)}
            error={problem !== null}
            slotProps={{
              htmlInput: { maxLength: 60, readOnly: !mayChange, spellCheck: false },
            }}
            sx={{ '& input': { fontFamily: monospaced } }}
          />
          {mayChange && (
            <Button
              type="submit"
              variant="contained"
              disabled={!check.ok || change.isRunning || pattern.trim() === stored}
              sx={{ height: 40 }}
            >
              {translate('settings.numbering.save')}
            </Button>
          )}
        </Stack>
        {mayChange && (
          <Stack direction="row" spacing={0.75} useFlexGap sx={{ flexWrap: 'wrap' }}>
            {parts.map((part) => (
              <Chip
                key={part}
                size="small"
                variant="outlined"
                label={`${part} ${translate(`settings.numbering.part.${partNames[part]}`)}`}
                onClick={() => setPattern((before) => before + part)}
              />
            ))}
          </Stack>
        )}
        <Typography component="div" variant="body2" aria-live="polite" sx={{ color: problem === null ? 'text.secondary' : 'error.main' }}>
          {problem ?? <Example pattern={pattern.trim()} />}
        </Typography>
        <ErrorMessage error={change.error} operation="contracts.changeNumbering" />
      </Stack>
    </FieldRow>
  );
}

const partNames = { '{YYYY}': 'year', '{YY}': 'shortYear', '{MM}': 'month', '{TYPE}': 'type', '{0000}': 'counter' } as const;

function Example({ pattern }: { readonly pattern: string }) {
  const translate = useTranslate();
  const [today] = useState(presentDay);
  return (
    <>
      {translate('settings.numbering.example')}
      <Box component="span" sx={{ fontFamily: monospaced, color: 'text.primary' }}>
        {contractNumber(pattern, today, 'sales', 1)}
      </Box>
    </>
  );
}
