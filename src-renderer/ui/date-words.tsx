import { AdapterDayjs } from '@mui/x-date-pickers/AdapterDayjs';
import { LocalizationProvider } from '@mui/x-date-pickers/LocalizationProvider';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/i18n.ts';

/** Gives the date pickers within the words and the week of the interface's language. */
export function DateWords({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  return (
    <LocalizationProvider dateAdapter={AdapterDayjs} adapterLocale={language === 'zh-CN' ? 'zh-cn' : 'en-gb'}>
      {children}
    </LocalizationProvider>
  );
}
