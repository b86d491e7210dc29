import { describe, expect, test } from 'vitest';
import { citesLaw, isRepealed } from '#shared/features/laws/citations.ts';
import { lawSchema } from '#shared/features/laws/model.ts';
import { repealedLaws, shippedLaws } from '#shared/features/laws/shipped-laws.ts';
import type { Day } from '#shared/kernel/day.ts';

const byName = (name: string) => {
  const law = shippedLaws.find(({ citedAs }) => citedAs.includes(name));
  if (law === undefined) throw new Error(name);
  return law;
};

describe('a citation', () => {
  test.each([
    ['本合同依据《中华人民共和国合同法》订立。', '合同法', true],
    ['依据《劳动合同法》办理。', '合同法', false],
    ['由合同法院审理', '合同法', false],
    ['原《合同法》已废止。', '合同法', false],
    ['依据《民法典》订立；另依担保法提供保证。', '担保法', true],
    ['依涉外经济合同法', '经济合同法', false],
    ['依涉外经济合同法', '涉外经济合同法', true],
  ])('in %s of %s: %s', (text, name, expected) => {
    expect(citesLaw(text, byName(name))).toBe(expected);
  });

  test('of one article needs its number in the sentence', () => {
    const article = { ...byName('民法典'), article: '第五百八十五条' };
    expect(citesLaw('违约金依《民法典》第五百八十五条调整', article)).toBe(true);
    expect(citesLaw('依《民法典》订立。第五百八十五条', article)).toBe(false);
  });

  test('takes what a person entered by its letters', () => {
    expect(citesLaw('见 GB/T 1.1 (2020)', { ...byName('民法典'), citedAs: ['GB/T 1.1 (2020)'] })).toBe(true);
    expect(citesLaw('见 GB/T 111', { ...byName('民法典'), citedAs: ['GB/T 1.1'] })).toBe(false);
  });
});

test('the shipped register is sound', () => {
  expect(shippedLaws.map((law) => lawSchema.safeParse(law).success)).not.toContain(false);
  expect(new Set(shippedLaws.map(({ id }) => id)).size).toBe(shippedLaws.length);
  expect(repealedLaws.every((law) => isRepealed(law, '2026-11-23' as Day))).toBe(true);
  expect(isRepealed(byName('合同法'), '2020-12-31' as Day)).toBe(false);
  expect(byName('仲裁法')).toMatchObject({ inForceOn: '2026-03-01', repealedOn: null });
});
