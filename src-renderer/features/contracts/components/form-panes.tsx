import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState, type ReactNode } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';

interface FormPanesProps {
  readonly form: ReactNode;
  readonly preview: ReactNode;
}

/** Form and preview side by side; in a narrow window one at a time. */
export function FormPanes({ form, preview }: FormPanesProps) {
  const translate = useTranslate();
  const [shown, setShown] = useState<'form' | 'preview'>('form');
  const isHidden = (pane: 'form' | 'preview') => ({ display: { xs: shown === pane ? 'block' : 'none', md: 'block' } });
  return (
    <Box>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={shown}
        onChange={(_, pane: 'form' | 'preview' | null) => pane !== null && setShown(pane)}
        sx={{ display: { xs: 'inline-flex', md: 'none' }, mb: 2 }}
      >
        <ToggleButton value="form">{translate('contracts.form.showForm')}</ToggleButton>
        <ToggleButton value="preview">{translate('contracts.form.showPreview')}</ToggleButton>
      </ToggleButtonGroup>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 5fr) minmax(0, 6fr)' } }}>
        <Box sx={isHidden('form')}>{form}</Box>
        <Box sx={isHidden('preview')}>
          <Box sx={stickyStyle}>{preview}</Box>
        </Box>
      </Box>
    </Box>
  );
}

const stickyStyle = { position: 'sticky', top: 16, height: 'calc(100vh - 152px)', minHeight: 360 } as const;
