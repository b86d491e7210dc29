import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/i18n.ts';

interface FormButtonsProps {
  /** What saving is called. */
  readonly label: string;
  readonly isDisabled: boolean;
  readonly isRunning: boolean;
  readonly onSave: () => Promise<void>;
  readonly onCancel: () => void;
  /** Stands behind the buttons. */
  readonly status?: ReactNode;
}

/** Saving and leaving, below a form that stands within a page. */
export function FormButtons({ label, isDisabled, isRunning, onSave, onCancel, status }: FormButtonsProps) {
  const translate = useTranslate();
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
      <Button variant="contained" disabled={isDisabled} loading={isRunning} onClick={() => void onSave()}>
        {label}
      </Button>
      <Button color="inherit" onClick={onCancel}>
        {translate('ui.cancel')}
      </Button>
      {status}
    </Stack>
  );
}
