import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { operationNames, findOperation } from '#shared/ipc/registry.ts';
import en from '../../../src-renderer/i18n/en.json' with { type: 'json' };
import zh from '../../../src-renderer/i18n/zh-CN.json' with { type: 'json' };

// What an event of the audit log is about is a code in main; whoever reads the log reads its name.

const main = join(import.meta.dirname, '../../../src-main');
const noted = globSync('**/*.ts', { cwd: main }).flatMap((file) => [...readFileSync(join(main, file), 'utf8').matchAll(/\b(?:note|record)\('([a-zA-Z]+)'/g)].map(([, kind]) => kind ?? ''));
const disclosed = operationNames().flatMap((name) => findOperation(name)?.discloses?.subject ?? []);
const kinds = [...new Set([...noted, ...disclosed])].toSorted();

describe.each([['Chinese', zh], ['English', en]] as const)('in %s', (_, { audit }) => {
  test('every kind of thing that the audit log notes has a name', () => {
    expect(kinds.length).toBeGreaterThan(50);
    expect(kinds.filter((kind) => !Object.hasOwn(audit.kind, kind))).toEqual([]);
  });
});
