import { describe, expect, test } from 'vitest';
import { brokenReferences, missingKeys, renderDocument } from '#shared/features/documents/render.ts';
import { pageLabelsByLanguage, renderPrintPage } from '#shared/features/documents/print-page.ts';
import { contentToHash } from '#shared/features/documents/content-hash.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { body, clause, identifiedClause, p, partyBlock, repeat, signatures, table, title, when, whenGiven } from '#shared/features/templates/seeds/build.ts';
import { sampleParties } from '#shared/features/templates/seeds/samples.ts';
import { documentOf, given } from './documents.fixture.ts';

const hostile = `<script>alert(1)</script><img src=x onerror="a()"><a href='javascript:b()'>&`;

describe('escaping', () => {
  test('markup in text, variables, lists, roles, keys and the number comes out as text', () => {
    const document = documentOf(
      [title(hostile), clause(hostile, hostile, '{{v}}', repeat('items', '{{items}}')), partyBlock(hostile.slice(0, 40), 'party'), table([hostile], ['{{v}}']), signatures([hostile.slice(0, 40), 'party'])],
      [given('v', 'text', { zh: hostile.slice(0, 40) }), given('items', 'list'), given('party', 'party')],
      { v: hostile, items: [hostile], party: { ...sampleParties[0], nameZh: hostile, registeredAddress: hostile } },
      { number: hostile },
    );
    const html = renderDocument(document);
    expect(html.match(/<[a-z0-9]+/g)?.filter((tag) => /script|img|<a$/.test(tag))).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\son\w+=/);
    expect(html).not.toMatch(/<[^>]*javascript:/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('a hostile label of a missing variable comes out as text', () => {
    const html = renderDocument(documentOf([p('{{v}}')], [given('v', 'text', { zh: '<b onclick=x>' })]));
    expect(html).toContain('〔&lt;b onclick=x&gt;〕');
  });

  test('title, number and labels of the print page break out of neither HTML nor CSS', () => {
    const page = renderPrintPage({
      html: '<article></article>',
      title: '</title><script>',
      number: '"}</style><script>alert(1)</script>',
      language: 'zh',
      fontUrls: { regular: 'file:///a/r.ttf', bold: 'file:///a/"b.ttf' },
      pageLabels: pageLabelsByLanguage.zh,
      signatureAnchor: '"><script>',
    });
    expect(page).not.toContain('<script');
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain("default-src &#39;none&#39;");
    expect(page).toContain('font-src file:');
    expect(page).toContain('counter(pages)');
  });
});

describe('numbering', () => {
  const content = [
    clause('一', '甲'),
    when('extra', 'true', identifiedClause('second', '二', '乙')),
    identifiedClause('third', '三', '见{{#third}}', '丙'),
  ];
  const variables = [given('extra', 'boolean')];

  test('clauses and references close up when a conditional clause drops out', () => {
    const shown = renderDocument(documentOf(content, variables, { extra: true }));
    expect(shown).toContain('第三条</span>');
    expect(shown).toContain('见第三条');
    expect(shown).toContain('3.2');
    const hidden = renderDocument(documentOf(content, variables, { extra: false }));
    expect(hidden).toContain('第二条</span>\u3000三');
    expect(hidden).toContain('见第二条');
    expect(hidden).not.toContain('第三条');
    expect(hidden).toContain('2.2');
  });

  test('a reference to a clause that dropped out is found, shown in preview and never printed', () => {
    const broken = [...content, clause('四', '{{#second}}')];
    const document = documentOf(broken, variables, { extra: false });
    expect(brokenReferences(document)).toEqual(['second']);
    expect(renderDocument(document)).toContain('reference missing');
    expect(() => renderDocument({ ...document, mode: 'print' })).toThrow();
    expect(brokenReferences({ ...document, values: { extra: true } })).toEqual([]);
  });

  test('items of a repeat are numbered below the sub-clause that introduces them', () => {
    const html = renderDocument(
      documentOf([clause('一', '如下：', repeat('items', '{{items}}'), '其后')], [given('items', 'list')], { items: ['子', '丑'] }),
    );
    expect([...html.matchAll(/class="number">([^<]+)</g)].map((match) => match[1])).toEqual(['第一条', '1.1', '1.1.1', '1.1.2', '1.2']);
  });

  test('the list style numbers 一、 and 1.', () => {
    const listed = { ...body(clause('标题')), attrs: { numbering: 'list' as const } };
    expect(renderDocument(documentOf([], [], {}, { bodyZh: listed }))).toContain('一、</span>标题');
    expect(renderDocument(documentOf([], [], {}, { bodyEn: listed, language: 'en' }))).toContain('1.</span> 标题');
  });

  test('the decimal style numbers 1. and 1.1 in both languages, and references still name 第一条', () => {
    const decimal = { ...body(clause('标题', '其一')), attrs: { numbering: 'decimal' as const } };
    for (const document of [documentOf([], [], {}, { bodyZh: decimal }), documentOf([], [], {}, { bodyEn: decimal, language: 'en' as const })]) {
      expect([...renderDocument(document).matchAll(/class="number">([^<]+)</g)].map((match) => match[1])).toEqual(['1.', '1.1']);
    }
  });
});

describe('languages', () => {
  const bodyZh = body(title('合同'), clause('标的', '甲{{n}}'), signatures(['甲方', 'party']));
  const bodyEn = body(title('Contract'), clause('Goods', 'A {{n}}'), signatures(['Party A', 'party']));
  const document = documentOf([], [given('n', 'text'), given('party', 'party')], { n: '钢材', nEn: 'steel', party: sampleParties[0] }, { bodyZh, bodyEn, language: 'bilingual' });

  test('bilingual text goes clause by clause, Chinese first, each part with its language', () => {
    const text = renderDocument(document);
    expect(text).toContain('<h2><span lang="zh-CN"><span class="number">第一条</span>\u3000标的</span><br><span lang="en"><span class="number">Article 1</span> Goods</span></h2>');
    expect(text.indexOf('lang="zh-CN"><span class="number">1.1')).toBeLessThan(text.indexOf('lang="en"><span class="number">1.1'));
    expect(text).toContain('>steel<');
  });

  test('the parties sign once, in both languages', () => {
    expect(renderDocument(document).match(/class="signatures"/g)).toHaveLength(1);
    expect(renderDocument(document)).toContain('法定代表人或签约代表（签字）</span> / <span lang="en">Legal or Authorized Representative (Signature)</span>');
    expect(renderDocument(document).match(/class="signature-area"/g)).toHaveLength(1);
  });

  test('bodies that are not parallel go one whole after the other and are still signed once', () => {
    const longer = body(title('Contract'), clause('Scope'), clause('Goods', 'A'), signatures(['Party A', 'party']));
    const html = renderDocument({ ...document, bodyEn: longer });
    expect(html.indexOf('标的')).toBeLessThan(html.indexOf('Scope'));
    expect(html.match(/class="signatures"/g)).toHaveLength(1);
    expect(html).toContain('Article 2');
  });

  test('Chinese text within English is marked as Chinese', () => {
    const html = renderDocument({ ...document, language: 'en', mode: 'print', values: { n: '钢材', party: { ...sampleParties[0], nameEn: null } } });
    expect(html).toContain('A <span lang="zh-CN">钢材</span>');
  });

  test('dates, durations, numbers, money, choices and lists follow the language', () => {
    const variables = [
      given('day', 'date'),
      given('period', 'duration'),
      given('rate', 'number', { constraints: { unit: '%' } }),
      given('price', 'money'),
      given('mode', 'choice', { constraints: { choices: [{ value: 'a', labelZh: '仲裁', labelEn: 'arbitration' }] } }),
      given('items', 'list'),
      given('flag', 'boolean'),
    ];
    const values = {
      day: '2026-11-23',
      period: { amount: 5, unit: 'workingDay' as const },
      rate: 0.05,
      price: { minor: 10000000, currency: 'CNY' as const },
      mode: 'a',
      items: ['x', 'y', 'z'],
      flag: true,
    };
    const text = p('{{day}}|{{day|figures}}|{{period}}|{{rate}}|{{price|figuresAndWords}}|{{mode}}|{{items}}|{{flag}}');
    const print = (language: 'zh' | 'en') =>
      renderDocument(documentOf([text], variables, values, { language, mode: 'print' }));
    expect(print('zh')).toContain('2026年11月23日|2026-11-23|5个工作日|0.05%|人民币100,000.00元（大写：人民币壹拾万元整）|仲裁|x、y、z|是');
    expect(print('en')).toContain('23 November 2026|2026-11-23|5 working days|0.05%|RMB 100,000.00 (Say RMB One Hundred Thousand Yuan Only)|arbitration|x, y, and z|Yes');
  });
});

describe('missing and withheld values', () => {
  const variables = [given('price', 'money'), given('note', 'text'), given('party', 'party'), given('mode', 'boolean')];
  const content = [p('{{price}} {{note}} {{party|bankAccount}}'), when('mode', 'true', p('{{hidden}}'))];

  test('a preview shows the label of what is missing, and print refuses', () => {
    const document = documentOf(content, variables, { mode: false });
    expect(missingKeys(document)).toEqual(['price', 'note', 'party']);
    expect(renderDocument(document)).toContain('<span class="variable missing" data-key="note">〔标签note〕</span>');
    expect(() => renderDocument({ ...document, mode: 'print' })).toThrow();
  });

  test('a fact that a given party lacks is missing by its own name', () => {
    const party = { ...sampleParties[0], bankAccount: null };
    expect(missingKeys(documentOf(content, variables, { price: { minor: 1, currency: 'CNY' }, note: 'x', party, mode: false }))).toEqual(['party.bankAccount']);
  });

  test('a withheld amount and bank account are masked, in the mask of the language, and not missing', () => {
    const document = documentOf(content, variables, { note: 'x', mode: false, party: { ...sampleParties[0], bankName: null, bankAccount: null } }, { withheldKeys: ['price', 'party'] });
    expect(missingKeys(document)).toEqual([]);
    expect(renderDocument(document)).toContain('<span class="variable withheld" data-key="price">＊＊＊＊</span>');
    expect(renderDocument({ ...document, language: 'en', mode: 'print' })).toContain('<span class="withheld">****</span>');
    expect(renderDocument(document).match(/＊＊＊＊/g)).toHaveLength(2);
  });

  test('a part that depends on a withheld bank account is shown', () => {
    const parts = [whenGiven('party', 'filled', 'bankAccount', p('有')), whenGiven('party', 'empty', 'bankAccount', p('无'))];
    const values = { party: { ...sampleParties[0], bankAccount: null } };
    expect(renderDocument(documentOf(parts, variables, values))).toContain('无');
    expect(renderDocument(documentOf(parts, variables, values, { withheldKeys: ['party'] }))).toContain('有');
  });

  test('a key named like a property of every object is not found in the values', () => {
    expect(missingKeys(documentOf([p('{{constructor}}')], [given('constructor', 'text')]))).toEqual(['constructor']);
  });
});

describe('tables', () => {
  test('the first row is a head with column scope, so that it repeats on each page', () => {
    const html = renderDocument(documentOf([table(['名称'], ['浮标'])]));
    expect(html).toContain('<thead><tr><th scope="col">');
    expect(html).toContain('<tbody><tr><td>');
  });
});

test('every part of a version’s content changes what is hashed', () => {
  const base = { title: 't', language: 'zh' as const, bodyDigest: 'd1', textsDigest: 't1', amountCommitment: 'c1' };
  const changed = [{ title: 'u' }, { language: 'en' as const }, { bodyDigest: 'd2' }, { textsDigest: 't2' }, { amountCommitment: 'c2' }];
  const texts = [base, ...changed.map((change) => ({ ...base, ...change }))].map((content) => canonicalJson(contentToHash(content)));
  expect(new Set(texts).size).toBe(6);
});
