import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];
process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder that disappears with the test process. */
export function createTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deedbox-pdf-'));
  folders.push(folder);
  return folder;
}
