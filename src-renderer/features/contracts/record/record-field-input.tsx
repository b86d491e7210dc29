import Autocomplete from '@mui/material/Autocomplete';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { DateEntryField } from '../components/fields/date-entry-field.tsx';
import { PartyEntryField } from '../components/fields/party-entry-field.tsx';
import { choiceKey, type RecordField } from './record-fields.ts';

interface RecordFieldInputProps {
  readonly field: RecordField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isDisabled: boolean;
  readonly hasProblem: boolean;
  readonly helperText: string | undefined;
}

/** One field of a record, as its kind is typed. */
export function RecordFieldInput(props: RecordFieldInputProps) {
  const translate = useTranslate();
  const { field, value, onChange, isDisabled, hasProblem, helperText } = props;
  const id = `record-${field.name}`;
  const label = translate(`contracts.record.field.${field.name}`);
  const shared = { id, label, entry: value, onChange, onBlur: () => undefined, hasProblem, helperText };
  if (field.kind === 'day') return <DateEntryField {...shared} variable={{ required: false }} />;
  if (field.kind === 'party' && !isDisabled) return <PartyEntryField {...shared} variable={{ required: false }} />;
  if (field.kind === 'party') return <ShownParty {...props} label={label} />;
  if (field.kind === 'parent') return <ParentInput {...props} label={label} />;
  const isChoice = field.kind === 'choice';
  return (
    <TextField
      fullWidth
      id={id}
      label={label}
      required={field.name === 'title'}
      select={isChoice}
      multiline={field.kind === 'notes'}
      {...(field.kind === 'notes' ? { minRows: 3, maxRows: 10 } : {})}
      value={value}
      disabled={isDisabled}
      onChange={(event) => onChange(event.target.value)}
      error={hasProblem}
      helperText={helperText}
      slotProps={{ htmlInput: { maxLength: field.maxLength ?? 4000, inputMode: field.kind === 'count' || field.kind === 'amount' ? 'decimal' : 'text' } }}
    >
      {isChoice &&
        field.choices?.map((each) => (
          <MenuItem key={each} value={each}>
            {field.words === undefined ? each : translate(choiceKey(field.words, each))}
          </MenuItem>
        ))}
    </TextField>
  );
}

interface LabelledProps extends RecordFieldInputProps {
  readonly label: string;
}

/** A party that can't be changed any more. */
function ShownParty({ value, label, helperText }: LabelledProps) {
  const party = useOperation('parties.get', { id: value as never }, { enabled: value !== '' }).data;
  const name = party === undefined ? '' : party.nameZh === '' ? party.nameEn : party.nameZh;
  return <TextField fullWidth disabled label={label} value={name} helperText={helperText} />;
}

interface Option {
  readonly id: string;
  readonly label: string;
}

/** The contract above: searched by number, title or party. */
function ParentInput({ value, onChange, isDisabled, hasProblem, helperText, label }: LabelledProps) {
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  const chosen = useOperation('contracts.get', { id: value as ContractId }, { enabled: value !== '' }).data;
  const found = useOperation('contracts.list', { search: search.slice(0, 200), sort: 'updated', limit: 20 }, { keepPrevious: true });
  const options = (found.data?.contracts ?? []).map((contract): Option => ({ id: contract.id, label: `${contract.number} ${contract.title}` }));
  const current: Option | null = chosen === undefined || value === '' ? null : { id: value, label: `${chosen.summary.number} ${chosen.summary.title}` };
  return (
    <Autocomplete<Option>
      id="record-parentId"
      options={options}
      value={current}
      disabled={isDisabled}
      onChange={(_, option) => onChange(option?.id ?? '')}
      onInputChange={(_, text, reason) => setSearch(reason === 'input' ? text : '')}
      filterOptions={(all) => all}
      isOptionEqualToValue={(option, other) => option.id === other.id}
      noOptionsText={translate('contracts.noneFound.title')}
      renderInput={(input) => <TextField {...input} label={label} error={hasProblem} helperText={helperText} />}
    />
  );
}
