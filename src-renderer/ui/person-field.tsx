import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from '../i18n/i18n.ts';

interface Person<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

interface PersonFieldProps<Id extends string> {
  readonly label: string;
  /** Those who can be chosen; undefined while they are being asked for. */
  readonly people: readonly Person<Id>[] | undefined;
  readonly value: Id | null;
  /** Who was chosen last: they stay chosen, by their name, when they have left the vault since. */
  readonly recorded: Person<Id> | null;
  /** What it is called to choose nobody; not given: somebody must be chosen. */
  readonly nobody?: string;
  readonly isDisabled?: boolean;
  readonly onChange: (id: Id | null) => void;
}

/** Somebody of the vault, or nobody where that may be. */
export function PersonField<Id extends string>({ label, people, value, recorded, nobody, isDisabled = false, onChange }: PersonFieldProps<Id>) {
  const translate = useTranslate();
  const nameOf = (id: Id): string => {
    const name = recorded?.id === id ? recorded.name : '';
    if (people === undefined) return name;
    return name === '' ? translate('ui.person.gone') : translate('ui.person.left', { name });
  };
  const isPresent = people?.some(({ id }) => id === value) === true;
  const listed = [...(people ?? []), ...(value === null || isPresent ? [] : [{ id: value, name: nameOf(value) }])];
  return (
    <TextField select fullWidth required={nobody === undefined} label={label} value={value ?? ''} disabled={isDisabled} onChange={(event) => onChange(listed.find(({ id }) => id === event.target.value)?.id ?? null)} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
      {nobody !== undefined && <MenuItem value="">{nobody}</MenuItem>}
      {listed.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
