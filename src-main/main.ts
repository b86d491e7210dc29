import { join } from 'node:path';
import { startApp } from './shell/app.ts';

// Only the shell is loaded at once; all the rest comes while the window's process starts.
startApp(join(import.meta.dirname, '..'), async () => (await import('./composition.ts')).compose);
