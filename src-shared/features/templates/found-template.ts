import { z } from 'zod';
import { descendants, documentSchema, variableKeySchema, type BlockNode, type DocumentNode, type InlineNode } from '../documents/model.ts';
import { variableTypeSchema, type Variable, type VariableType } from '../documents/variables.ts';
import type { ContractType, TemplateContent } from './model.ts';
import { noDefaults } from './defaults.ts';

/** A blank of a read file, offered as a variable. */
export const placeholderSchema = z
  .object({
    /** As it stands in the text, e.g. `{{delivery date}}` or 【交付日期】. */
    words: z.string(),
    key: variableKeySchema,
    label: z.string(),
    type: variableTypeSchema,
    count: z.int().positive(),
  })
  .readonly();
export type Placeholder = z.infer<typeof placeholderSchema>;

/** A file as a template to begin with. */
export const foundTemplateSchema = z
  .object({ fileName: z.string(), title: z.string(), language: z.enum(['zh', 'en']), body: documentSchema, placeholders: z.array(placeholderSchema).readonly() })
  .readonly();
export type FoundTemplate = z.infer<typeof foundTemplateSchema>;

const blanks = /\{\{[^{}]{1,60}\}\}|【[^【】]{0,60}】|_{4,40}/gu;
const most = 150;

/** The blanks of a text: `{{name}}`, 【name】 and runs of underscores, in their order. Each run of underscores is one of its own. */
export function placeholdersIn(body: DocumentNode): readonly Placeholder[] {
  const found = new Map<string, Placeholder>();
  for (const node of descendants(body)) {
    if (node.type !== 'text') continue;
    for (const [words] of node.text.matchAll(blanks)) {
      const known = found.get(words);
      if (known === undefined && found.size < most) found.set(words, placeholder(words, found.size + 1, [...found.values()].map(({ key }) => key)));
      else if (known !== undefined) found.set(words, { ...known, count: known.count + 1 });
    }
  }
  return [...found.values()];
}

/** The read file as a template, the accepted blanks as variables; in the other language it has no text yet. */
export function templateFromFound({ title, language, body }: FoundTemplate, accepted: readonly Placeholder[], contractType: ContractType): TemplateContent {
  const keyByWords = new Map(accepted.map(({ words, key }) => [words, key]));
  const filled: DocumentNode = { ...body, content: body.content.map((block) => withVariables(block, keyByWords)) };
  const empty: DocumentNode = { ...body, content: [] };
  const name = title === '' ? '—' : title.slice(0, 200);
  return {
    contractType,
    titleZh: name,
    titleEn: name,
    summaryZh: '',
    summaryEn: '',
    bodyZh: language === 'zh' ? filled : empty,
    bodyEn: language === 'en' ? filled : empty,
    variables: accepted.map(variableOf),
    defaults: noDefaults,
  };
}

function placeholder(words: string, index: number, taken: readonly string[]): Placeholder {
  const label = words.replace(/^\{\{|\}\}$|[【】]/gu, '').replace(/^_+$/u, '').trim();
  const plain = label.replace(/[^A-Za-z0-9]+(.)?/gu, (_, next: string | undefined) => (next ?? '').toUpperCase());
  const camel = plain.charAt(0).toLowerCase() + plain.slice(1);
  const key = /^[a-z][A-Za-z0-9]{0,59}$/.test(camel) && !taken.includes(camel) ? camel : `blank${index}`;
  return { words, key, label: label === '' ? `${index}` : label.slice(0, 60), type: guess(label), count: 1 };
}

function guess(label: string): VariableType {
  if (/日期|\bdate\b/iu.test(label)) return 'date';
  if (/金额|价款|总价|租金|费用|\b(?:amount|price|fee|rent)\b/iu.test(label)) return 'money';
  if (/^(?:甲方|乙方|丙方|买方|卖方|party [abc]|buyer|seller)$/iu.test(label)) return 'party';
  return 'text';
}

function variableOf({ key, label, type }: Placeholder): Variable {
  return { key, type, labelZh: label, labelEn: label, helpZh: null, helpEn: null, group: type === 'party' ? 'parties' : type === 'money' ? 'price' : 'subject', required: true, defaultValue: null, constraints: type === 'money' ? { unit: 'CNY' } : {} };
}

function withVariables(block: BlockNode, keyByWords: ReadonlyMap<string, string>): BlockNode {
  switch (block.type) {
    case 'title':
    case 'clauseHeading':
    case 'paragraph':
      return { ...block, content: block.content.flatMap((node) => splitText(node, keyByWords)) };
    case 'bulletList':
    case 'orderedList':
      return { ...block, content: block.content.map((item) => ({ ...item, content: item.content.map((one) => withVariables(one, keyByWords)) })) };
    case 'table':
      return { ...block, content: block.content.map((row) => ({ ...row, content: row.content.map((cell) => ({ ...cell, content: cell.content.map((one) => withVariables(one, keyByWords)) })) })) };
    case 'conditional':
    case 'repeat':
      return { ...block, content: block.content.map((one) => withVariables(one, keyByWords)) };
    case 'partyBlock':
    case 'signatureBlock':
      return block;
  }
}

function splitText(node: InlineNode, keyByWords: ReadonlyMap<string, string>): readonly InlineNode[] {
  if (node.type !== 'text') return [node];
  return node.text.split(/(\{\{[^{}]{1,60}\}\}|【[^【】]{0,60}】|_{4,40})/u).flatMap((text): readonly InlineNode[] => {
    const key = keyByWords.get(text);
    if (key !== undefined) return [{ type: 'variable', attrs: { key, format: 'default' }, marks: node.marks }];
    return text === '' ? [] : [{ ...node, text }];
  });
}
