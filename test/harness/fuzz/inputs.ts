import type { z } from 'zod';
import type { Random } from './random.ts';

/** What zod keeps of a schema; each kind has some of these. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly items?: readonly z.core.$ZodType[];
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly getter?: () => z.core.$ZodType;
  readonly left?: z.core.$ZodType;
  readonly right?: z.core.$ZodType;
}

const texts = ['', ' ', '合同', 'a'.repeat(300), '2026-02-30', '2026-12-31', 'P1Y', 'CNY', 'zh', '1', 'FREQ=DAILY;COUNT=999999', '(a+)+$', '%', '"', "' OR 1=1 --"] as const;
const numbers = [0, 1, -1, 2, 20, 1e9, Number.MAX_SAFE_INTEGER, 0.5] as const;

/**
 * A value made after an operation's schema, so that it often passes: ids are mostly of things that are there. `depth`
 * keeps schemas that hold themselves from going on for ever.
 */
export function inputFor(schema: z.core.$ZodType, random: Random, ids: readonly string[], depth = 0): unknown {
  const definition = schema._zod.def as unknown as Definition;
  const inner = (of: z.core.$ZodType | undefined): unknown => (of === undefined || depth > 8 ? null : inputFor(of, random, ids, depth + 1));
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(Object.entries(definition.shape ?? {}).flatMap(([key, of]) => (of._zod.def.type === 'optional' && random.chance(0.5) ? [] : [[key, inner(of)]])));
    case 'array':
      return Array.from({ length: random.below(4) }, () => inner(definition.element));
    case 'tuple':
      return (definition.items ?? []).map(inner);
    case 'record':
      return { [String(inner(definition.keyType))]: inner(definition.valueType) };
    case 'union':
      return inner(random.pick(definition.options ?? []));
    case 'intersection':
      return { ...(inner(definition.left) as object), ...(inner(definition.right) as object) };
    case 'enum':
      return random.pick(Object.values(definition.entries ?? {}));
    case 'literal':
      return random.pick(definition.values ?? []);
    case 'nullable':
      return random.chance(0.3) ? null : inner(definition.innerType);
    case 'pipe':
      return inner(definition.in);
    case 'lazy':
      return inner(definition.getter?.());
    case 'boolean':
      return random.chance(0.5);
    case 'number':
      return random.pick(numbers);
    case 'string':
      return textFor(schema, random, ids);
    case 'null':
      return null;
    case 'undefined':
      return undefined;
    default:
      return definition.innerType === undefined ? random.pick(texts) : inner(definition.innerType);
  }
}

function textFor(schema: z.core.$ZodType, random: Random, ids: readonly string[]): string {
  const { format } = schema._zod.def as { readonly format?: string };
  if (format === 'uuid') return random.pick(ids);
  return random.pick(texts);
}
