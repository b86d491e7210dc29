import type { Language, Settings } from '#shared/features/settings/model.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { DeviceState } from '../../device/device-state.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';

export interface About {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly platform: string;
}

export interface SettingsParts {
  readonly device: DeviceState;
  readonly about: () => About;
  readonly onSettings: (settings: Settings) => void;
}

/** Preferences of this laptop; see the model. */
export function createSettingsHandlers({ device, about, onSettings }: SettingsParts): HandlersOf<'settings'> {
  return {
    get: () => succeed(device.read().settings),
    update: (change) => {
      const { settings } = device.change((state) => ({ ...state, settings: { ...state.settings, ...defined(change) } }));
      onSettings(settings);
      return succeed(settings);
    },
    about: () => succeed(about()),
  };
}

/** The settings that a fresh laptop begins with, in the language of its system. */
export function defaultSettings(systemLanguage: string): Settings {
  const language: Language = systemLanguage.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
  return { language, theme: 'system', idleLockMinutes: 10 };
}

function defined<Change extends object>(change: Change): { [Key in keyof Change]?: Exclude<Change[Key], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Change]?: Exclude<Change[Key], undefined>;
  };
}
