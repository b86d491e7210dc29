import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contractSummarySchema } from '#shared/features/contracts/model.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { orWithheld } from '#shared/kernel/withheld.ts';
import { registry } from '#shared/ipc/registry.ts';
import { judgeOf, type Verdict } from '../../../src-main/ipc/declared.ts';

const named = z.object({ name: z.string(), count: z.int().min(0) }).readonly();
const tree = z.object({ label: z.string(), get inner() { return z.array(tree); } });

const schemas: readonly z.ZodType[] = [
  ...[z.string(), z.boolean(), z.null(), z.int(), z.number(), z.int().min(0), z.number().positive(), z.uuid(), daySchema, z.enum(['a', 'b']), z.literal(1)],
  ...[z.array(z.string()), z.array(z.string()).max(1), z.string().nullable(), z.string().optional(), z.string().trim(), z.string().default('x'), z.unknown(), z.coerce.number()],
  ...[named, z.array(named), named.nullable(), orWithheld(named), z.strictObject({ name: z.string() }), z.looseObject({ name: z.string() })],
  ...[z.object({ name: z.string().optional() }), z.object({ name: z.string().default('x').optional() }), z.object({ name: z.unknown() })],
  ...[z.union([z.object({ name: z.string() }), named]), z.union([z.string().trim(), z.null()]), z.xor([z.object({ name: z.string() }), z.looseObject({ name: z.string() })])],
  ...[z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), name: z.string() }), z.object({ kind: z.literal('b'), count: z.int() })]), tree],
  ...[z.string().transform((text) => text.length), z.record(z.string(), z.int()), z.tuple([z.string(), z.int()]), z.string().refine((text) => text !== 'a')],
];

// Values that are near to what the schemas ask for, so that both verdicts come.
const leaves = fc.oneof(
  fc.constantFrom<unknown>('a', 'b', ' a ', '', 1, 0, -1, 1.5, -0, Infinity, Number.NaN, 2 ** 60, true, null, undefined),
  fc.constantFrom<unknown>('2026-02-31', '2026-02-28', '0f8fad5b-d9cb-469f-a165-70867728950e', new Date(0), new Uint8Array(1), Object.create(null)),
);
const keys = fc.constantFrom('name', 'count', 'kind', 'label', 'inner', 'withheld');
const values = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, leaves, fc.array(tie('any'), { maxLength: 3 }), fc.dictionary(keys, tie('any'), { maxKeys: 3 })),
})).any;

describe('the verdict on an answer', () => {
  it('is never other than what reading it comes to', () => {
    const seen = new Map<Verdict, number>();
    fc.assert(
      fc.property(fc.constantFrom(...schemas), values, (schema, value) => {
        const verdict = judgeOf(schema)(value);
        seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
        const read = schema.safeParse(value);
        if (verdict === 'same') return read.success && isDeepStrictEqual(read.data, value);
        return verdict === 'unsure' || !read.success;
      }),
      { numRuns: 20_000 },
    );
    for (const verdict of ['same', 'refused', 'unsure'] as const) expect(seen.get(verdict) ?? 0, verdict).toBeGreaterThan(300);
  });

  it.each<[string, z.ZodType, unknown, Verdict]>([
    ['what is not declared', named, { name: 'a', count: 1, key: 'secret' }, 'unsure'],
    ['what is not declared, deep within', z.array(named), [{ name: 'a', count: 1, key: 'secret' }], 'unsure'],
    ['what the first of two would read otherwise', z.union([z.object({ name: z.string() }), named]), { name: 'a', count: 1 }, 'unsure'],
    ['a list with more than its elements', z.array(z.string()), /a/.exec('a secret'), 'unsure'],
    ['an object of a class', named, Object.assign(new Error('x'), { name: 'a', count: 1 }), 'unsure'],
    ['a field that is there without a value', z.object({ name: z.string().optional() }), { name: undefined }, 'unsure'],
    ['a field that may be missing', z.object({ name: z.string().optional() }), {}, 'same'],
    ['a field that is missing', z.object({ name: z.string() }), {}, 'unsure'],
    ['a text that would be trimmed', z.string().trim(), ' a ', 'unsure'],
    ['a day that does not exist', daySchema.nullable(), '2026-02-31', 'refused'],
    ['what holds itself', tree, { label: 'a', inner: [{ label: 'b', inner: [] }] }, 'same'],
  ])('%s', (_, schema, value, verdict) => {
    expect(judgeOf(schema)(value)).toBe(verdict);
  });

  it('is given for a line of the list without reading it', () => {
    const line: z.infer<typeof contractSummarySchema> = {
      ...{ id: '0f8fad5b-d9cb-469f-a165-70867728950e', number: 'C-1', title: '年度采购合同', contractType: 'purchase', language: 'zh', stage: 'signed' },
      ...{ partyNames: ['鲲鹏'], amount: { minor: 100, currency: 'CNY' }, recordKind: 'standalone', direction: 'pay', renewalType: 'auto', ownerName: '陈静' },
      ...{ department: '采购部', tags: [], signedOn: '2026-01-01', effectiveDate: null, endsOn: null, noticeDeadlineOn: null, status: 'active', archivedAt: null },
      ...{ versionNumber: 0, exportedAt: null, createdAt: 1, updatedAt: 1 },
    } as unknown as z.infer<typeof contractSummarySchema>;
    expect(judgeOf(contractSummarySchema)(line)).toBe('same');
    expect(judgeOf(registry.contracts.list.output)({ contracts: [line], total: 1, hasMore: false, nextCursor: null, textsWithheld: false, isIndexing: false })).toBe('same');
  });
});
