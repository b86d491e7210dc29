import { factOf, partyAt } from './conditions.ts';
import { escapeHtml } from './html.ts';
import type { PartyBlockNode, PartyFact, SignatureBlockNode } from './model.ts';
import { languageTags, renderVariable, type RenderContext } from './render-inline.ts';
import type { BodyLanguage } from './value-text.ts';

/** The same node in each language that the text is set in. */
export type InLanguages<Node> = readonly { readonly language: BodyLanguage; readonly node: Node }[];

const shownFacts = ['uscc', 'legalRepresentative', 'registeredAddress', 'noticeAddress', 'contactName', 'contactPhone', 'contactEmail'] as const satisfies readonly PartyFact[];

const labels: Readonly<Record<BodyLanguage, Readonly<Record<(typeof shownFacts)[number], string>>>> = {
  zh: {
    uscc: '统一社会信用代码',
    legalRepresentative: '法定代表人',
    registeredAddress: '住所',
    noticeAddress: '送达地址',
    contactName: '联系人',
    contactPhone: '联系电话',
    contactEmail: '电子邮箱',
  },
  en: {
    uscc: 'Unified Social Credit Code',
    legalRepresentative: 'Legal Representative',
    registeredAddress: 'Registered Address',
    noticeAddress: 'Notice Address',
    contactName: 'Contact Person',
    contactPhone: 'Telephone',
    contactEmail: 'Email',
  },
};

const areas: Readonly<Record<BodyLanguage, { seal: string; representative: string; signature: string; date: string }>> = {
  zh: { seal: '盖章', representative: '法定代表人或签约代表', signature: '签字', date: '签署日期' },
  en: { seal: 'Seal', representative: 'Legal or Authorized Representative', signature: 'Signature', date: 'Date' },
};

/** A party's name and particulars, as a table with the facts as row headings. Facts not given have no row. */
export function renderPartyBlock(blocks: InLanguages<PartyBlockNode>, context: RenderContext): string {
  const key = blocks[0]?.node.attrs.key ?? '';
  const names = blocks.map(({ language }) => inLanguage(language, renderVariable(key, 'default', language, {}, context)));
  const roles = blocks.map(({ language, node }) => inLanguage(language, escapeHtml(node.attrs.role)));
  const party = partyAt(context.values, key);
  const rows = shownFacts.flatMap((fact) => {
    const text = party === null ? null : factOf(party, fact);
    if (party === null || text === null) return [];
    if (fact === 'noticeAddress' && text === party.registeredAddress) return [];
    const label = blocks.map(({ language }) => inLanguage(language, labels[language][fact]));
    const lang = /\p{Script=Han}/u.test(text) ? ' lang="zh-CN"' : '';
    return [`<tr><th scope="row">${label.join('<br>')}</th><td${lang}>${escapeHtml(text)}</td></tr>`];
  });
  const first = `<tr class="party-name"><th scope="row">${roles.join('<br>')}</th><td>${names.join('<br>')}</td></tr>`;
  return `<table class="party"><tbody>${first}${rows.join('')}</tbody></table>`;
}

/** The areas in which the parties sign, side by side, kept on one page. One for all languages: nobody signs twice. */
export function renderSignatureBlock(blocks: InLanguages<SignatureBlockNode>, context: RenderContext): string {
  const parties = blocks[0]?.node.attrs.parties ?? [];
  const line = (words: (language: BodyLanguage) => string) => blocks.map(({ language }) => inLanguage(language, words(language))).join(' / ');
  const cells = parties.map(({ key }, index) => {
    const heading = blocks.map(({ language, node }) => {
      const role = escapeHtml(node.attrs.parties[index]?.role ?? '');
      return `<p class="signature-role">${inLanguage(language, withAside(language, role, areas[language].seal))}</p>`;
    });
    const names = blocks.map(
      ({ language }) => `<p class="signature-name">${inLanguage(language, renderVariable(key, 'default', language, {}, context))}</p>`,
    );
    return [
      `<div class="signature-area" data-party="${escapeHtml(key)}">`,
      ...heading,
      ...names,
      '<div class="signature-seal"></div>',
      `<p class="signature-line"><span>${line((language) => withAside(language, areas[language].representative, areas[language].signature))}</span></p>`,
      `<p class="signature-line"><span>${line((language) => areas[language].date)}</span></p>`,
      '</div>',
    ].join('');
  });
  return `<section class="signatures">${cells.join('')}</section>`;
}

/** Words with others in brackets, as wide as the language sets them. */
function withAside(language: BodyLanguage, words: string, aside: string): string {
  return language === 'zh' ? `${words}（${aside}）` : `${words} (${aside})`;
}

function inLanguage(language: BodyLanguage, html: string): string {
  return `<span lang="${languageTags[language]}">${html}</span>`;
}
