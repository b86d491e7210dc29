import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { operationNames, findOperation } from '#shared/ipc/registry.ts';
import en from '../../../src-renderer/i18n/en.json' with { type: 'json' };
import zh from '../../../src-renderer/i18n/zh-CN.json' with { type: 'json' };

// What an event of the audit log is about is a code in main; whoever reads the log reads its name.

const main = join(import.meta.dirname, '../../../src-main');
const noted = globSync('**/*.ts', { cwd: main }).flatMap((file) => [...readFileSync(join(main, file), 'utf8').matchAll(/\b(?:note|record)\('([a-zA-Z]+)'/g)].map(([, kind]) => kind ?? ''));
const facts = globSync('**/*.ts', { cwd: main }).flatMap((file) => [...readFileSync(join(main, file), 'utf8').matchAll(/\bnote\('[a-zA-Z_]+',[^;{]*\{([^{}]*)\}/g)].flatMap(([, fields]) => factsIn(fields ?? '')));
const disclosed = operationNames().flatMap((name) => findOperation(name)?.discloses?.subject ?? []);
const kinds = [...new Set([...noted, ...disclosed])].toSorted();

describe.each([['Chinese', zh], ['English', en]] as const)('in %s', (_, { audit }) => {
  test('every kind of thing that the audit log notes has a name', () => {
    expect(kinds.length).toBeGreaterThan(50);
    expect(kinds.filter((kind) => !Object.hasOwn(audit.kind, kind))).toEqual([]);
  });

  test('every fact that is noted of one has a name', () => {
    expect(facts.length).toBeGreaterThan(100);
    expect(facts.filter((fact) => !Object.hasOwn(audit.fact, fact))).toEqual([]);
  });
});

/** The names in `a: 1, b`, as it stands in the source; what is spread is left out, and what functions are given. */
function factsIn(fields: string): readonly string[] {
  return fields
    .replaceAll(/\([^()]*\)/g, '')
    .split(',')
    .flatMap((field) => /^\s*([a-zA-Z]+)\s*(?::.*)?$/s.exec(field)?.[1] ?? []);
}
