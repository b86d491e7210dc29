import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useSettings } from '../use-settings.ts';

/** Changes between the two languages; each is named in itself, so that a reader of it alone finds it. */
export function LanguageSwitch() {
  const translate = useTranslate();
  const language = useLanguage();
  const { change } = useSettings();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Tooltip describeChild title={translate('settings.language.switchHint')}>
      <Button
        color="inherit"
        size="small"
        lang={other}
        onClick={() => void change({ language: other })}
        sx={{ minWidth: 44, color: 'text.secondary' }}
      >
        {translate('settings.language.other')}
      </Button>
    </Tooltip>
  );
}
