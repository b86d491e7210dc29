import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import { useTranslate } from '../i18n/i18n.ts';

interface DialogButtonsProps {
  /** What going on is called. */
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly isRunning?: boolean;
  /** Without it the button submits the form that the dialog holds. */
  readonly onGo?: () => Promise<void> | void;
  readonly onCancel: () => void;
}

/** Leaving and going on, at the foot of a dialog. */
export function DialogButtons({ label, isDisabled = false, isRunning, onGo, onCancel }: DialogButtonsProps) {
  const translate = useTranslate();
  return (
    <DialogActions>
      <Button color="inherit" onClick={onCancel}>
        {translate('ui.cancel')}
      </Button>
      <Button
        variant="contained"
        disabled={isDisabled}
        {...(isRunning === undefined ? {} : { loading: isRunning })}
        {...(onGo === undefined ? { type: 'submit' as const } : { onClick: () => void onGo() })}
      >
        {label}
      </Button>
    </DialogActions>
  );
}
