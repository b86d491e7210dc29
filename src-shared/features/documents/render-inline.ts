import { isBankFact, isPartyFact } from './conditions.ts';
import { escapeHtml } from './html.ts';
import type { InlineNode, Mark, VariableFormat } from './model.ts';
import { referenceLabel, type Items } from './numbering.ts';
import { valueToText, type BodyLanguage } from './value-text.ts';
import type { Variable, VariableValues } from './variables.ts';

/** What the rendering of any part of one document needs. */
export interface RenderContext {
  readonly variables: ReadonlyMap<string, Variable>;
  readonly values: VariableValues;
  readonly withheld: ReadonlySet<string>;
  readonly mode: 'preview' | 'print';
  readonly clauseNumbers: ReadonlyMap<string, readonly number[]>;
}

export const languageTags: Readonly<Record<BodyLanguage, string>> = { zh: 'zh-CN', en: 'en' };

/** Inline nodes as HTML in one language. */
export function renderInlines(
  nodes: readonly InlineNode[],
  language: BodyLanguage,
  items: Items,
  context: RenderContext,
): string {
  return nodes.map((node) => renderInline(node, language, items, context)).join('');
}

function renderInline(node: InlineNode, language: BodyLanguage, items: Items, context: RenderContext): string {
  switch (node.type) {
    case 'text':
      return withMarks(escapeHtml(node.text), node.marks);
    case 'hardBreak':
      return '<br>';
    case 'variable':
      return withMarks(renderVariable(node.attrs.key, node.attrs.format, language, items, context), node.marks);
    case 'clauseReference': {
      const number = context.clauseNumbers.get(node.attrs.clauseId);
      if (number !== undefined) return escapeHtml(referenceLabel(number, language));
      return `<span class="reference missing">〔${language === 'zh' ? '条款' : 'Article'}〕</span>`;
    }
  }
}

/** The value of a variable: its text, a mask when withheld, its label in 〔〕 when missing. */
export function renderVariable(
  key: string,
  format: VariableFormat,
  language: BodyLanguage,
  items: Items,
  context: RenderContext,
): string {
  const variable = context.variables.get(key);
  const hidden =
    context.withheld.has(key) && (variable?.type !== 'party' || (isPartyFact(format) && isBankFact(format)));
  if (hidden) return wrap(key, 'withheld', language === 'zh' ? '＊＊＊＊' : '****', null, context);
  const item = Object.hasOwn(items, key) ? items[key] : undefined;
  const text = item ?? (variable === undefined ? null : valueToText(variable, context.values, format, language));
  if (text === null) {
    const label = (language === 'zh' ? variable?.labelZh : variable?.labelEn) ?? key;
    return wrap(key, 'missing', `〔${escapeHtml(label)}〕`, null, context);
  }
  // Chinese text within English stays Chinese to a screen reader and in a tagged PDF.
  const foreign = language === 'en' && /\p{Script=Han}/u.test(text) ? languageTags.zh : null;
  return wrap(key, 'filled', escapeHtml(text).replace(/\r?\n/g, '<br>'), foreign, context);
}

function wrap(
  key: string,
  state: 'filled' | 'missing' | 'withheld',
  html: string,
  lang: string | null,
  { mode }: RenderContext,
): string {
  const attributes = lang === null ? '' : ` lang="${lang}"`;
  if (mode === 'preview') return `<span class="variable ${state}" data-key="${escapeHtml(key)}"${attributes}>${html}</span>`;
  if (state === 'withheld') return `<span class="withheld">${html}</span>`;
  return attributes === '' ? html : `<span${attributes}>${html}</span>`;
}

const tagByMark = { bold: 'strong', italic: 'em', underline: 'u' } as const;

function withMarks(html: string, marks: readonly Mark[]): string {
  return marks.reduce((inner, { type }) => `<${tagByMark[type]}>${inner}</${tagByMark[type]}>`, html);
}
