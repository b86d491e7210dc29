import type { StringKey } from '../../i18n/i18n.ts';
import { places } from './places.tsx';

const isMac = window.deedbox.platform === 'darwin';

export const modifierKey = isMac ? '⌘' : 'Ctrl';

export type ShortcutAction =
  | { readonly kind: 'go'; readonly path: string }
  | { readonly kind: 'palette' | 'shortcuts' | 'help' | 'newContract' | 'lock' | 'search' };

export interface Shortcut {
  readonly label: StringKey;
  readonly keys: readonly string[];
  readonly matches: (event: KeyboardEvent) => boolean;
  readonly action: ShortcutAction;
}

/** Every key of the frame, as the sheet lists them and the window obeys them. */
export const shortcuts: readonly Shortcut[] = [
  withModifier('app.shortcut.palette', 'K', { kind: 'palette' }),
  withModifier('app.shortcut.newContract', 'N', { kind: 'newContract' }),
  withModifier('app.shortcut.lock', 'L', { kind: 'lock' }),
  ...places
    .filter(({ group }) => group !== 'settings' && group !== 'bar')
    .slice(0, 9)
    .map((place, index) => withModifier(place.label, String(index + 1), { kind: 'go', path: place.path })),
  withModifier('app.place.settings', ',', { kind: 'go', path: '/settings' }),
  plain('app.shortcut.search', '/', { kind: 'search' }),
  { label: 'app.shortcut.help', keys: ['F1'], matches: (event) => event.key === 'F1', action: { kind: 'help' } },
  plain('app.shortcut.sheet', '?', { kind: 'shortcuts' }),
];

function withModifier(label: StringKey, key: string, action: ShortcutAction): Shortcut {
  return {
    label,
    keys: [modifierKey, key],
    matches: (event) => holdsModifierOnly(event) && event.key.toUpperCase() === key,
    action,
  };
}

/** A key by itself means nothing while a person types. */
function plain(label: StringKey, key: string, action: ShortcutAction): Shortcut {
  return {
    label,
    keys: [key],
    matches: (event) =>
      !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && event.key === key && !isTyping(event.target),
    action,
  };
}

function holdsModifierOnly(event: KeyboardEvent): boolean {
  const [wanted, other] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return wanted && !other && !event.altKey && !event.shiftKey;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"], [role="dialog"]') !== null)
  );
}
