import { describe, expect, test } from 'vitest';
import { neededKeys } from '#shared/features/documents/conditions.ts';
import { documentSchema } from '#shared/features/documents/model.ts';
import { checkValues } from '#shared/features/documents/value-checks.ts';
import { defaultValues, joinAmounts, splitAmounts, variableValuesSchema, type VariableValue } from '#shared/features/documents/variables.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Day } from '#shared/kernel/day.ts';
import { body, p, when } from '#shared/features/templates/seeds/build.ts';
import { salesTemplate } from '#shared/features/templates/seeds/sales.ts';
import { sampleParties } from '#shared/features/templates/seeds/samples.ts';
import { given } from './documents.fixture.ts';

describe('the document format', () => {
  test('a TipTap document with missing attributes and content is completed, unknown attributes are dropped', () => {
    const parsed = documentSchema.parse({
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { onclick: 'x' } }, { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colwidth: [1] }, content: [{ type: 'paragraph' }] }] }] }],
    });
    expect(parsed.content[0]).toEqual({ type: 'paragraph', attrs: { numbered: false, id: null }, content: [] });
    expect(documentSchema.parse(parsed)).toEqual(parsed);
  });

  test.each([
    ['an unknown node', { type: 'doc', content: [{ type: 'image', attrs: { src: 'x' } }] }],
    ['an unknown mark', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'link' }] }] }] }],
    ['an unfit key', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'variable', attrs: { key: '__proto__' } }] }] }],
    ['a bidirectional override', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a\u202Eb' }] }] }],
    ['a bare string', 'doc'],
  ])('%s is refused', (_, value) => {
    expect(documentSchema.safeParse(value).success).toBe(false);
  });

  test('a document that nests 100,000 deep is refused without exhausting the stack', () => {
    let node: unknown = { type: 'paragraph' };
    for (let depth = 0; depth < 100_000; depth += 1) node = { type: 'repeat', attrs: { key: 'a' }, content: [node] };
    expect(documentSchema.safeParse({ type: 'doc', content: [node] }).error?.issues[0]?.message).toBe('DOCUMENT_TOO_DEEP');
  });

  test('a document of more than 200,000 nodes is refused', () => {
    const content = Array.from({ length: 200_001 }, () => ({ type: 'paragraph' }));
    expect(documentSchema.safeParse({ type: 'doc', content }).error?.issues[0]?.message).toBe('DOCUMENT_TOO_LARGE');
  });

  test('what the builders make is what the schema reads', () => {
    expect(documentSchema.parse(salesTemplate.bodyZh)).toEqual(salesTemplate.bodyZh);
  });
});

describe('checking values', () => {
  const choices = [{ value: 'a', labelZh: '甲', labelEn: 'A' }];
  const cases: readonly (readonly [string, ReturnType<typeof given>, VariableValue, string | null])[] = [
    ['a text', given('v', 'text'), 'x', null],
    ['a number as text', given('v', 'text'), 3, 'WRONG_TYPE'],
    ['a short text', given('v', 'text', { constraints: { minLength: 3 } }), '合同', 'TOO_SHORT'],
    ['a long text', given('v', 'text', { constraints: { maxLength: 2 } }), '合同书', 'TOO_LONG'],
    ['characters outside the basic plane, counted as one each', given('v', 'text', { constraints: { maxLength: 2 } }), '𠮷𠮷', null],
    ['a bidirectional override', given('v', 'text'), 'a\u202Eb', 'INVISIBLE_CHARACTERS'],
    ['a zero-width space in a list', given('v', 'list'), ['a\u200Bb'], 'INVISIBLE_CHARACTERS'],
    ['an unfilled blank', given('v', 'text'), '地点：____', 'PLACEHOLDER'],
    ['待定', given('v', 'text'), '待定', 'PLACEHOLDER'],
    ['two lines where one is asked', given('v', 'text', { constraints: { pattern: 'singleLine' } }), 'a\nb', 'WRONG_FORM'],
    ['a wrong email', given('v', 'text', { constraints: { pattern: 'email' } }), 'a@b', 'WRONG_FORM'],
    ['a number below the minimum', given('v', 'number', { constraints: { minimum: 1 } }), 0, 'TOO_SMALL'],
    ['a number above the maximum', given('v', 'number', { constraints: { maximum: 1 } }), 2, 'TOO_LARGE'],
    ['too many decimals', given('v', 'number', { constraints: { decimals: 2 } }), 0.001, 'TOO_MANY_DECIMALS'],
    ['a number that is none', given('v', 'number'), Number.NaN, 'WRONG_TYPE'],
    ['another currency', given('v', 'money', { constraints: { unit: 'CNY' } }), { minor: 1, currency: 'USD' }, 'WRONG_CURRENCY'],
    ['31 February', given('v', 'date'), '2026-02-31', 'NOT_A_DATE'],
    ['another unit', given('v', 'duration', { constraints: { unit: 'day' } }), { amount: 1, unit: 'month' }, 'WRONG_UNIT'],
    ['an unknown choice', given('v', 'choice', { constraints: { choices } }), 'b', 'UNKNOWN_CHOICE'],
    ['a known choice', given('v', 'choice', { constraints: { choices } }), 'a', null],
    ['too many items', given('v', 'list', { constraints: { maximumItems: 1 } }), ['a', 'b'], 'TOO_MANY_ITEMS'],
    ['a blank item', given('v', 'list'), ['a', ' '], 'BLANK_ITEM'],
    ['an override in a party name', given('v', 'party'), { ...sampleParties[0], nameZh: '\u202E司公' }, 'INVISIBLE_CHARACTERS'],
    ['false', given('v', 'boolean'), false, null],
  ];
  test.each(cases)('%s', (_, variable, value, code) => {
    expect(checkValues([variable], { v: value })[0]?.code ?? null).toBe(code);
  });

  test('a required value that only a hidden part uses may be missing', () => {
    const text = body(p('{{always}}'), when('mode', 'true', p('{{sometimes}}')));
    const variables = [given('always', 'text'), given('sometimes', 'text'), given('mode', 'boolean')];
    const codes = (mode: boolean) => checkValues(variables, { mode }, neededKeys(text, { mode })).map(({ key, code }) => `${key} ${code}`);
    expect(codes(false)).toEqual(['always REQUIRED']);
    expect(codes(true)).toEqual(['always REQUIRED', 'sometimes REQUIRED']);
  });

  test('a date may equal the one it follows and not precede it', () => {
    const variables = [given('from', 'date'), given('to', 'date', { constraints: { notBefore: 'from' } })];
    expect(checkValues(variables, { from: '2026-11-23', to: '2026-11-23' })).toEqual([]);
    expect(checkValues(variables, { from: '2026-11-23', to: '2026-11-22' })).toEqual([{ key: 'to', code: 'BEFORE_OTHER', params: { other: 'from' } }]);
  });

  test('one party cannot stand on both sides', () => {
    const variables = [given('a', 'party'), given('b', 'party')];
    expect(checkValues(variables, { a: sampleParties[0], b: sampleParties[0] })).toEqual([{ key: 'b', code: 'SAME_PARTY', params: { other: 'a' } }]);
    expect(checkValues(variables, { a: sampleParties[0], b: sampleParties[1] })).toEqual([]);
  });

  test('a value that no variable declares is found', () => {
    expect(checkValues([], { x: 'y' })).toMatchObject([{ key: 'x', code: 'UNKNOWN_VARIABLE' }]);
  });

  test('values with an unfit key are refused at the boundary', () => {
    expect(variableValuesSchema.safeParse(JSON.parse('{"__proto__": "x"}')).data ?? {}).toEqual({});
    expect(variableValuesSchema.safeParse({ 'a.b': 'x' }).success).toBe(false);
  });

  test('default dates count from today', () => {
    const variables = [given('d', 'date', { defaultValue: { daysFromToday: 40 } }), given('t', 'text', { defaultValue: 'x' }), given('n', 'text')];
    expect(defaultValues(variables, '2026-11-23' as Day)).toEqual({ d: '2027-01-02', t: 'x' });
  });
});

describe('amounts apart', () => {
  const variables = [given('price', 'money'), given('party', 'party'), given('note', 'text')];
  const values = { price: { minor: 5, currency: 'CNY' as const }, party: sampleParties[0], note: 'x' };

  test('money and bank accounts leave the texts and come back', () => {
    const { texts, amounts } = splitAmounts(variables, values);
    expect(JSON.stringify(texts)).not.toContain('6200');
    expect(Object.keys(JSON.parse(JSON.stringify(texts)) as object)).toEqual(['party', 'note']);
    expect(joinAmounts(variables, texts, amounts)).toEqual({ values, withheldKeys: [] });
  });

  test('an amount that no variable declares leaves the texts too', () => {
    expect(splitAmounts([], values).texts['price']).toBeUndefined();
  });

  test('without the finance compartment, amounts and bank accounts are named as withheld', () => {
    const { texts } = splitAmounts(variables, values);
    expect(joinAmounts(variables, texts, withheld).withheldKeys).toEqual(['price', 'party']);
  });
});
