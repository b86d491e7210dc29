import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { findOperation, operationNames } from '#shared/ipc/registry.ts';
import { fromWire, toWire } from '#shared/ipc/wire.ts';

const crossed = (reply: Readonly<Record<string, unknown>>): unknown => fromWire(structuredClone(toWire(reply)));

describe('a reply on its way into the window', () => {
  test('arrives as it was sent, whatever stands in its texts', () => {
    const reply = { ok: true, value: { title: '「买卖」\u2028 "\\ \ud800 \u0000', amount: { minor: 9_007_199_254_740_991, currency: 'CNY' }, tags: [], rate: 0.1, none: null, deep: [[{ __proto__: null, on: false }]] } };
    expect(crossed(reply)).toEqual(reply);
    expect(typeof toWire(reply)).toBe('string');
  });

  test('of an operation that answers nothing arrives without a value', () => {
    expect(crossed({ ok: true, value: undefined })).toEqual({ ok: true });
  });

  test('with bytes arrives with the same bytes', () => {
    const bytes = Uint8Array.from([0, 1, 254, 255]);
    expect(crossed({ ok: true, value: { kind: 'image', type: 'image/png', bytes } })).toEqual({ ok: true, value: { kind: 'image', type: 'image/png', bytes } });
  });

  test('that names a key like a prototype’s changes no prototype', () => {
    const arrived = fromWire('{"ok":true,"value":{"__proto__":{"polluted":true}}}') as { value: object };
    expect(Object.getPrototypeOf(arrived.value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

/** What JSON gives back as it was. */
const plain = ['string', 'number', 'boolean', 'null', 'enum', 'literal', 'never'];

/** The places in an answer that JSON would not give back: every schema is looked at once, and knows the way by which it was reached. */
function oddPlaces(schema: z.core.$ZodType, place: string, seen = new Set<z.core.$ZodType>()): readonly string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const within = (part: z.core.$ZodType, at = place) => oddPlaces(part, at, seen);
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, field]) => within(field, `${place}.${key}`));
    case 'array':
      return within(def.element, `${place}[]`);
    case 'tuple':
      return def.items.flatMap((item) => within(item, `${place}[]`));
    case 'record':
      return within(def.valueType, `${place}{}`);
    case 'union':
      return def.options.flatMap((option) => within(option));
    case 'intersection':
      return [...within(def.left), ...within(def.right)];
    case 'nullable':
    case 'optional':
    case 'readonly':
    case 'default':
      return within(def.innerType);
    case 'lazy':
      return within(def.getter());
    case 'pipe':
      return within(def.out);
    default:
      return plain.includes(def.type) ? [] : [`${place} (${def.type})`];
  }
}

test('every operation answers what a text can carry, or bytes in the one place where they are looked for', () => {
  const odd = operationNames().flatMap((name) => {
    const output = findOperation(name)?.output;
    return output === undefined ? [] : oddPlaces(output, 'value').map((place) => `${name}: ${place}`);
  });
  // An operation without an answer has an undefined one.
  expect([...new Set(odd)].filter((line) => !/: value \(undefined\)$/.test(line)).toSorted()).toEqual([
    'attachments.preview: value.bytes (custom)',
    'fulfilment.picture: value.bytes (custom)',
    'signing.sealImage: value.bytes (custom)',
  ]);
});
