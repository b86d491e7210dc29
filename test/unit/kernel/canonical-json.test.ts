import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';

test('equal values give equal texts, whatever order their keys were set in', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (object) => {
      const reversed = Object.fromEntries(Object.entries(object).reverse());
      expect(canonicalJson(reversed as Json)).toBe(canonicalJson(object as Json));
    }),
  );
});

test('the text reads back as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a key named like the prototype is part of the text, and an absent field is not', () => {
  expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"x":2},"a":3}') as Json)).toBe('{"__proto__":{"x":2},"a":3,"b":1}');
  expect(canonicalJson({ a: 1, b: undefined })).toBe('{"a":1}');
});
