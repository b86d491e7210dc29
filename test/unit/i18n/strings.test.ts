import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routerErrors } from '#shared/ipc/contract.ts';
import { findOperation, operationNames } from '#shared/ipc/registry.ts';
import english from '../../../src-renderer/i18n/en.json' with { type: 'json' };
import chinese from '../../../src-renderer/i18n/zh-CN.json' with { type: 'json' };

const rendererFolder = join(import.meta.dirname, '../../../src-renderer');
const zh = flatten(chinese);
const en = flatten(english);

describe('the strings of the interface', () => {
  it('say the same things in both languages', () => {
    expect([...withoutPlurals(zh).keys()].sort()).toEqual([...withoutPlurals(en).keys()].sort());
  });

  it('are never empty', () => {
    const empty = [...zh, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('stand once each: of two with one name only the later is read', () => {
    const written = ['en', 'zh-CN'].map((language) => readFileSync(join(rendererFolder, 'i18n', `${language}.json`), 'utf8'));
    expect(written.map(repeatedKeys)).toEqual([[], []]);
  });

  it('take the same values in both languages', () => {
    const inEnglish = withoutPlurals(en);
    const differing = [...withoutPlurals(zh)]
      .filter(([key, text]) => variablesOf(text).join() !== variablesOf(inEnglish.get(key) ?? '').join())
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it('have one sentence or more for every error that main can answer', () => {
    const codes = new Set([...routerErrors, ...operationNames().flatMap((name) => findOperation(name)?.errors ?? [])]);
    const speechless = [...codes].filter((code) => !zh.has(`errors.${code}`) || !en.has(`errors.${code}`));
    expect(speechless).toEqual([]);
  });

  it('word an error specially only for operations that can answer it', () => {
    const impossible = [...zh.keys()]
      .filter((key) => key.startsWith('errorsOf.'))
      .filter((key) => {
        const [, feature, operation, code] = key.split('.');
        return !findOperation(`${feature}.${operation}`)?.errors.includes(code ?? '');
      });
    expect(impossible).toEqual([]);
  });

  it('are all used', () => {
    const source = sourceFiles(rendererFolder)
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const patterns = usedPatterns(source);
    const unused = [...withoutPlurals(zh).keys()]
      .filter((key) => !/^errors(Of)?\./.test(key))
      .filter((key) => !source.includes(`'${key}'`) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });
});

/** The keys that stand twice in one object of a file with a key on each line. */
function repeatedKeys(written: string): readonly string[] {
  const open: Set<string>[] = [];
  const repeated: string[] = [];
  for (const line of written.split('\n')) {
    const key = /^\s*"((?:[^"\\]|\\.)*)":/.exec(line)?.[1];
    if (key !== undefined && open.at(-1)?.has(key) === true) repeated.push(key);
    if (key !== undefined) open.at(-1)?.add(key);
    if (/\{\s*$/.test(line)) open.push(new Set());
    else if (/^\s*\}/.test(line)) open.pop();
  }
  return repeated;
}

function flatten(node: object, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? [...flatten(value, `${prefix}${key}.`)]
        : [[`${prefix}${key}`, String(value)] as const],
    ),
  );
}

/** English has forms for one and for many where Chinese needs none. */
function withoutPlurals(strings: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...strings].map(([key, text]) => [key.replace(/_(one|other)$/, ''), text]));
}

function variablesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? ''))].sort();
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

/** Keys put together at run time: each `${…}` of a template text may stand for one part or more. */
function usedPatterns(source: string): readonly RegExp[] {
  return [...source.matchAll(/`([a-z][A-Za-z]*\.[^`\n]*\$\{[^`\n]*)`/g)].map((match) => {
    const parts = (match[1] ?? '').split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.+')}$`);
  });
}
