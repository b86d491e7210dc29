import { assert } from '../../kernel/assert.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import type { DocumentNode } from './model.ts';
import type { Variable, VariableValues } from './variables.ts';

/** What makes a contract version what it is. */
export interface ContractContent {
  readonly title: string;
  readonly language: 'zh' | 'en' | 'bilingual';
  readonly bodyZh: DocumentNode;
  readonly bodyEn: DocumentNode;
  readonly variables: readonly Variable[];
  /** What `splitAmounts` left: values without amounts and bank accounts. */
  readonly texts: VariableValues;
  /** A keyed or salted digest of the amounts, so that the hash binds them and betrays none. */
  readonly amountCommitment: string;
}

/**
 * The object whose canonical JSON is hashed into a version's content hash (X13). Everything that can change a printed
 * word is in it; labels of the form alone aren't, those of choices are. Its `format` tells later layouts apart.
 */
export function contentToHash(content: ContractContent): Json {
  const { texts } = content;
  const hasAmount = Object.values(texts).some((value) => typeof value === 'object' && 'minor' in value);
  assert(!hasAmount, 'amounts enter a content hash only as a commitment');
  return toJson({
    format: 'deedbox.content.1',
    title: content.title,
    language: content.language,
    bodyZh: content.bodyZh,
    bodyEn: content.bodyEn,
    variables: content.variables.map(({ key, type, constraints }) => ({
      key,
      type,
      unit: constraints.unit,
      choices: constraints.choices,
    })),
    texts,
    amountCommitment: content.amountCommitment,
  });
}

// The values are plain data; writing and reading drops what is undefined and the types' names with it.
function toJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
