import { expect, test } from 'vitest';
import { setTracking } from '../../../src-renderer/ui/document-editor/suggest/tracking.ts';
import { createSurface } from '../../../src-renderer/ui/document-editor/surface.ts';
import { paragraphs } from './states.fixture.ts';

// What is made a version is decided on; what stands on the screen is not, for the version may be refused.

test('a text says how it reads once its suggestions are decided on, and keeps them open', () => {
  const words = { condition: () => '', repeat: () => '', format: () => '', variable: () => '', locked: '', reference: '', placeholder: '' };
  const surface = createSurface({
    document: paragraphs('甲方付款。'),
    annotations: [],
    context: { language: 'zh', numbering: 'article', variables: [], values: {}, withheldKeys: [], hidesParts: true, words },
    label: '正文',
    author: '陈静',
  });
  const { editor } = surface;
  editor.view.dispatch(setTracking(editor.state.tr, true));
  editor.view.dispatch(editor.state.tr.insertText('十日内', 3));
  const before = editor.state.doc;
  expect(surface.decided('accept').document).toEqual(paragraphs('甲方十日内付款。'));
  expect(surface.decided('reject').document).toEqual(paragraphs('甲方付款。'));
  expect(editor.state.doc).toBe(before);
  expect(surface.read().annotations).toHaveLength(1);
});
