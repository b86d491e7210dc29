import { describe, expect, test } from 'vitest';
import { cleanPastedHtml } from '../../../src-renderer/ui/document-editor/paste/clean-html.ts';
import { effortOf } from '../../harness/effort.ts';

const word = (body: string) => `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body lang=ZH-CN><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

describe('what is pasted from Word', () => {
  test('comes without classes, styles, conditional comments and empty Office elements', () => {
    const html = word(`<p class=MsoNormal style='text-indent:21.0pt'><!--[if gte mso 9]><xml><w:x/></xml><![endif]--><span lang=EN-US style='font-family:"Times New Roman"'>甲方应付款。<o:p></o:p></span></p>`);
    expect(cleanPastedHtml(html)).toBe('<p>甲方应付款。</p>');
  });

  test('keeps bold, italic and underline, also where they are only styles', () => {
    expect(cleanPastedHtml(word(`<p class=MsoNormal><b>甲</b><i>乙</i><u>丙</u><span style='font-weight:bold'>丁</span></p>`))).toBe('<p><strong>甲</strong><em>乙</em><u>丙</u><strong>丁</strong></p>');
  });

  test('makes clauses of its headings and the title of its title', () => {
    expect(cleanPastedHtml(word('<p class=MsoTitle>采购合同</p><h1>价款</h1><h2>支付</h2>'))).toBe('<h1>采购合同</h1><h2>价款</h2><h3>支付</h3>');
  });

  test('takes tracked insertions as text, and leaves tracked deletions and comments out', () => {
    const html = word(`<p class=MsoNormal>甲方<ins cite="mailto:x"><span>应</span></ins><del cite="mailto:x">可</del>付款<a class=msocomanchor id="_anchor_1" href="#_msocom_1">[1]</a>。</p>`);
    expect(cleanPastedHtml(html)).toBe('<p>甲方应付款。</p>');
  });

  test('keeps what its fields show, not their codes', () => {
    const field = (code: string, shown: string) => `<!--[if supportFields]><span style='mso-element:field-begin'></span> ${code} <span style='mso-element:field-separator'></span><![endif]-->${shown}<!--[if supportFields]><span style='mso-element:field-end'></span><![endif]-->`;
    expect(cleanPastedHtml(word(`<p class=MsoNormal>按${field('REF _Ref19 \\r \\h', '第三条')}于${field('DATE \\@ "yyyy"', '2026年')}交付。</p>`))).toBe('<p>按第三条于2026年交付。</p>');
  });

  test('is cleaned in a moment, five megabytes of it too', async () => {
    const html = word(`<p class=MsoNormal style='text-indent:21.0pt'><span lang=EN-US>甲方应于<ins>10</ins><del>9</del>日内付款。</span></p>`.repeat(65_000));
    expect(html.length).toBeGreaterThan(5_000_000);
    const { outcome, seconds } = await effortOf(() => cleanPastedHtml(html));
    expect(outcome.length).toBe('<p>甲方应于10日内付款。</p>'.length * 65_000);
    expect(seconds).toBeLessThan(5);
  });

  test('turns its paragraphs with typed markers into lists, and automatic clause numbers into clauses', () => {
    const item = (marker: string, text: string) => `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>${marker}<span>&nbsp;&nbsp;</span></span><![endif]>${text}</p>`;
    expect(cleanPastedHtml(word(item('1.', '甲') + item('2.', '乙')))).toBe('<ol><li>甲</li><li>乙</li></ol>');
    expect(cleanPastedHtml(word(item('·', '甲') + item('·', '乙')))).toBe('<ul><li>甲</li><li>乙</li></ul>');
    expect(cleanPastedHtml(word(item('第一条', '标的') + item('1.1', '乙方供货。')))).toBe('<h2>标的</h2><p data-numbered="true">乙方供货。</p>');
  });

  test('keeps tables with their spans and nothing of their looks', () => {
    expect(cleanPastedHtml(word(`<table class=MsoTableGrid border=1><tr style='height:1cm'><td width=99 colspan=2 style='padding:0'><p class=MsoNormal>品名</p></td></tr></table>`))).toBe('<table><tr><td colspan="2"><p>品名</p></td></tr></table>');
  });
});

describe('what is pasted from elsewhere', () => {
  test('loses scripts, links, pictures and characters that nobody sees', () => {
    expect(cleanPastedHtml('<p onclick="x()">付\u200B款<script>alert(1)</script><a href="https://x.example">见此</a><img src=x onerror=y>\u202E</p>')).toBe('<p>付款见此</p>');
  });

  test('is not made bold by the wrapper that browsers put around a copy', () => {
    expect(cleanPastedHtml('<b style="font-weight:normal" id="docs-internal-guid-1"><p>甲方</p></b>')).toBe('<p>甲方</p>');
  });

  test('has our own copies as they are, suggestions as they would read', () => {
    expect(cleanPastedHtml('<p data-pm-slice="1 1 []">甲方<del data-id="s">可</del><ins data-id="s">应</ins>付款</p>')).toBe('<p data-pm-slice="1 1 []">甲方应付款</p>');
  });

  test('is plain text again when nothing of it is known', () => {
    expect(cleanPastedHtml('<section><custom-x>甲方</custom-x></section>')).toBe('甲方');
  });
});
