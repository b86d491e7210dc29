import { documentCss, documentFontFamily, oneSetOfFigures } from './document-css.ts';
import { cssString, escapeHtml } from './html.ts';

/** What stands around the page number and the count of pages, e.g. 第, 页 共, 页. */
export interface PageLabel {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

const zhLabel: PageLabel = { before: '第 ', between: ' 页 共 ', after: ' 页' };
const enLabel: PageLabel = { before: 'Page ', between: ' of ', after: '' };

/** The usual page labels of each language. */
export const pageLabelsByLanguage: Readonly<Record<'zh' | 'en' | 'bilingual', readonly PageLabel[]>> = {
  zh: [zhLabel],
  en: [enLabel],
  bilingual: [zhLabel, enLabel],
};

export interface PrintPage {
  /** What `renderDocument` gave in print mode. It is trusted to be escaped. */
  readonly html: string;
  readonly title: string;
  readonly number: string;
  readonly language: 'zh' | 'en' | 'bilingual';
  /** Where the shipped fonts are: `file:`, `data:` or a scheme of the application's own. */
  readonly fontUrls: { readonly regular: string; readonly bold: string };
  /** Shown side by side, one for each language. */
  readonly pageLabels: readonly PageLabel[];
  /** Name of the box at the end that is kept free for a visible signature; null when none is wanted. */
  readonly signatureAnchor: string | null;
  /** Further sections behind the contract and its signature box; trusted to be escaped. */
  readonly behind?: string;
  /** Styles of our own beside the contract's typography; never anything that a person entered. */
  readonly styles?: string;
}

/**
 * A whole page for Chromium's printToPDF (`preferCSSPageSize`, tagged, with an outline): A4 with the contract's number
 * at the top and page numbers at the bottom of each page. It holds no script, and its policy lets nothing load but the
 * fonts. The margin boxes use the document's font, which header templates can't.
 */
export function renderPrintPage({ html, title, number, language, fontUrls, pageLabels, signatureAnchor, behind = '', styles = '' }: PrintPage): string {
  const schemes = [...new Set([fontUrls.regular, fontUrls.bold].map(schemeOf))].join(' ');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; font-src ${schemes}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${language === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<title>${escapeHtml(title)}</title>
<style>
${fontFace(fontUrls.regular, 400)}
${fontFace(fontUrls.bold, 700)}
@page {
  size: A4;
  margin: 25mm 23mm 24mm 25mm;
  @top-right { content: ${cssString(number)}; ${marginText} }
  @bottom-center { content: ${pageLabels.map(pageNumber).join(' " / " ')}; ${marginText} }
}
html, body { margin: 0; background: #fff; color: #000; }
/* The margins take it from the root, and from nowhere else. */
html { font-feature-settings: ${oneSetOfFigures}; }
body { font-size: 10.5pt; print-color-adjust: exact; }
${documentCss('.contract')}
.contract .contract-number { display: none; }
.signature-space { display: block; width: 84mm; height: 24mm; margin-top: 8mm; break-inside: avoid; text-decoration: none; }
${styles}
</style>
</head>
<body>${html}${signatureSpace(signatureAnchor)}${behind}</body>
</html>`;
}

function pageNumber({ before, between, after }: PageLabel): string {
  return `${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}`;
}

// A link to itself: Chromium writes its exact rectangle into the PDF, where the signature block then goes.
function signatureSpace(anchor: string | null): string {
  if (anchor === null) return '';
  const name = escapeHtml(anchor);
  return `<a class="signature-space" id="${name}" href="#${name}" aria-hidden="true">&#160;</a>`;
}

const marginText = `font-family: '${documentFontFamily}'; font-size: 9pt; color: #444;`;

function fontFace(url: string, weight: 400 | 700): string {
  return `@font-face { font-family: '${documentFontFamily}'; src: url(${cssString(url)}); font-weight: ${weight}; font-display: block; }`;
}

function schemeOf(url: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(url)?.[1];
  return scheme === undefined ? "'self'" : scheme.toLowerCase();
}
