/** The family that both the print page and the interface give the shipped Noto Sans SC. */
export const documentFontFamily = 'Deedbox Document';

/**
 * The shipped font has other figures, quotes and apostrophes for English than for Chinese, of the same look. Chromium can't
 * name those in a PDF, so that nobody could search or copy them: one set is used for all languages.
 */
export const oneSetOfFigures = "'locl' 0";

/**
 * The typography of a contract, the same in preview and print, for everything within the `scope` selector. Sizes are
 * in em of the scope's own font size. Colours of preview marks come from `--document-missing`, `--document-withheld`
 * and `--document-filled`, so that themes can set them.
 */
export function documentCss(scope: string): string {
  return `${scope} {
  font-family: '${documentFontFamily}', 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif;
  line-height: 1.7;
  text-align: justify;
  text-autospace: normal;
  overflow-wrap: anywhere;
  line-break: strict;
  & p { margin: 0 0 0.35em; orphans: 2; widows: 2; }
  & p:where(:lang(zh-CN)) { text-indent: 2em; }
  & p.numbered { text-indent: 0; }
  & p:where(:lang(en)) { hyphens: manual; overflow-wrap: break-word; }
  font-feature-settings: ${oneSetOfFigures};
  /* The Chinese font's quotes and apostrophes are a full em wide unless the text asks for its narrow forms. */
  &:lang(en), & :lang(en) { font-feature-settings: ${oneSetOfFigures}, 'palt', 'pwid'; }
  & h1, & h2, & h3, & h4 { font-weight: 700; line-height: 1.45; text-align: left; break-after: avoid; break-inside: avoid; }
  & h1 { font-size: 1.7em; margin: 0.6em 0 1em; text-align: center; }
  & h2 { font-size: 1.1em; margin: 1.1em 0 0.4em; }
  & h3, & h4 { font-size: 1em; margin: 0.8em 0 0.3em; }
  & p.contract-number { text-align: right; text-indent: 0; font-size: 0.9em; }
  & h2 + p, & h3 + p { break-before: avoid; }
  & ul, & ol { margin: 0 0 0.5em; padding-left: 2.6em; }
  & li p, & td p, & th p { text-indent: 0; margin: 0; }
  & table { border-collapse: collapse; width: calc(100% - 1px); margin: 0.5em 0 0.9em; font-size: 0.95em; text-align: left; }
  & th, & td { border: 1px solid currentColor; padding: 0.3em 0.6em; vertical-align: top; }
  & th { font-weight: 700; }
  & thead { display: table-header-group; }
  & tr { break-inside: avoid; }
  & .party { break-inside: avoid; }
  & .party th { width: 30%; font-weight: 400; }
  & .party .party-name th, & .party .party-name td { font-weight: 700; }
  & .signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 1.2em 2em; margin-top: 2.2em; break-before: avoid; break-inside: avoid; text-align: left; }
  & .signature-area { break-inside: avoid; }
  & .signature-area p { text-indent: 0; }
  & .signature-role { font-weight: 700; }
  & .signature-seal { height: 7.5em; }
  & .signature-line { border-top: 1px solid currentColor; padding-top: 0.2em; margin-top: 2.4em; font-size: 0.9em; }
  & .variable.missing, & .reference.missing { background: var(--document-missing, #ffe3a3); color: #5c3b00; border-radius: 2px; }
  & .variable.filled { background: var(--document-filled, transparent); }
  & .withheld { background: var(--document-withheld, #d8dbe0); color: #3b4250; letter-spacing: 0.1em; }
}`;
}
