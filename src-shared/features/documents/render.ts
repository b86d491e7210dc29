import { assert, unreachable } from '../../kernel/assert.ts';
import { neededKeys, factOf, isBankFact, isPartyFact, partyAt } from './conditions.ts';
import { descendants, type BlockNode, type DocumentNode, type ListItemNode, type TableNode } from './model.ts';
import { areParallel, numberBlocks, numberLabel, numbersById, shownBlocks, type Items, type ShownBlock } from './numbering.ts';
import { languageTags, renderInlines, type RenderContext } from './render-inline.ts';
import { renderPartyBlock, renderSignatureBlock } from './render-parties.ts';
import { escapeHtml } from './html.ts';
import type { BodyLanguage } from './value-text.ts';
import { isFilled, valueAt, type Variable, type VariableValues } from './variables.ts';

/** What a contract's text is made of. */
export interface DocumentToRender {
  readonly bodyZh: DocumentNode;
  readonly bodyEn: DocumentNode;
  readonly language: 'zh' | 'en' | 'bilingual';
  readonly variables: readonly Variable[];
  readonly values: VariableValues;
  /** Keys whose value lies in a compartment that the person's keys don't open; for a party, its bank account. */
  readonly withheldKeys: readonly string[];
  /** The contract's number; null while there is none. */
  readonly number: string | null;
  readonly mode: 'preview' | 'print';
}

/**
 * The text of a contract as an HTML fragment: an `article` whose parts carry their language. Bilingual text goes
 * clause by clause, Chinese first; bodies that aren't parallel go one whole after the other. In print mode nothing may
 * be missing: ask `missingKeys` and `brokenReferences` first, for otherwise it throws.
 */
export function renderDocument(document: DocumentToRender): string {
  if (document.mode === 'print') {
    assert(missingKeys(document).length === 0, 'a value is missing in print');
    assert(brokenReferences(document).length === 0, 'a clause reference leads nowhere in print');
  }
  const bodies = usedBodies(document);
  const together = bodies.length > 1 && areParallel(document.bodyZh.content, document.bodyEn.content);
  const sets = together ? [bodies] : bodies.map((body) => [body]);
  const number = document.number === null ? '' : `<p class="contract-number">${escapeHtml(document.number)}</p>`;
  // Parties sign once, after all languages.
  const apart = bodies.length > 1 && !together;
  const parts = sets.map((set) => renderBodies(set, document, apart)).join('');
  const signatures = apart ? renderSignaturesOf(bodies, document) : '';
  const lang = document.language === 'en' ? languageTags.en : languageTags.zh;
  return `<article class="contract ${document.language}" lang="${lang}">${number}${parts}${signatures}</article>`;
}

/**
 * What the text as it stands needs and lacks: keys of variables, or `seller.bankAccount` for a fact of a party. Empty:
 * it may be printed. Withheld values don't count as missing.
 */
export function missingKeys(document: Omit<DocumentToRender, 'mode' | 'number'>): readonly string[] {
  const { values, variables } = document;
  const withheld = new Set(document.withheldKeys);
  const declared = new Set(variables.map(({ key }) => key));
  const needed = usedBodies(document).flatMap(({ body }) => [...neededKeys(body, values, withheld)]);
  return [...new Set(needed)].filter((name) => {
    const [key = '', fact] = name.split('.');
    if (!declared.has(key)) return true;
    if (fact === undefined) return !isFilled(valueAt(values, key)) && !withheld.has(key);
    if (!isPartyFact(fact)) return true;
    const party = partyAt(values, key);
    return party !== null && factOf(party, fact) === null && !(withheld.has(key) && isBankFact(fact));
  });
}

/** Clause ids that the shown text refers to and that no shown clause has (X08). */
export function brokenReferences(document: Omit<DocumentToRender, 'mode' | 'number'>): readonly string[] {
  const withheld = new Set(document.withheldKeys);
  const broken = usedBodies(document).flatMap(({ body, language }) => {
    const blocks = shownBlocks(body.content, document.values, withheld, language);
    const ids = numbersById(blocks, numberBlocks(blocks));
    const nodes = blocks.flatMap(({ node }) => [...descendants(node)]);
    return nodes.flatMap((node) =>
      node.type === 'clauseReference' && !ids.has(node.attrs.clauseId) ? [node.attrs.clauseId] : [],
    );
  });
  return [...new Set(broken)];
}

interface Body {
  readonly language: BodyLanguage;
  readonly body: DocumentNode;
}

function usedBodies({ bodyZh, bodyEn, language }: Pick<DocumentToRender, 'bodyZh' | 'bodyEn' | 'language'>): readonly Body[] {
  const zh: Body = { language: 'zh', body: bodyZh };
  const en: Body = { language: 'en', body: bodyEn };
  return language === 'bilingual' ? [zh, en] : language === 'zh' ? [zh] : [en];
}

function renderBodies(bodies: readonly Body[], document: DocumentToRender, withoutSignatures: boolean): string {
  const shown = bodies.map(({ body, language }) =>
    shownBlocks(body.content, document.values, new Set(document.withheldKeys), language),
  );
  const [first = []] = shown;
  const numbers = numberBlocks(first);
  const context = contextOf(document, numbersById(first, numbers));
  let html = '';
  let open = false;
  for (const index of first.keys()) {
    const parts = bodies.flatMap(({ language, body }, at): readonly Part[] => {
      const block = shown[at]?.[index];
      if (block === undefined) return [];
      const number = numbers[index];
      return [{ language, block, number: number ? numberLabel(number, body.attrs.numbering, language) : null }];
    });
    const node = first[index]?.node;
    const closes = node?.type === 'signatureBlock' || (node?.type === 'clauseHeading' && node.attrs.level === 1);
    if (withoutSignatures && node?.type === 'signatureBlock') continue;
    if (closes && open) html += '</section>';
    if (closes) open = node.type === 'clauseHeading';
    html += (closes && open ? '<section class="clause">' : '') + renderParts(parts, context);
  }
  return html + (open ? '</section>' : '');
}

function renderSignaturesOf(bodies: readonly Body[], document: DocumentToRender): string {
  const blocks = bodies.flatMap(({ body, language }) => {
    const node = [...descendants(body)].find((one) => one.type === 'signatureBlock');
    return node === undefined ? [] : [{ language, node }];
  });
  return blocks.length === 0 ? '' : renderSignatureBlock(blocks, contextOf(document, new Map()));
}

function contextOf(document: DocumentToRender, clauseNumbers: RenderContext['clauseNumbers']): RenderContext {
  return {
    variables: new Map(document.variables.map((variable) => [variable.key, variable])),
    values: document.values,
    withheld: new Set(document.withheldKeys),
    mode: document.mode,
    clauseNumbers,
  };
}

/** One block in one language, with its number. */
interface Part {
  readonly language: BodyLanguage;
  readonly block: ShownBlock;
  readonly number: string | null;
}

function renderParts(parts: readonly Part[], context: RenderContext): string {
  const first = parts[0]?.block.node;
  if (first === undefined) return '';
  if (first.type === 'partyBlock') return renderPartyBlock(only(parts, 'partyBlock'), context);
  if (first.type === 'signatureBlock') return renderSignatureBlock(only(parts, 'signatureBlock'), context);
  if (first.type !== 'title' && first.type !== 'clauseHeading') {
    return parts.map((part) => renderBlock(part, context)).join('');
  }
  // One heading for both languages, so that the outline of the PDF names each clause once.
  const tag = first.type === 'title' ? 'h1' : `h${first.attrs.level + 1}`;
  const texts = parts.map((part) => {
    const html = 'content' in part.block.node && isTextBlock(part.block.node)
      ? renderInlines(part.block.node.content, part.language, part.block.items, context)
      : '';
    return `<span lang="${languageTags[part.language]}">${numberHtml(part)}${html}</span>`;
  });
  return `<${tag}>${texts.join('<br>')}</${tag}>`;
}

function only<Type extends 'partyBlock' | 'signatureBlock'>(parts: readonly Part[], type: Type) {
  return parts.flatMap(({ language, block: { node } }) =>
    node.type === type ? [{ language, node: node as Extract<typeof node, { type: Type }> }] : [],
  );
}

function isTextBlock(node: ShownBlock['node']): node is Extract<ShownBlock['node'], { type: 'title' | 'clauseHeading' | 'paragraph' }> {
  return node.type === 'title' || node.type === 'clauseHeading' || node.type === 'paragraph';
}

function numberHtml({ number, language }: Part): string {
  if (number === null) return '';
  const space = number.endsWith('、') ? '' : language === 'zh' ? '\u3000' : ' ';
  return `<span class="number">${number}</span>${space}`;
}

function renderBlock(part: Part, context: RenderContext): string {
  const { language, block } = part;
  const { node, items } = block;
  const lang = ` lang="${languageTags[language]}"`;
  switch (node.type) {
    case 'paragraph': {
      const kind = node.attrs.numbered ? ' class="numbered"' : '';
      return `<p${kind}${lang}>${numberHtml(part)}${renderInlines(node.content, language, items, context)}</p>`;
    }
    case 'bulletList':
      return `<ul${lang}>${renderItems(node.content, language, items, context)}</ul>`;
    case 'orderedList': {
      const start = node.attrs.start === 1 ? '' : ` start="${node.attrs.start}"`;
      return `<ol${start}${lang}>${renderItems(node.content, language, items, context)}</ol>`;
    }
    case 'table':
      return renderTable(node, language, items, context);
    case 'title':
    case 'clauseHeading':
    case 'partyBlock':
    case 'signatureBlock':
      return renderParts([part], context);
    default:
      return unreachable(node);
  }
}

function renderItems(nodes: readonly ListItemNode[], language: BodyLanguage, items: Items, context: RenderContext): string {
  return nodes.map(({ content }) => `<li>${renderInside(content, language, items, context)}</li>`).join('');
}

function renderTable({ content }: TableNode, language: BodyLanguage, items: Items, context: RenderContext): string {
  const isHead = (row: TableNode['content'][number]) => row.content.every(({ type }) => type === 'tableHeader');
  const firstBody = content.findIndex((row) => !isHead(row));
  const headRows = firstBody < 0 ? content.length : firstBody;
  const rows = content.map((row, index) => {
    const cells = row.content.map((cell) => {
      const span =
        (cell.attrs.colspan > 1 ? ` colspan="${cell.attrs.colspan}"` : '') +
        (cell.attrs.rowspan > 1 ? ` rowspan="${cell.attrs.rowspan}"` : '');
      const html = renderInside(cell.content, language, items, context);
      if (cell.type === 'tableCell') return `<td${span}>${html}</td>`;
      return `<th scope="${index < headRows ? 'col' : 'row'}"${span}>${html}</th>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const head = headRows === 0 ? '' : `<thead>${rows.slice(0, headRows).join('')}</thead>`;
  return `<table lang="${languageTags[language]}">${head}<tbody>${rows.slice(headRows).join('')}</tbody></table>`;
}

function renderInside(content: readonly BlockNode[], language: BodyLanguage, items: Items, context: RenderContext): string {
  return shownBlocks(content, context.values, context.withheld, language, items)
    .map((block) => renderBlock({ language, block, number: null }, context))
    .join('');
}
