import VisibilityOffOutlinedIcon from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlinedIcon from '@mui/icons-material/VisibilityOutlined';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';

interface PassphraseFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isNew?: boolean;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  readonly onBlur?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A passphrase: hidden unless asked for, with a word when Caps Lock is on. */
export function PassphraseField(props: PassphraseFieldProps) {
  const translate = useTranslate();
  const [isShown, setShown] = useState(false);
  const [isCapsLock, setCapsLock] = useState(false);
  const noticeCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const helper = props.problem ?? (isCapsLock ? translate('vault.passphrase.capsLock') : props.hint);
  const toggleLabel = translate(isShown ? 'vault.passphrase.hide' : 'vault.passphrase.show');
  return (
    <TextField
      fullWidth
      id={props.id}
      label={props.label}
      type={isShown ? 'text' : 'password'}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={noticeCapsLock}
      onKeyUp={noticeCapsLock}
      onBlur={() => {
        setCapsLock(false);
        props.onBlur?.();
      }}
      autoFocus={props.autoFocus ?? false}
      disabled={props.disabled ?? false}
      autoComplete={props.isNew === true ? 'new-password' : 'current-password'}
      error={props.problem !== undefined}
      helperText={helper}
      {...(props.inputRef === undefined ? {} : { inputRef: props.inputRef })}
      slotProps={{
        htmlInput: { maxLength: 1024, spellCheck: false, autoCapitalize: 'off' },
        formHelperText: { 'aria-live': 'polite' },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                edge="end"
                size="small"
                aria-label={toggleLabel}
                aria-pressed={isShown}
                onClick={() => setShown(!isShown)}
              >
                {isShown ? <VisibilityOffOutlinedIcon fontSize="small" /> : <VisibilityOutlinedIcon fontSize="small" />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
