import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Language, Theme } from '#shared/features/settings/model.ts';
import { writeFileAtomically } from '../files/atomic-file.ts';

export interface WindowBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
}

/** The locked vault that the window asks a passphrase for. */
export interface UnlockSubject {
  readonly vaultName: string;
  readonly vaultFolder: string;
  readonly userName: string;
}

/** How the window looked last; it opens so before the settings are read and the vaults are known. */
export interface WindowLook {
  readonly bounds: WindowBounds | null;
  readonly theme: Theme;
  readonly language: Language;
  /** Null where the window begins with anything but the unlock screen. */
  readonly unlock: UnlockSubject | null;
}

export interface WindowMemory {
  read(): WindowLook;
  change(change: Partial<WindowLook>): void;
}

/**
 * Where the window stood, from a JSON file; a missing or unreadable one means the defaults. Checked by hand, for the
 * window opens before any library is loaded.
 */
export function openWindowMemory(file: string): WindowMemory {
  let look = load(file);
  return {
    read: () => look,
    change: (change) => {
      const changed = { ...look, ...change };
      if (JSON.stringify(changed) === JSON.stringify(look)) return;
      look = changed;
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileAtomically(file, Buffer.from(JSON.stringify(look)));
      } catch {
        // A convenience: a full or read-only profile folder must not stop the work.
      }
    },
  };
}

function load(file: string): WindowLook {
  try {
    const { bounds, theme, language, unlock } = JSON.parse(readFileSync(file, 'utf8')) as Fields;
    return {
      bounds: isBounds(bounds) ? bounds : null,
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      language: language === 'en' ? 'en' : 'zh-CN',
      unlock: isSubject(unlock) ? unlock : null,
    };
  } catch {
    return { bounds: null, theme: 'system', language: 'zh-CN', unlock: null };
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isBounds(value: unknown): value is WindowBounds {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height, maximised } = value as Fields;
  if (![x, y, width, height].every(Number.isInteger)) return false;
  return (width as number) >= 400 && (height as number) >= 300 && typeof maximised === 'boolean';
}

function isSubject(value: unknown): value is UnlockSubject {
  if (typeof value !== 'object' || value === null) return false;
  const { vaultName, vaultFolder, userName } = value as Fields;
  return [vaultName, vaultFolder, userName].every((text) => typeof text === 'string');
}
