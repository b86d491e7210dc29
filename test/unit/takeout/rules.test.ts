import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeName, safeFileName } from '#shared/features/takeout/rules.ts';

test('names of files are such as every system takes', () => {
  expect(safeFileName('a/b\\c:d')).toBe('a_b_c_d');
  expect(safeFileName('line\nbreak')).toBe('line_break');
  expect(safeFileName('  ends. . ')).toBe('ends');
  expect([safeFileName('..'), safeFileName(''), safeFileName('   ')]).toEqual(['_', '_', '_']);
  expect(['con.txt', 'NUL', 'com1', 'lpt9.pdf'].map(safeFileName)).toEqual(['_con.txt', '_NUL', '_com1', '_lpt9.pdf']);
  expect(['console.txt', 'common', '合同.pdf'].map(safeFileName)).toEqual(['console.txt', 'common', '合同.pdf']);
});

test('a long name is cut, and keeps what kind of file it is', () => {
  expect(safeFileName('x'.repeat(120))).toBe('x'.repeat(120));
  expect(safeFileName(`${'x'.repeat(300)}.pdf`)).toBe(`${'x'.repeat(100)}.pdf`);
  expect(safeFileName('x'.repeat(300))).toBe('x'.repeat(100));
});

test('no file is lost to another of the same name, whatever their case', () => {
  const taken = new Set<string>();
  expect([freeName('a.pdf', taken), freeName('A.pdf', taken), freeName('a.pdf', taken)]).toEqual(['a.pdf', 'A (2).pdf', 'a (3).pdf']);
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 30 }), (names) => {
      const used = new Set<string>();
      const given = names.map((name) => freeName(name, used).toLowerCase());
      expect(new Set(given).size).toBe(names.length);
    }),
  );
});
