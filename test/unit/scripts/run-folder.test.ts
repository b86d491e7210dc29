import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../harness/world.ts';

const script = pathToFileURL(join(import.meta.dirname, '../../../scripts/test/run-folder.mjs')).href;

test('the folder of a run ends with its process, and takes those of killed runs with it', () => {
  const { path, remove } = temporaryFolder();
  try {
    // No process has this number; our own lives.
    const [killed, alive] = [join(path, 'deedbox-run-99999999'), join(path, `deedbox-run-${process.pid}`)];
    for (const folder of [killed, alive]) mkdirSync(folder);
    writeFileSync(join(killed, 'left.db'), 'x');
    const work = `const { makeRunFolder } = await import(${JSON.stringify(script)}); const folder = makeRunFolder(${JSON.stringify(path)}); process.stdout.write(folder); process.exit(3);`;
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', work], { encoding: 'utf8' });
    expect([status, stdout.startsWith(path), existsSync(stdout)]).toEqual([3, true, false]);
    expect(readdirSync(path)).toEqual([`deedbox-run-${process.pid}`]);
  } finally {
    remove();
  }
});
