import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { courseLanguages, type InBoth } from '#shared/features/training/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface BothFieldsProps {
  readonly label: string;
  readonly value: InBoth;
  readonly maxLength: number;
  /** More than one: several lines, growing to twenty-four. */
  readonly rows?: number;
  /** For texts whose lines have a notation. */
  readonly isMonospace?: boolean;
  readonly onChange: (value: InBoth) => void;
}

/** The same text in Chinese and English, side by side. */
export function BothFields({ label, value, maxLength, rows = 1, isMonospace = false, onChange }: BothFieldsProps) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(320px, 1fr))' }}>
      {courseLanguages.map((language) => (
        <TextField
          key={language}
          required
          label={translate(`training.edit.in.${language}`, { label })}
          value={value[language]}
          onChange={(event) => onChange({ ...value, [language]: event.target.value })}
          {...(rows > 1 ? { multiline: true, minRows: rows, maxRows: 24 } : {})}
          slotProps={{ htmlInput: { maxLength, lang: language, spellCheck: !isMonospace } }}
          sx={isMonospace ? { '& textarea': { fontFamily: 'monospace', fontSize: '0.875rem' } } : {}}
        />
      ))}
    </Box>
  );
}
