import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findOperation, operationNames } from '#shared/ipc/registry.ts';

// A text with a character that nobody sees can read other than it is kept: a clause whose words run backwards from U+202E
// on, a name with a zero-width space in it that no search finds. Every text that an operation takes refuses them, but for
// those below, each with why.

/** Why a text may come in unchecked, and where such texts are; `*` stands for anything. */
const unchecked: Readonly<Record<string, readonly string[]>> = {
  'what is looked for changes nothing': ['*.search', 'contracts.search.text', 'contracts.wordPlaces.text', 'parties.similar.*', '*.filter.*', '*.cursor', 'contracts.changeMany.removeTags[]'],
  'a secret, or the name it belongs to, is taken as it is typed': ['vault.*', 'backups.*.passphrase', '*.password'],
  'a record, a party and the values of a template are checked by their rules, which name the field': [
    ...['contracts.register.*', 'contracts.saveRecord.*', 'contracts.create.entry.*', 'contracts.revise.entry.*', 'contracts.keepForm.form.*', 'contracts.keepRecord.form.*', 'contracts.keepDialog.form.*', 'parties.*.details.*', 'parties.*.bank.*'],
    ...['amendments.record.draft.terms.*', 'templates.*.content.*'],
  ],
  'what another wrote is kept as it came': ['problems.addCommunication.text.*'],
  'what is drawn from a contract’s text says what that says': ['fulfilment.take.*', '*.texts.quote', 'approvals.decide.quotes[].*'],
  'the program’s own keys, headings and words': [
    ...['*.{key}', '*.fileName', '*.heading', '*.headings.*', '*.headings[]', '*.words.{}', '*.columns[].heading', 'imports.*.plan.*', 'imports.preview.view.sheet'],
    ...['contracts.saveView.hiddenColumns[]', 'contracts.changeNumbering.pattern', 'signing.signByHand.consent', 'checker.*.fingerprint', '*.contentHash', '*.addShipped.names.{}'],
    ...['home.saveLayout.*', 'analytics.exportTable.*', '*.originRef', 'reminders.settle.entityId', 'exchange.saveFile.part', 'editor.*.id', 'editor.*.author', '*.followUps[].itemKey'],
  ],
  'an editor’s work is kept as it stands': ['editor.keep.*', 'editor.save.goesOn.*'],
  'a certificate, a seal and how somebody was identified are shown as they were given': ['signing.createIdentity.*', 'signing.addSeal.draft.name', 'signing.signByHand.idCheck.note'],
  'the house’s own words and settings, which are in no contract': [
    ...['templates.*', 'clauses.save.note', 'checker.tune.*', 'approvals.saveFlow.*', 'approvals.tryFlow.*', 'users.*', 'training.*', 'reviews.saveChecklist.*', 'reviews.saveLaw.*', 'reviews.saveKpis.*'],
    ...['improvement.*', 'analytics.save.*', 'spelling.*', 'risks.saveRule.*', 'editor.save.label'],
  ],
  'a review is kept while it is being written': ['reviews.save.*', 'reviews.complete.*', 'reviews.skip.reason', 'reviews.changeFinding.resolution'],
  'words between two vaults, shown beside what they were sent with': ['exchange.*'],
};

describe('the texts that operations take', () => {
  const open = [...new Set(operationNames().flatMap((name) => openTexts(schemaOf(name), name)))];
  const patterns = Object.values(unchecked).flat();

  test('hold no character that nobody sees, but for those with a reason', () => {
    expect(open.filter((path) => !patterns.some((pattern) => fits(path, pattern)))).toEqual([]);
  });

  test('that are left out are still there', () => {
    expect(patterns.filter((pattern) => !open.some((path) => fits(path, pattern)))).toEqual([]);
  });

  test('are all found: a check that is taken away is told', () => {
    const schema = z.object({ a: z.array(z.object({ b: z.string().nullable() })), c: z.union([z.literal('x'), z.record(z.string().max(4), z.string().trim())]), d: z.enum(['e']) });
    expect(openTexts(schema, 'of')).toEqual(['of.a[].b', 'of.c.{key}', 'of.c.{}']);
  });
});

function schemaOf(name: string): z.core.$ZodType {
  const operation = findOperation(name);
  if (operation === undefined) throw new Error(`${name} is not declared`);
  return operation.input;
}

function fits(path: string, pattern: string): boolean {
  return new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.[\]{}?]/g, String.raw`\$&`)).join('.*')}$`, 'u').test(path);
}

/** Where below a schema a text may hold hidden characters. */
function openTexts(schema: z.core.$ZodType, path: string, above: readonly z.core.$ZodType[] = []): readonly string[] {
  if (above.includes(schema)) return [];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const below = (inner: z.core.$ZodType, at = path) => openTexts(inner, at, [...above, schema]);
  switch (def.type) {
    case 'string':
      return ['a\u202Eb', 'a\u202Eb'.repeat(4)].some((text) => z.safeParse(schema, text).success) ? [path] : [];
    case 'object':
      return Object.entries(def.shape).flatMap(([key, inner]) => below(inner, `${path}.${key}`));
    case 'array':
      return below(def.element, `${path}[]`);
    case 'tuple':
      return def.items.flatMap((inner) => below(inner, `${path}[]`));
    case 'record':
      return [...below(def.keyType, `${path}.{key}`), ...below(def.valueType, `${path}.{}`)];
    case 'union':
      return def.options.flatMap((inner) => below(inner));
    case 'intersection':
      return [...below(def.left), ...below(def.right)];
    case 'pipe':
      return below(def.in).filter((open) => open !== path || z.safeParse(schema, 'a\u202Eb').success);
    case 'lazy':
      return below(def.getter());
    case 'nullable':
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'catch':
    case 'readonly':
      return below(def.innerType);
    default:
      return [];
  }
}
