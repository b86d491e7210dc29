import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentNode } from '#shared/features/documents/model.ts';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';
import { sampleValues } from '#shared/features/templates/seeds/samples.ts';
import { seedTemplate, type SeedType } from '#shared/features/templates/seeds/seed-templates.ts';
import type { EditorContext } from '../../../src-renderer/ui/document-editor/editor-context.ts';
import { createReadCache, readText } from '../../../src-renderer/ui/document-editor/read-text.ts';
import { tracking, setTracking } from '../../../src-renderer/ui/document-editor/suggest/tracking.ts';
import { nodeOf, paragraphs, stateOf } from './states.fixture.ts';

const words = { condition: () => '', repeat: () => '', format: () => '', variable: () => '', locked: '', reference: '', placeholder: '' };
const bare: EditorContext = { language: 'zh', numbering: 'article', variables: [], values: {}, withheldKeys: [], hidesParts: true, words };

describe('the text that is checked while it is typed', () => {
  for (const type of ['sales', 'services', 'nda'] as const satisfies readonly SeedType[]) {
    for (const language of ['zh', 'en'] as const) {
      test(`reads as the saved one does: ${type} in ${language}`, () => {
        const { bodyZh, bodyEn, variables } = seedTemplate(type);
        const values = sampleValues(type);
        const context: EditorContext = { ...bare, language, variables, values };
        const read = readText(nodeOf(language === 'zh' ? bodyZh : bodyEn), context, createReadCache());
        const saved = documentBlocks({ bodyZh, bodyEn, variables, values, withheldKeys: [], language });
        // Repeated parts stand once in the editor, and once for each entry in the saved text.
        const withoutRepeats = (blocks: readonly { readonly number: string | null; readonly text: string }[]) => blocks.filter(({ number }) => (number?.split('.').length ?? 0) < 3).map(({ number, text }) => [number, text]);
        expect(withoutRepeats(read.map(({ block }) => block))).toEqual(withoutRepeats(saved));
      });
    }
  }

  test('knows where each letter stands', () => {
    const doc = nodeOf(paragraphs('甲方  应付款。', '', '乙方交货。'));
    const read = readText(doc, bare, createReadCache());
    expect(read.map(({ block }) => block.text)).toEqual(['甲方 应付款。', '乙方交货。']);
    for (const { block, positions } of read) {
      for (const [index, letter] of Array.from(block.text).entries()) expect(doc.textBetween(positions[index] ?? 0, (positions[index] ?? 0) + 1)).toBe(letter);
    }
  });

  test('is the one that acceptance of all suggestions would give', () => {
    const state = stateOf(nodeOf(paragraphs('甲方应尽快付款。', '乙方交货。')), tracking(() => ({ author: '陈静', at: 1 })));
    const on = state.apply(setTracking(state.tr, true));
    const changed = on.apply(on.tr.insertText('5日内', 4, 6));
    expect(readText(changed.doc, bare, createReadCache()).map(({ block }) => block.text)).toEqual(['甲方应5日内付款。', '乙方交货。']);
    const joined = changed.apply(changed.tr.join(changed.doc.firstChild?.nodeSize ?? 0));
    expect(readText(joined.doc, bare, createReadCache()).map(({ block }) => block.text)).toEqual(['甲方应5日内付款。乙方交货。']);
  });

  test('is the same from the cache', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('甲', ' ', '1', '.', '\u00A0'), maxLength: 8 }), { maxLength: 5 }), (lines) => {
        const document: DocumentNode = paragraphs(...lines);
        const [doc, cache] = [nodeOf(document), createReadCache()];
        const first = readText(doc, bare, cache);
        expect(readText(doc, bare, cache)).toEqual(first);
        expect(first.map(({ block }) => block)).toEqual(documentBlocks({ bodyZh: document, bodyEn: document, variables: [], values: {}, withheldKeys: [], language: 'zh' }));
      }),
    );
  });
});
