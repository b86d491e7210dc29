import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTemporaryFolder } from '../../harness/pdf-temporary-folder.ts';

const root = join(import.meta.dirname, '../../..');

function cli(...given: readonly string[]) {
  return spawnSync(process.execPath, ['src-main/cli.ts', ...given, '--lang', 'en'], { cwd: root, encoding: 'utf8' });
}

describe('the command line never says “changed” (1) for what it could not read', () => {
  it.each([
    ['a file that the system refuses to read', '/proc/self/mem', /refuses to read/],
    ['a folder', '/tmp', /There is no file/],
    ['a path below a file', '/etc/passwd/x.pdf', /There is no file/],
  ])('%s', (_name, path, sentence) => {
    const { status, stderr } = cli('verify', path);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toContain('node:');
  });

  it('an option that doesn’t exist, or a second file', () => {
    for (const given of [['verify', '--bogus', 'x'], ['verify', 'a.pdf', 'b.pdf']]) {
      const { status, stderr } = cli(...given);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^Usage: /);
    }
  });

  it('and says so in JSON when asked for JSON', () => {
    const path = join(createTemporaryFolder(), 'text.pdf');
    writeFileSync(path, 'hello, this is a text');
    expect(JSON.parse(cli('verify', path, '--json').stdout)).toEqual({ error: 'NOT_A_PDF' });
    expect(JSON.parse(cli('verify', '/nowhere.pdf', '--json').stdout)).toEqual({ error: 'FILE_NOT_FOUND' });
  });
});
