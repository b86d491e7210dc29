import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { currencies } from '#shared/kernel/money.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { ImportDraft, ImportDraftState } from '../use-import-draft.ts';
import { MappingTable } from './mapping-table.tsx';
import { PlainSelect } from './plain-select.tsx';
import { StepActions } from './step-actions.tsx';

interface MapStepProps {
  readonly state: ImportDraftState;
  readonly draft: ImportDraft;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** Second step: which column fills which field, and how doubtful rows are taken. */
export function MapStep({ state, draft, onBack, onNext }: MapStepProps) {
  const translate = useTranslate();
  const { preview, plan } = draft;
  if (preview === undefined) return null;
  return (
    <Stack spacing={2}>
      {preview.isRemembered && <Alert severity="info">{translate('imports.map.remembered')}</Alert>}
      {plan === null && <Alert severity="warning">{translate(`imports.map.required.${preview.kind}`)}</Alert>}
      <MappingTable preview={preview} mapping={draft.mapping} onMap={state.map} />
      <Typography variant="h3">{translate('imports.map.options')}</Typography>
      <Options state={state} draft={draft} />
      <StepActions>
        <Button onClick={onBack}>{translate('imports.previous')}</Button>
        <Button variant="contained" disabled={plan === null} onClick={onNext}>
          {translate('imports.next.check')}
        </Button>
      </StepActions>
    </Stack>
  );
}

function Options({ state: { setOptions }, draft: { options, preview } }: Pick<MapStepProps, 'state' | 'draft'>) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))' }}>
      <PlainSelect
        label={translate('imports.option.onDuplicate.label')}
        value={options.onDuplicate}
        options={(['skip', 'add'] as const).map((value) => ({ value, label: translate(`imports.option.onDuplicate.${value}`) }))}
        onChange={(onDuplicate) => setOptions({ onDuplicate })}
      />
      <PlainSelect
        label={translate('imports.option.onSimilar.label')}
        value={options.onSimilar}
        options={(['use', 'add'] as const).map((value) => ({ value, label: translate(`imports.option.onSimilar.${value}`) }))}
        onChange={(onSimilar) => setOptions({ onSimilar })}
      />
      {preview?.kind === 'contracts' && (
        <>
          <PlainSelect
            label={translate('imports.option.dayOrder.label')}
            value={options.dayOrder ?? 'ask'}
            options={(['ask', 'dmy', 'mdy'] as const).map((value) => ({ value, label: translate(`imports.option.dayOrder.${value}`) }))}
            onChange={(dayOrder) => setOptions({ dayOrder: dayOrder === 'ask' ? null : dayOrder })}
          />
          <PlainSelect
            label={translate('imports.option.currency')}
            value={options.currency}
            options={currencies.map((value) => ({ value, label: value }))}
            onChange={(currency) => setOptions({ currency })}
          />
        </>
      )}
    </Box>
  );
}
