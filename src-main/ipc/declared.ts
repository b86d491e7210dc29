import type { z } from 'zod';

/** What reading a value by a schema would come to: the same value, a refusal, or what only reading it can tell. */
export type Verdict = 'same' | 'refused' | 'unsure';

type Judge = (value: unknown) => Verdict;

/**
 * Judges values by a schema without reading them: a page of a list is fifty records of two dozen fields, and to read it,
 * which writes each of them anew, takes a fifth of the call. Sound by construction: `same` only where parsing would give an
 * equal value, `refused` only where it would fail; what a schema does beyond naming its shape is `unsure`.
 */
export function judgeOf(schema: z.core.$ZodType): Judge {
  const known = judges.get(schema);
  if (known !== undefined) return known;
  // A schema may hold itself: while its judge is made, it is asked for anew at each value.
  judges.set(schema, (value) => judgeOf(schema)(value));
  const made = makeJudge(schema as z.core.$ZodTypes);
  judges.set(schema, made);
  return made;
}

const judges = new WeakMap<z.core.$ZodType, Judge>();

function makeJudge(schema: z.core.$ZodTypes): Judge {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object':
      return isBare(def) && def.catchall === undefined ? objectJudge(def.shape) : unsure;
    case 'array':
      return isBare(def) ? arrayJudge(judgeOf(def.element)) : unsure;
    case 'readonly':
      return isBare(def) ? judgeOf(def.innerType) : unsure;
    case 'nullable':
      return isBare(def) ? nullableJudge(judgeOf(def.innerType)) : unsure;
    case 'optional':
      return isBare(def) ? optionalJudge(judgeOf(def.innerType)) : unsure;
    case 'union':
      return isBare(def) && def.inclusive !== false ? unionJudge(def.options.map(judgeOf)) : unsure;
    case 'string':
      return leafJudge(schema, (value) => typeof value === 'string');
    case 'number':
      return leafJudge(schema, Number.isFinite);
    case 'enum':
    case 'literal':
      return isBare(def) ? memberJudge(schema._zod.values) : unsure;
    case 'boolean':
      return isBare(def) ? testJudge((value) => typeof value === 'boolean') : unsure;
    case 'null':
      return isBare(def) ? memberJudge(new Set([null])) : unsure;
    default:
      return unsure;
  }
}

const unsure: Judge = () => 'unsure';

function isBare({ checks }: z.core.$ZodTypeDef): boolean {
  return checks === undefined || checks.length === 0;
}

function objectJudge(shape: z.core.$ZodShape): Judge {
  const fields = Object.entries(shape).map(([key, field]) => ({ key, judge: judgeOf(field), mayMiss: mayBeMissing(field) }));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'refused';
    // What has more than its own fields is written anew, and what is not declared is left out.
    if (Object.getPrototypeOf(value) !== Object.prototype) return 'unsure';
    let verdict: Verdict = 'same';
    let held = 0;
    for (const { key, judge, mayMiss } of fields) {
      const field = (value as Readonly<Record<string, unknown>>)[key];
      if (field === undefined && !Object.hasOwn(value, key)) {
        if (!mayMiss) return 'unsure';
        continue;
      }
      held += 1;
      const ofField = judge(field);
      if (ofField === 'refused') return ofField;
      if (ofField === 'unsure') verdict = ofField;
    }
    return Object.keys(value).length === held ? verdict : 'unsure';
  };
}

function arrayJudge(ofElement: Judge): Judge {
  return (value) => {
    if (!Array.isArray(value)) return 'refused';
    let verdict: Verdict = 'same';
    for (const element of value as readonly unknown[]) {
      const one = ofElement(element);
      if (one === 'refused') return one;
      if (one === 'unsure') verdict = one;
    }
    // A match of a pattern is a list that holds the whole text besides.
    return Object.keys(value).length === value.length ? verdict : 'unsure';
  };
}

function nullableJudge(inner: Judge): Judge {
  return (value) => (value === null ? 'same' : inner(value));
}

/** A field that is there without a value is another matter than one that is not there. */
function optionalJudge(inner: Judge): Judge {
  return (value) => (value === undefined ? 'unsure' : inner(value));
}

/** Whether a field may be missing, and is not given a value then. */
function mayBeMissing(schema: z.core.$ZodType): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'optional' && isBare(def) && def.innerType._zod.optin === undefined;
}

/** The first that does not refuse a value reads it. */
function unionJudge(options: readonly Judge[]): Judge {
  return (value) => {
    for (const option of options) {
      const verdict = option(value);
      if (verdict !== 'refused') return verdict;
    }
    return 'refused';
  };
}

function memberJudge(values: ReadonlySet<unknown> | undefined): Judge {
  return values === undefined ? unsure : (value) => (values.has(value) ? 'same' : 'refused');
}

type Test = (value: unknown) => boolean;

/** A text or a number with tests on it; where one does more than test, only reading tells. */
function leafJudge(schema: z.core.$ZodTypes, isOfType: Test): Judge {
  const { def } = schema._zod;
  if ('coerce' in def && def.coerce === true) return unsure;
  // A format such as `z.uuid()` is a schema and its check in one.
  const checks = [...('check' in def ? [def] : []), ...(def.checks ?? []).map((check) => check._zod.def)] as Check[];
  const tests = checks.map(testOf).filter((test) => test !== null);
  if (tests.length < checks.length) return unsure;
  // Most have one test or none, and a call for each counts.
  const [first, second] = tests;
  if (first === undefined) return testJudge(isOfType);
  if (second === undefined) return (value) => (isOfType(value) && first(value) ? 'same' : 'refused');
  return (value) => (isOfType(value) && tests.every((test) => test(value)) ? 'same' : 'refused');
}

function testJudge(test: Test): Judge {
  return (value) => (test(value) ? 'same' : 'refused');
}

type Check = z.core.$ZodChecks['_zod']['def'] | z.core.$ZodCustomDef;

/** What a check asks of a value that has the type; null for one that may change it, or that is not known here. */
function testOf(check: Check): Test | null {
  switch (check.check) {
    case 'string_format':
      return check.format === 'uuid' && check.pattern !== undefined ? patternTest(check.pattern) : null;
    case 'number_format':
      return check.format === 'safeint' ? Number.isSafeInteger : null;
    case 'greater_than':
      return typeof check.value === 'number' ? boundTest(check.value, check.inclusive) : null;
    case 'custom':
      return 'fn' in check && check.type === 'custom' ? (value) => Boolean(check.fn(value)) : null;
    default:
      return null;
  }
}

function patternTest(pattern: RegExp): Test {
  const own = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
  return (value) => own.test(value as string);
}

function boundTest(bound: number, isInclusive: boolean): Test {
  return (value) => (value as number) > bound || (isInclusive && value === bound);
}
