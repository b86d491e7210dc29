import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chapterKeys } from '#shared/features/help/model.ts';
import { chapterOf, labelsIn, picturesIn, readChapter, searchHandbook } from '#shared/features/help/rules.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'assets/handbook');
const languages = ['zh-CN', 'en'] as const;
const textOf = (language: string, key: string) => readFileSync(join(folder, language, `${key}.md`), 'utf8');

describe.each(languages)('the handbook in %s', (language) => {
  const words = JSON.parse(readFileSync(join(root, `src-renderer/i18n/${language}.json`), 'utf8')) as unknown;
  const wordOf = (key: string): unknown => key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], words);

  it('has a file for every chapter and no other', () => {
    const files = readdirSync(join(folder, language)).filter((name) => name.endsWith('.md'));
    expect(files.sort()).toEqual(chapterKeys.map((key) => `${key}.md`).sort());
  });

  it.each(chapterKeys)('%s has a heading and sections, and names only words and pictures that exist', (key) => {
    const text = textOf(language, key);
    const chapter = readChapter(key, text, (name) => String(wordOf(name)));
    expect(chapter.title).not.toBe(key);
    expect(chapter.sections.length).toBeGreaterThanOrEqual(3);
    expect(chapter.sections.every(({ title, body }) => title !== '' && body !== '')).toBe(true);
    for (const label of labelsIn(text)) expect(wordOf(label), label).toBeTypeOf('string');
    for (const picture of picturesIn(text)) expect(existsSync(join(folder, 'pictures', `${language}-${picture}.jpg`)), picture).toBe(true);
  });
});

it('both languages have the same chapters, sections and pictures, one for one', () => {
  for (const key of chapterKeys) {
    const [chinese, english] = languages.map((language) => textOf(language, key)) as [string, string];
    const count = (text: string) => readChapter(key, text, (name) => name).sections.length;
    expect(count(english), key).toBe(count(chinese));
    expect(picturesIn(english)).toEqual(picturesIn(chinese));
    expect(labelsIn(english).toSorted()).toEqual(labelsIn(chinese).toSorted());
  }
});

describe('searching the handbook', () => {
  const chapters = chapterKeys.map((key) => readChapter(key, textOf('zh-CN', key), (name) => name));

  it('finds two characters in a body and shows the words around them', () => {
    const hits = searchHandbook(chapters, '指纹');
    expect(hits.map(({ chapter }) => chapter)).toContain('signing');
    expect(hits.every(({ excerpt, title }) => `${excerpt}${title}`.length > 0)).toBe(true);
    expect(hits.some(({ excerpt }) => excerpt.includes('指纹'))).toBe(true);
  });

  it('puts a place called by its heading first', () => {
    expect(searchHandbook(chapters, '恢复码')[0]).toBeDefined();
    expect(searchHandbook(chapters, '条款库')[0]).toMatchObject({ chapter: 'templates' });
  });

  it.each([
    ['zh-CN', '监视文件夹'],
    ['en', 'watched folder'],
  ])('leads to the watched folder in %s', (language, typed) => {
    const read = chapterKeys.map((key) => readChapter(key, textOf(language, key), (name) => name));
    expect(searchHandbook(read, typed)[0]).toMatchObject({ chapter: 'exchange' });
    expect(textOf(language, 'exchange')).toMatch(/deedbox:\/\/contract\/XS-2026-014[^]*"format":"deedbox-contract-change"/);
  });

  it('asks for every word, whatever its case and width', () => {
    expect(searchHandbook(chapters, 'ＣＳＶ excel').map(({ chapter }) => chapter)).toContain('exchange');
    expect(searchHandbook(chapters, 'CSV 恐龙')).toEqual([]);
    expect(searchHandbook(chapters, '  ')).toEqual([]);
  });
});

it.each([
  ['/', 'start'],
  ['/contracts', 'contracts'],
  ['/contracts/new/8d5c', 'drafting'],
  ['/contracts/8d5c/edit', 'drafting'],
  ['/contracts/8d5c/check', 'checker'],
  ['/checker/rules', 'checker'],
  ['/contracts/8d5c', 'contracts'],
  ['/backups', 'security'],
  ['/nowhere', 'start'],
] as const)('the page %s is explained in %s', (path, chapter) => {
  expect(chapterOf(path)).toBe(chapter);
});
