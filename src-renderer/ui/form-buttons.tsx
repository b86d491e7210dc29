import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslate } from '../i18n/i18n.ts';

interface FormButtonsProps {
  /** What saving is called. */
  readonly label: string;
  readonly isDisabled: boolean;
  readonly isRunning: boolean;
  readonly onSave: () => Promise<void>;
  readonly onCancel: () => void;
}

/** Saving and leaving, below a form that stands within a page. */
export function FormButtons({ label, isDisabled, isRunning, onSave, onCancel }: FormButtonsProps) {
  const translate = useTranslate();
  return (
    <Stack direction="row" spacing={1}>
      <Button variant="contained" disabled={isDisabled} loading={isRunning} onClick={() => void onSave()}>
        {label}
      </Button>
      <Button color="inherit" onClick={onCancel}>
        {translate('ui.cancel')}
      </Button>
    </Stack>
  );
}
