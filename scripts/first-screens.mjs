#!/usr/bin/env node
// Renders the unlock screen in each language and theme into out/renderer, so that the window's first frame shows it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// As the window's own build is: the styles' names must be the same, or each would be put in twice.
process.env.NODE_ENV = 'production';
const { default: react } = await import('@vitejs/plugin-react');
const { createServer } = await import('vite');

const root = join(import.meta.dirname, '..');

const server = await createServer({
  root,
  configFile: false,
  mode: 'production',
  logLevel: 'error',
  appType: 'custom',
  plugins: [react()],
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
});
try {
  const { renderFirstScreen } = await server.ssrLoadModule('/src-renderer/app/first-screen.tsx');
  const { firstScreenFile } = await server.ssrLoadModule('/src-shared/features/settings/first-screen.ts');
  const { languageSchema, themeSchema } = await server.ssrLoadModule('/src-shared/features/settings/model.ts');
  for (const language of languageSchema.options) {
    for (const theme of themeSchema.options) {
      const file = join(root, 'out', 'renderer', firstScreenFile(language, theme));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, await renderFirstScreen({ language, theme, idleLockMinutes: 10 }));
    }
  }
} finally {
  await server.close();
}
