import MenuItem from '@mui/material/MenuItem';
import MenuList from '@mui/material/MenuList';
import Paper from '@mui/material/Paper';
import Popper from '@mui/material/Popper';
import TextField from '@mui/material/TextField';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { mentionBefore } from '#shared/kernel/mentions.ts';
import { useTranslate } from '../i18n/i18n.ts';
import { PlainTextField } from './plain-text-field.tsx';

interface MentionFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Names that an @ may be followed by. */
  readonly names: readonly string[];
  readonly hint?: string;
  readonly minRows?: number;
  readonly maxRows?: number;
  readonly maxLength: number;
  readonly required?: boolean;
  /** Words of others come in as they are, hidden characters included. */
  readonly isQuoted?: boolean;
  /** Whether one types into it at once. */
  readonly isFocused?: boolean;
}

const mostShown = 6;

/** A text of several lines in which an @ offers people: arrows choose, Enter or Tab takes, Escape leaves it as typed. */
export function MentionField({ label, value, onChange, names, hint, minRows = 1, maxRows = 8, maxLength, required = false, isQuoted = false, isFocused = false }: MentionFieldProps) {
  const translate = useTranslate();
  const Field = isQuoted ? TextField : PlainTextField;
  const input = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const typed = caret === null ? null : mentionBefore(value, caret);
  const offered = typed === null ? [] : names.filter((name) => name.toLowerCase().startsWith(typed.typed.toLowerCase()) && name.toLowerCase() !== typed.typed.toLowerCase()).slice(0, mostShown);
  const at = Math.min(active, offered.length - 1);

  const take = (name: string) => {
    if (typed === null || caret === null) return;
    const next = `${value.slice(0, typed.from)}@${name} ${value.slice(caret).trimStart()}`;
    if (next.length > maxLength) return setCaret(null);
    onChange(next);
    setCaret(null);
    const behind = typed.from + name.length + 2;
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(behind, behind);
    });
  };
  const press = (event: KeyboardEvent) => {
    const chosen = offered[at];
    if (chosen === undefined || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setActive((at + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') setCaret(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <Field
        multiline
        fullWidth
        autoFocus={isFocused}
        required={required}
        label={label}
        value={value}
        minRows={minRows}
        maxRows={maxRows}
        helperText={hint}
        inputRef={input}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setActive(0);
        }}
        onKeyDown={press}
        onBlur={() => setCaret(null)}
        slotProps={{ htmlInput: { maxLength, 'aria-autocomplete': 'list', 'aria-controls': offered.length > 0 ? listId : undefined, 'aria-activedescendant': offered.length > 0 ? `${listId}-${at}` : undefined } }}
      />
      <Popper open={offered.length > 0} anchorEl={() => input.current ?? document.body} placement="bottom-start" sx={{ zIndex: 'tooltip' }}>
        <Paper elevation={8}>
          <MenuList id={listId} role="listbox" aria-label={translate('ui.mentionable')} dense>
            {offered.map((name, index) => (
              <MenuItem key={name} id={`${listId}-${index}`} role="option" aria-selected={index === at} selected={index === at} tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={() => take(name)}>
                {name}
              </MenuItem>
            ))}
          </MenuList>
        </Paper>
      </Popper>
    </>
  );
}
