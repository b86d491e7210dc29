import ClearIcon from '@mui/icons-material/Clear';
import SearchIcon from '@mui/icons-material/Search';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from '../i18n/i18n.ts';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  /** Told once typing pauses, and never with the unfinished letters of an input method. */
  readonly onChange: (value: string) => void;
  readonly width?: number;
}

const pauseMs = 220;

/** A search box. `/` on the page moves the focus here; Escape empties it. */
export function SearchField({ label, value, onChange, width = 320 }: SearchFieldProps) {
  const translate = useTranslate();
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  const isComposing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The owner emptied or changed the search from outside.
  if (value !== told) {
    setTold(value);
    setTyped(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const tell = (text: string) => {
    setTold(text);
    onChange(text);
  };
  const change = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    if (isComposing.current) return;
    timer.current = setTimeout(() => tell(text), pauseMs);
  };
  const clear = () => {
    setTyped('');
    clearTimeout(timer.current);
    tell('');
  };

  return (
    <TextField
      size="small"
      type="search"
      placeholder={label}
      value={typed}
      onChange={(event) => change(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '' && !isComposing.current) {
          event.stopPropagation();
          clear();
        }
      }}
      sx={{ width, maxWidth: '100%', '& input::-webkit-search-cancel-button': { display: 'none' } }}
      slotProps={{
        htmlInput: {
          'aria-label': label,
          'data-search-field': true,
          maxLength: 200,
          spellCheck: false,
          onCompositionStart: () => (isComposing.current = true),
          onCompositionEnd: (event: React.CompositionEvent<HTMLInputElement>) => {
            isComposing.current = false;
            change(event.currentTarget.value);
          },
        },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: typed === '' ? undefined : (
            <InputAdornment position="end">
              <IconButton size="small" edge="end" aria-label={translate('ui.clearSearch')} onClick={clear}>
                <ClearIcon fontSize="small" />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
