import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { Language, Theme } from '#shared/features/settings/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { FieldRow } from '../../../ui/field-row.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useSettings } from '../use-settings.ts';

const languages = ['zh-CN', 'en'] as const;
const themes = ['light', 'dark', 'system'] as const;

export function AppearanceSection() {
  const translate = useTranslate();
  const { settings, change } = useSettings();
  return (
    <SectionCard title={translate('settings.appearance.title')}>
      <FieldRow label={translate('settings.language.label')} hint={translate('settings.language.hint')}>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={translate('settings.language.label')}
          value={settings?.language ?? null}
          onChange={(_, language: Language | null) => language !== null && void change({ language })}
        >
          {languages.map((language) => (
            <ToggleButton key={language} value={language} lang={language} sx={{ px: 2 }}>
              {translate(`settings.language.${language}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </FieldRow>
      <FieldRow label={translate('settings.theme.label')}>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={translate('settings.theme.label')}
          value={settings?.theme ?? null}
          onChange={(_, theme: Theme | null) => theme !== null && void change({ theme })}
        >
          {themes.map((theme) => (
            <ToggleButton key={theme} value={theme} sx={{ px: 2 }}>
              {translate(`settings.theme.${theme}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </FieldRow>
    </SectionCard>
  );
}
