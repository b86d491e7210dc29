import type { Theme } from '#shared/features/settings/model.ts';
import { schemeAttribute } from '../theme/theme.ts';

/** Marks the document with the colours to begin with; from then on the theme provider keeps the mark. */
export function showScheme(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && globalThis.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute(schemeAttribute, isDark ? 'dark' : 'light');
}

/** Paper is white: what is printed is printed in the light colours, whichever are on the screen. */
export function printInLight(): void {
  const root = document.documentElement;
  let shown: string | null = null;
  globalThis.addEventListener('beforeprint', () => {
    shown = root.getAttribute(schemeAttribute);
    root.setAttribute(schemeAttribute, 'light');
  });
  globalThis.addEventListener('afterprint', () => root.setAttribute(schemeAttribute, shown ?? 'light'));
}
