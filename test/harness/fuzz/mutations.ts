import type { Random } from './random.ts';

/** What no form would send: each is made anew, for some are changed by who reads them. */
const hostile: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => NaN,
  () => -0,
  () => Infinity,
  () => Number.MIN_SAFE_INTEGER,
  () => 2 ** 53,
  () => 10n ** 30n,
  () => '\u0000',
  () => '\ud800',
  () => '\u202e\u0301'.repeat(50),
  () => 'x'.repeat(100_000),
  () => '../../../../etc/passwd',
  () => 'file:///etc/passwd',
  () => "'; DROP TABLE contracts; --",
  () => '{{constructor.constructor("return process")()}}',
  () => '=cmd|calc!A1',
  () => '__proto__',
  () => JSON.parse('{"__proto__": {"isAdministrator": true}, "constructor": {"prototype": {"polluted": true}}}') as unknown,
  () => Object.create(null) as unknown,
  () => ({ toString: 'no function', valueOf: 1, length: -1, then: 'no promise' }),
  () => [],
  () => Array.from({ length: 5_000 }, (_, index) => index),
  () => nested(2_000),
  () => cyclic(),
  () => new Date(NaN),
  () => new Map([['id', 'x']]),
  () => new Uint8Array(64),
  () => Symbol('id'),
  () => () => 'called',
  () => new Proxy({}, { get: () => 'whatever is asked' }),
];

/** The value with one or a few of its places replaced, dropped, doubled or added to. */
export function mutated(value: unknown, random: Random): unknown {
  let result = value;
  for (let change = 0; change <= random.below(3); change += 1) result = changedAt(result, random);
  return result;
}

function changedAt(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    return Array.isArray(value) && value.length > 0 && random.chance(0.7) ? changedList(value, random) : random.pick(hostile)();
  }
  const keys = Object.keys(value);
  if (keys.length === 0 || random.chance(0.15)) return random.pick(hostile)();
  const key = random.pick(keys);
  const { [key]: at, ...rest } = value as Record<string, unknown>;
  if (random.chance(0.1)) return rest;
  if (random.chance(0.1)) return { ...value, [random.pick(['isAdministrator', 'sql', 'path', 'roles', 'taskId', ''])]: random.pick(hostile)() };
  return { ...rest, [key]: changedAt(at, random) };
}

function changedList(list: readonly unknown[], random: Random): unknown {
  const at = random.below(list.length);
  if (random.chance(0.2)) return Array.from({ length: 40 }, () => list[at]);
  return list.map((item, index) => (index === at ? changedAt(item, random) : item));
}

function nested(depth: number): unknown {
  let value: unknown = 'the end';
  for (let level = 0; level < depth; level += 1) value = { blocks: [value] };
  return value;
}

function cyclic(): unknown {
  const value: Record<string, unknown> = { id: 'x' };
  value['self'] = value;
  return value;
}
