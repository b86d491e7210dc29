import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Rating from '@mui/material/Rating';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { outcomeOf, type Answer, type ChecklistItem } from '#shared/features/reviews/checklist.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';

interface ItemFieldsProps {
  readonly item: ChecklistItem;
  readonly answer: Answer;
  readonly contractId: ContractId;
  readonly onChange: (part: Partial<Answer>) => void;
}

/** A question with its answer, by its kind; anything can be not applicable, and a note can be added. */
export function ItemFields({ item, answer, contractId, onChange }: ItemFieldsProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const id = useId();
  const outcome = outcomeOf(item, answer);
  return (
    <Box role="group" aria-labelledby={id} data-item={item.key} data-outcome={outcome} sx={{ scrollMarginTop: 24 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start', mb: 1 }}>
        <Typography id={id} variant="subtitle2" component="h3" sx={{ flex: 1 }}>
          {language === 'en' ? item.en : item.zh}
          {item.isCritical && (
            <Typography component="span" variant="caption" color="textSecondary" sx={{ ml: 1 }}>
              {translate('reviews.item.critical')}
            </Typography>
          )}
        </Typography>
        {outcome !== 'open' && <StatusChip label={translate(`reviews.outcome.${outcome}`)} tone={outcome === 'failed' ? 'danger' : outcome === 'passed' ? 'success' : 'neutral'} />}
      </Stack>
      <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        {!answer.isNotApplicable && <Control item={item} answer={answer} labelId={id} contractId={contractId} onChange={onChange} />}
        <FormControlLabel control={<Checkbox size="small" checked={answer.isNotApplicable} onChange={(_, isOn) => onChange({ isNotApplicable: isOn })} />} label={translate('reviews.item.notApplicable')} />
        {item.kind !== 'text' && <TextField label={translate('reviews.item.note')} value={answer.note} onChange={(event) => onChange({ note: event.target.value })} sx={{ flex: '1 1 220px' }} slotProps={{ htmlInput: { maxLength: 2000 } }} />}
      </Stack>
    </Box>
  );
}

function Control({ item, answer, labelId, contractId, onChange }: ItemFieldsProps & { readonly labelId: string }) {
  const translate = useTranslate();
  switch (item.kind) {
    case 'yes_no':
      return <YesNo answer={answer} labelId={labelId} onChange={onChange} />;
    case 'scale':
      return <Rating max={5} value={answer.number} onChange={(_, number) => onChange({ number })} getLabelText={(value) => translate('reviews.item.ofFive', { value })} />;
    case 'number':
      return <NumberAnswer item={item} answer={answer} labelId={labelId} onChange={onChange} />;
    case 'text':
      return <TextField fullWidth multiline value={answer.text} onChange={(event) => onChange({ text: event.target.value })} slotProps={{ htmlInput: { maxLength: 4000, 'aria-labelledby': labelId } }} />;
    case 'evidence':
      return <Evidence answer={answer} contractId={contractId} onChange={onChange} />;
  }
}

type PartProps = Pick<ItemFieldsProps, 'answer' | 'onChange'>;

function YesNo({ answer, labelId, onChange }: PartProps & { readonly labelId: string }) {
  const translate = useTranslate();
  return (
    <RadioGroup row aria-labelledby={labelId} value={answer.choice ?? ''} onChange={(_, value) => onChange({ choice: value === 'yes' ? 'yes' : 'no' })}>
      <FormControlLabel value="yes" control={<Radio size="small" />} label={translate('reviews.item.yes')} />
      <FormControlLabel value="no" control={<Radio size="small" />} label={translate('reviews.item.no')} />
    </RadioGroup>
  );
}

function NumberAnswer({ item, answer, labelId, onChange }: PartProps & { readonly item: ChecklistItem; readonly labelId: string }) {
  const translate = useTranslate();
  const bounds = [item.atLeast === null ? '' : `≥ ${item.atLeast}`, item.atMost === null ? '' : `≤ ${item.atMost}`].filter((part) => part !== '').join(', ');
  return (
    <NumberField
      label={[translate('reviews.item.number'), bounds].filter((part) => part !== '').join(' ')}
      value={answer.number}
      onChange={(number) => onChange({ number })}
      sx={{ width: 200 }}
      htmlInput={{ 'aria-describedby': labelId }}
    />
  );
}

/** Files of the contract as proof; or the word that there is none. */
function Evidence({ answer, contractId, onChange }: PartProps & { readonly contractId: ContractId }) {
  const translate = useTranslate();
  const files = useOperation('attachments.list', { contractId }).data ?? [];
  return (
    <Stack direction="row" spacing={2} sx={{ alignItems: 'center', flex: '1 1 320px' }}>
      <Autocomplete
        multiple
        sx={{ flex: 1 }}
        options={files}
        value={files.filter(({ id }) => answer.fileIds.includes(id))}
        onChange={(_, chosen) => onChange({ fileIds: chosen.map(({ id }) => id) })}
        getOptionLabel={({ name }) => name}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        noOptionsText={translate('reviews.item.noFiles')}
        renderInput={(parameters) => <TextField {...parameters} label={translate('reviews.item.evidence')} />}
      />
      <FormControlLabel control={<Checkbox size="small" checked={answer.choice === 'no'} onChange={(_, isOn) => onChange({ choice: isOn ? 'no' : null })} />} label={translate('reviews.item.noEvidence')} />
    </Stack>
  );
}
