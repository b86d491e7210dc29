import BrightnessAutoOutlinedIcon from '@mui/icons-material/BrightnessAutoOutlined';
import DarkModeOutlinedIcon from '@mui/icons-material/DarkModeOutlined';
import LightModeOutlinedIcon from '@mui/icons-material/LightModeOutlined';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import type { Theme } from '#shared/features/settings/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useSettings } from '../use-settings.ts';

const nextTheme = { light: 'dark', dark: 'system', system: 'light' } as const satisfies Record<Theme, Theme>;
const iconByTheme = {
  light: <LightModeOutlinedIcon fontSize="small" />,
  dark: <DarkModeOutlinedIcon fontSize="small" />,
  system: <BrightnessAutoOutlinedIcon fontSize="small" />,
} as const;

/** Goes round the three kinds of colours: light, dark, as the system. */
export function ThemeSwitch() {
  const translate = useTranslate();
  const { settings, change } = useSettings();
  const theme = settings?.theme ?? 'system';
  const label = translate('settings.theme.switch', { current: translate(`settings.theme.${theme}`) });
  return (
    <Tooltip title={label}>
      <IconButton size="small" aria-label={label} onClick={() => void change({ theme: nextTheme[theme] })}>
        {iconByTheme[theme]}
      </IconButton>
    </Tooltip>
  );
}
