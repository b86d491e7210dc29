import { useCallback } from 'react';
import { isPlain } from '#shared/kernel/plain-text.ts';
import { useTranslate } from '../i18n/i18n.ts';

interface FieldMarks {
  readonly error: boolean;
  readonly helperText: string | undefined;
}

/** How a text field is marked: as wrong where its text holds characters that nobody sees, otherwise with its hint. */
export function usePlainField(): (text: string, hint?: string) => FieldMarks {
  const translate = useTranslate();
  return useCallback((text, hint) => (isPlain(text) ? { error: false, helperText: hint } : { error: true, helperText: translate('ui.invisibleCharacters') }), [translate]);
}
