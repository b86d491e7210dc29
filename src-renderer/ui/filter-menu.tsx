import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useId, useState } from 'react';
import { useTranslate } from '../i18n/i18n.ts';

/** How every button of a row of conditions looks: narrow, so that the row keeps to one line for as long as it can. */
export const filterButtonStyle = { height: 34, borderColor: 'divider', '& .MuiButton-endIcon': { ml: 0.25 } } as const;

export interface FilterOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface FilterMenuProps<Value extends string> {
  readonly label: string;
  readonly options: readonly FilterOption<Value>[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
  /** Only one at a time: choosing another replaces it. */
  readonly isSingle?: boolean;
}

/** A button that opens a list of conditions to tick; it names what is ticked. */
export function FilterMenu<Value extends string>({ label, options, chosen, onChange, isSingle = false }: FilterMenuProps<Value>) {
  const translate = useTranslate();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const first = options.find(({ value }) => value === chosen[0]);
  const toggle = (value: Value) => {
    const others = isSingle ? [] : chosen.filter((each) => each !== value);
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...others, value]);
  };
  return (
    <>
      <Button
        size="small"
        variant={chosen.length === 0 ? 'outlined' : 'contained'}
        color={chosen.length === 0 ? 'inherit' : 'primary'}
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : id}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={filterButtonStyle}
      >
        {first === undefined
          ? label
          : chosen.length === 1
            ? translate('ui.filter.one', { label, value: first.label })
            : translate('ui.filter.more', { label, count: chosen.length })}
      </Button>
      <Menu id={id} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} slotProps={{ paper: { sx: { maxHeight: 420 } } }}>
        {options.map(({ value, label: text }) => (
          <MenuItem key={value} dense role="menuitemcheckbox" aria-checked={chosen.includes(value)} onClick={() => toggle(value)}>
            <Checkbox size="small" edge="start" tabIndex={-1} disableRipple checked={chosen.includes(value)} slotProps={{ input: { 'aria-hidden': true } }} sx={{ py: 0.25 }} />
            <ListItemText primary={text} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
