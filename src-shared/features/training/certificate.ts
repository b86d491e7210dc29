import { pageLabelsByLanguage, renderPrintPage, type PrintPage } from '../documents/print-page.ts';
import { escapeHtml } from '../documents/html.ts';
import type { Day } from '../../kernel/day.ts';
import { fill } from './fill.ts';
import type { Certificate, CourseContent, CourseLanguage } from './model.ts';
import texts from './texts.json' with { type: 'json' };

export interface CertificateFacts {
  readonly certificate: Certificate;
  readonly personName: string;
  readonly content: CourseContent;
  /** The calendar day of the issue. */
  readonly issuedOn: Day;
  readonly language: CourseLanguage;
}

/** The number that a certificate is known by: TC- and the first eight characters of its id. */
export function certificateNumber({ id }: Pick<Certificate, 'id'>): string {
  return `TC-${id.slice(0, 8).toUpperCase()}`;
}

/** A certificate as a page for the printer: A4 landscape, framed, in one language. */
export function certificatePage({ certificate, personName, content, issuedOn, language }: CertificateFacts, fontUrls: PrintPage['fontUrls']): string {
  const words = texts.certificate;
  const number = certificateNumber(certificate);
  const sentence = fill((content.practice.length === 0 ? words.completedWithoutTasks : words.completed)[language], {
    course: content.title[language],
    lessons: content.lessons.length,
    tasks: content.practice.length,
    score: certificate.scorePercent,
  });
  const facts = [
    [words.number[language], number],
    [words.version[language], `v${certificate.courseVersion}`],
    [words.issued[language], issuedOn],
    [words.validUntil[language], certificate.validUntilOn ?? words.always[language]],
  ];
  const html = `<article class="certificate" lang="${language === 'en' ? 'en' : 'zh-CN'}"><div class="inner">
<p class="mark">契匣 Deedbox</p>
<h1>${escapeHtml(words.title[language])}</h1>
<p class="confirms">${escapeHtml(words.confirms[language])}</p>
<p class="name">${escapeHtml(personName)}</p>
<p class="sentence">${escapeHtml(sentence)}</p>
<table><tbody><tr>${facts.map(([label, value]) => `<td><span>${escapeHtml(label ?? '')}</span><br>${escapeHtml(value ?? '')}</td>`).join('')}</tr></tbody></table>
<p class="kept">${escapeHtml(words.kept[language])}</p>
</div></article>`;
  return renderPrintPage({ html, title: `${words.title[language]} ${number}`, number, language, fontUrls, pageLabels: pageLabelsByLanguage[language], signatureAnchor: null, styles: certificateCss });
}

// One page without running heads: the later @page rule takes the place of the contract's.
const certificateCss = `
@page { size: A4 landscape; margin: 12mm; @top-right { content: none; } @bottom-center { content: none; } }
.certificate { box-sizing: border-box; height: 185mm; border: 1.6pt solid #1d3b5c; padding: 2.5mm; font-family: 'Deedbox Document', sans-serif; text-align: center; break-inside: avoid; }
.certificate .inner { box-sizing: border-box; height: 100%; border: 0.6pt solid #b08a3c; padding: 15mm 22mm 10mm; display: flex; flex-direction: column; }
.certificate p, .certificate h1 { margin: 0; text-indent: 0; }
.certificate .mark { color: #1d3b5c; font-size: 12pt; letter-spacing: 0.2em; }
.certificate h1 { margin-top: 8mm; color: #1d3b5c; font-size: 32pt; font-weight: 700; letter-spacing: 0.12em; }
.certificate[lang="en"] h1 { letter-spacing: 0.02em; }
.certificate .confirms { margin-top: 12mm; font-size: 13pt; color: #444; }
.certificate .name { align-self: center; margin-top: 4mm; padding: 0 12mm 2mm; border-bottom: 0.8pt solid #b08a3c; font-size: 24pt; font-weight: 700; }
.certificate .sentence { margin-top: 8mm; font-size: 14pt; line-height: 1.8; }
.certificate table { width: 100%; margin-top: auto; border-collapse: collapse; table-layout: fixed; font-size: 11pt; }
.certificate td { border: 0; padding: 0 2mm; text-align: center; line-height: 1.7; }
.certificate td span { color: #555; font-size: 9.5pt; }
.certificate .kept { margin-top: 8mm; color: #555; font-size: 8.5pt; }
`;
