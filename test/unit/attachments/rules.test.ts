import { expect, test } from 'vitest';
import { imageTypeOf, previewKindOf } from '#shared/features/attachments/rules.ts';

test('how a file is shown goes by the end of its name, in small letters or large', () => {
  expect(['合同.PDF', 'a.b.jpeg', '说明.docx', 'notes.md', 'log.txt'].map(previewKindOf)).toEqual(['pdf', 'image', 'text', 'text', 'text']);
  expect(['ledger.xlsx', 'pdf', 'no-end.', 'x.pdf.exe', 'icon.svg'].map(previewKindOf)).toEqual(['none', 'none', 'none', 'none', 'none']);
});

test('a picture has the media type of its kind, and nothing else is taken for a picture', () => {
  expect(['a.png', 'a.JPG', 'a.jpeg', 'a.webp', 'a.gif'].map(imageTypeOf)).toEqual(['image/png', 'image/jpeg', 'image/jpeg', 'image/webp', 'image/gif']);
  expect(imageTypeOf('a.svg')).toBe('application/octet-stream');
});
