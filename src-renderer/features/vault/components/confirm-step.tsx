import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { recoveryGroupLength } from '#shared/features/vault/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { monospaced } from '../../../theme/theme.ts';
import { normaliseRecoveryText, recoveryGroupsOf } from '../recovery-code.ts';
import type { Creation } from '../use-creation.ts';
import { OpenProblem } from './open-problem.tsx';

/** Two groups of the code, retyped from paper; then the vault is made. */
export function ConfirmStep({ creation }: { readonly creation: Creation }) {
  const translate = useTranslate();
  const { begun, groups, setGroups, isRunning, error } = creation;
  if (begun === null) return null;
  const expected = recoveryGroupsOf(begun.recoveryCode);
  const isRight = (index: 0 | 1) => normaliseRecoveryText(groups[index]) === expected[begun.askedGroups[index]];
  const isReady = isRight(0) && isRight(1) && !isRunning;
  return (
    <Stack
      component="form"
      spacing={2}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void creation.finish();
      }}
    >
      <Typography sx={{ color: 'text.secondary' }}>{translate('vault.create.confirm.text')}</Typography>
      <Stack direction="row" spacing={2}>
        {([0, 1] as const).map((index) => (
          <GroupField
            key={index}
            group={begun.askedGroups[index] + 1}
            value={groups[index]}
            isRight={isRight(index)}
            autoFocus={index === 0}
            disabled={isRunning}
            onChange={(text) => setGroups(index === 0 ? [text, groups[1]] : [groups[0], text])}
          />
        ))}
      </Stack>
      <OpenProblem error={error} operation="vault.finishCreate" onRetry={() => void creation.finish()} />
      {isRunning && (
        <Stack spacing={1} role="status">
          <LinearProgress aria-label={translate('vault.create.confirm.making')} />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('vault.create.confirm.making')}
          </Typography>
        </Stack>
      )}
      <Button type="submit" variant="contained" size="large" disabled={!isReady} sx={{ alignSelf: 'flex-end', minWidth: 128 }}>
        {translate('vault.create.confirm.submit')}
      </Button>
    </Stack>
  );
}

interface GroupFieldProps {
  readonly group: number;
  readonly value: string;
  readonly isRight: boolean;
  readonly autoFocus: boolean;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
}

function GroupField({ group, value, isRight, autoFocus, disabled, onChange }: GroupFieldProps) {
  const translate = useTranslate();
  const isWrong = normaliseRecoveryText(value).length >= recoveryGroupLength && !isRight;
  const helper = isRight ? 'vault.create.confirm.right' : isWrong ? 'vault.create.confirm.wrong' : 'vault.create.confirm.hint';
  return (
    <TextField
      fullWidth
      id={`recovery-group-${group}`}
      label={translate('vault.create.confirm.group', { number: group })}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={isWrong}
      helperText={translate(helper)}
      autoFocus={autoFocus}
      disabled={disabled}
      autoComplete="off"
      sx={{ '& input': { fontFamily: monospaced, fontSize: '1.125rem', letterSpacing: '0.08em', textTransform: 'uppercase' } }}
      slotProps={{ htmlInput: { maxLength: 20, spellCheck: false }, formHelperText: { 'aria-live': 'polite' } }}
    />
  );
}
