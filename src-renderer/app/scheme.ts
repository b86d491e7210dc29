import type { Theme } from '#shared/features/settings/model.ts';
import { schemeAttribute } from '../theme/theme.ts';

/** Marks the document with the colours to begin with; from then on the theme provider keeps the mark. */
export function showScheme(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && globalThis.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute(schemeAttribute, isDark ? 'dark' : 'light');
}
