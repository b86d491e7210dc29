import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import type { ContractId, ContractVersion } from '#shared/features/contracts/model.ts';
import { compareTexts, countChanges, isChange } from '#shared/features/versions/compare.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { useChangeKeys } from '../use-change-keys.ts';
import { useVersionName } from '../use-version-name.ts';
import { ComparedRow, type ComparisonMode } from './compared-row.tsx';

interface ComparisonProps {
  readonly contractId: ContractId;
  readonly left: ContractVersion;
  readonly right: ContractVersion;
}

/** Two versions, side by side or in one, with a way from change to change. */
export function Comparison({ contractId, left, right }: ComparisonProps) {
  const before = useOperation('versions.text', { contractId, versionNumber: left.versionNumber });
  const after = useOperation('versions.text', { contractId, versionNumber: right.versionNumber });
  const error = before.error ?? after.error;
  const compared = useMemo(
    () => (before.data === undefined || after.data === undefined ? null : compareTexts(before.data.blocks, after.data.blocks)),
    [before.data, after.data],
  );
  if (error !== null) return <ErrorMessage error={error} operation="versions.text" />;
  if (compared === null) return <LoadingState />;
  return <Compared compared={compared} left={left} right={right} />;
}

interface ComparedProps extends Omit<ComparisonProps, 'contractId'> {
  readonly compared: ReturnType<typeof compareTexts>;
}

function Compared({ compared, left, right }: ComparedProps) {
  const translate = useTranslate();
  const nameOf = useVersionName();
  const [mode, setMode] = useState<ComparisonMode>('sideBySide');
  const [onlyChanges, setOnlyChanges] = useState(false);
  const places = useMemo(() => compared.flatMap((block, index) => (isChange(block) ? [index] : [])), [compared]);
  const { at, go } = useChangeKeys(places.length);
  const present = at === null ? null : (places[at] ?? null);
  const counts = countChanges(compared);
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={translate('versions.compared', { left: nameOf(left), right: nameOf(right) })}
    >
      <Stack
        direction="row"
        useFlexGap
        spacing={1}
        sx={{ flexWrap: 'wrap', alignItems: 'center', position: 'sticky', top: 0, zIndex: 1, px: 2, py: 1, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
      >
        <ToggleButtonGroup size="small" exclusive value={mode} aria-label={translate('versions.mode')} onChange={(_, next: ComparisonMode | null) => next !== null && setMode(next)}>
          <ToggleButton value="sideBySide">{translate('versions.sideBySide')}</ToggleButton>
          <ToggleButton value="inline">{translate('versions.inline')}</ToggleButton>
        </ToggleButtonGroup>
        <FormControlLabel
          control={<Switch size="small" checked={onlyChanges} onChange={(event) => setOnlyChanges(event.target.checked)} />}
          label={translate('versions.onlyChanges')}
          slotProps={{ typography: { variant: 'body2' } }}
          sx={{ ml: 1.5 }}
        />
        <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
          {(['changed', 'added', 'removed'] as const)
            .filter((kind) => counts[kind] > 0)
            .map((kind) => translate(`versions.${kind}`, { count: counts[kind] }))
            .join(' · ')}
        </Typography>
        {places.length > 0 && (
          <>
            <Typography variant="body2" aria-live="polite">
              {at !== null && translate('versions.place', { at: at + 1, total: places.length })}
            </Typography>
            <Button size="small" onClick={() => go(-1)} endIcon={<KeyCap keys={['P']} />}>
              {translate('versions.previous')}
            </Button>
            <Button size="small" onClick={() => go(1)} endIcon={<KeyCap keys={['N']} />}>
              {translate('versions.next')}
            </Button>
          </>
        )}
      </Stack>
      {places.length === 0 && (
        <Alert severity="success" sx={{ m: 2 }}>
          {translate('versions.same')}
        </Alert>
      )}
      <Box sx={{ px: 2, py: 1.5 }}>
        {mode === 'sideBySide' && (
          <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 2, pb: 0.5, overflowWrap: 'anywhere' }}>
            <Typography variant="subtitle2">{nameOf(left)}</Typography>
            <Typography variant="subtitle2">{nameOf(right)}</Typography>
          </Box>
        )}
        {compared.map((block, index) =>
          onlyChanges && !isChange(block) ? null : <ComparedRow key={index} block={block} mode={mode} isPresent={index === present} />,
        )}
      </Box>
    </Paper>
  );
}
