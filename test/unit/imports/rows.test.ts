import { describe, expect, it } from 'vitest';
import { checkContractRow } from '#shared/features/imports/check-contract-row.ts';
import { checkPartyRow } from '#shared/features/imports/check-party-row.ts';
import type { Cell, ContractField, ImportField, PartyField } from '#shared/features/imports/model.ts';
import { contractFields, contractMappingSchema, partyFields, rowProblemSchema } from '#shared/features/imports/model.ts';
import { findCycles } from '#shared/features/imports/parent-cycles.ts';
import { companyKey, similarNames } from '#shared/features/imports/similar-names.ts';
import { unitsOf } from '#shared/features/imports/heading-units.ts';
import { locateColumns, suggestContractMapping, suggestPartyMapping } from '#shared/features/imports/suggest-mapping.ts';
import en from '../../../src-renderer/i18n/en.json' with { type: 'json' };
import zh from '../../../src-renderer/i18n/zh-CN.json' with { type: 'json' };

function checkContract(cells: Readonly<Partial<Record<ContractField, Cell>>>, options: Partial<Parameters<typeof checkContractRow>[2]> = {}) {
  const fields = Object.keys(cells) as ContractField[];
  const columns = Object.fromEntries(fields.map((field, index) => [field, index]));
  const row = { rowNumber: 7, cells: fields.map((field) => cells[field] ?? null) };
  return checkContractRow(row, columns, { currency: 'CNY', ...options });
}

function checkParty(cells: Readonly<Partial<Record<PartyField, Cell>>>) {
  const fields = Object.keys(cells) as PartyField[];
  return checkPartyRow({ rowNumber: 2, cells: fields.map((field) => cells[field] ?? null) }, Object.fromEntries(fields.map((field, index) => [field, index])));
}

const problemsOf = (outcome: ReturnType<typeof checkContract> | ReturnType<typeof checkParty>) =>
  outcome.ok ? [] : outcome.problems.map(({ field, code }) => `${field} ${code}`);

describe('a contract row', () => {
  it('comes out with real types', () => {
    const outcome = checkContract({ number: 'HT-1', title: '采购合同', amountInclTax: '1万元', signedOn: '2026-01-05', initialTerm: '1年', noticePeriod: '2周', stage: '履行中' });
    expect(outcome).toMatchObject({
      ok: true,
      row: { rowNumber: 7, number: 'HT-1', amountInclTax: { minor: 1_000_000, currency: 'CNY' }, signedOn: '2026-01-05', initialTermMonths: 12, noticePeriod: { amount: 14, unit: 'day' }, stage: 'signed', expiresOn: null, tags: [] },
    });
  });

  it('every problem of a row is said at once, with the value as found', () => {
    const outcome = checkContract({ title: 'x'.repeat(10_000), amountInclTax: -5, signedOn: '2026-02-31', currency: 'XAU' });
    expect(problemsOf(outcome)).toEqual(['currency UNKNOWN_CURRENCY', 'amountInclTax NEGATIVE_AMOUNT', 'signedOn IMPOSSIBLE_DATE', 'title TOO_LONG']);
    if (outcome.ok) throw new Error('accepted');
    for (const problem of outcome.problems) expect(rowProblemSchema.safeParse(problem).success).toBe(true);
    expect(outcome.problems.find(({ field }) => field === 'signedOn')).toEqual({ rowNumber: 7, field: 'signedOn', code: 'IMPOSSIBLE_DATE', shown: '2026-02-31' });
  });

  it('must not end before it starts, and may end on the day', () => {
    expect(problemsOf(checkContract({ title: 'x', effectiveOn: '2026-05-01', expiresOn: '2026-04-30' }))).toEqual(['expiresOn END_BEFORE_START']);
    expect(problemsOf(checkContract({ title: 'x', signedOn: '2026-05-01', expiresOn: '2026-04-30' }))).toEqual(['expiresOn END_BEFORE_START']);
    expect(problemsOf(checkContract({ title: 'x', effectiveOn: '2026-05-01', expiresOn: '2026-05-01' }))).toEqual([]);
  });

  it('is refused when words and figures, or tax and amounts, disagree', () => {
    expect(problemsOf(checkContract({ title: 'x', amountInclTax: 10000, amountInWords: '壹万壹仟元整' }))).toEqual(['amountInWords AMOUNT_WORDS_DIFFER']);
    expect(problemsOf(checkContract({ title: 'x', amountInclTax: 10600, amountExclTax: 10000, taxRate: '13%' }))).toEqual(['taxRate TAX_DIFFERS']);
    expect(problemsOf(checkContract({ title: 'x', amountInclTax: 113.01, amountExclTax: 100.01, taxRate: '13%' }))).toEqual([]);
    expect(checkContract({ title: 'x', amountInWords: '壹万元整' })).toMatchObject({ ok: true, row: { amountInclTax: { minor: 1_000_000 } } });
  });

  it('with every column of a ledger filled is accepted', () => {
    const outcome = checkContract({
      number: 'HT-1', title: '采购合同', contractType: '采购', recordKind: '订单', parentNumber: 'HT-0', direction: '付款', partyA: '甲公司', partyB: '北京华星科技有限公司',
      partyBUscc: ' 91350100m000100y43', amountInclTax: '￥11,300.00', amountExclTax: 10000, taxRate: '13%', currency: '人民币', amountInWords: '壹万壹仟叁佰元整',
      signedOn: '2026年1月5日', effectiveOn: '2026-01-10', expiresOn: { excelSerial: 46400, date1904: false }, initialTerm: 12, renewalType: '自动续期', renewalTerm: '12个月',
      noticePeriod: '30天', governingLaw: '中国法律', disputeMode: '仲裁', disputeForum: '北京仲裁委员会', owner: '张三', department: '采购部', confidentiality: '内部', tags: '重点、年度',
      stage: '履行中', physicalCopyLocation: 'A-3', notes: '一\n二',
    }, { units: { terms: { initialTerm: 'month' }, amounts: {} } });
    expect(problemsOf(outcome)).toEqual([]);
    expect(outcome).toMatchObject({ row: { partyBUscc: '91350100M000100Y43', taxBasisPoints: 1300, expiresOn: '2027-01-13', tags: ['重点', '年度'], notes: '一\n二', recordKind: 'order' } });
  });

  it('a term in days is none in months', () => {
    expect(problemsOf(checkContract({ title: 'x', initialTerm: '30天' }))).toEqual(['initialTerm TERM_NOT_IN_MONTHS']);
  });

  it('needs a title that can be seen, and is not its own parent', () => {
    expect(problemsOf(checkContract({ number: '1' }))).toEqual(['title REQUIRED']);
    expect(problemsOf(checkContract({ title: '\u200B\u200B' }))).toEqual(['title REQUIRED']);
    expect(problemsOf(checkContract({ title: 'x', number: 'A', parentNumber: 'A' }))).toEqual(['parentNumber OWN_PARENT']);
  });

  it('counts a sum that is merged over several rows in the first of them only, and says so', () => {
    const row = { rowNumber: 7, cells: ['第二份', '中兴通讯', 600, '陆佰元整'], merged: [1, 2, 3] };
    const outcome = checkContractRow(row, { title: 0, partyB: 1, amountInclTax: 2, amountInWords: 3 }, { currency: 'CNY' });
    expect(outcome).toMatchObject({ ok: true, row: { partyB: '中兴通讯', amountInclTax: null } });
    expect(outcome.ok && outcome.notes.map(({ field, code }) => `${field} ${code}`)).toEqual(['amountInclTax AMOUNT_MERGED', 'amountInWords AMOUNT_MERGED']);
  });

  it('a tidied title is a note, not a problem', () => {
    const outcome = checkContract({ title: '采购\u200B合同' });
    expect(outcome).toMatchObject({ ok: true, row: { title: '采购合同' }, notes: [{ field: 'title', code: 'HIDDEN_CHARACTERS', shown: '采购[U+200B]合同' }] });
  });
});

describe('a party row', () => {
  it('is read as a party, a foreign name as the English one', () => {
    expect(checkParty({ nameZh: 'Acme Ltd.', kind: 'company', contactEmail: 'a@b.cn' })).toMatchObject({ ok: true, row: { nameZh: '', nameEn: 'Acme Ltd.', kind: 'company' } });
  });

  it('says each problem once', () => {
    expect(problemsOf(checkParty({ nameZh: '', uscc: '123', contactEmail: 'nobody' }))).toEqual(['nameZh REQUIRED', 'uscc USCC_LENGTH', 'contactEmail EMAIL_FORM']);
    expect(problemsOf(checkParty({ nameZh: '甲'.repeat(201) }))).toEqual(['nameZh TOO_LONG']);
    expect(problemsOf(checkParty({ nameZh: '甲公司', bankAccount: 6222020200112233445 }))).toEqual(['bankAccount DIGITS_LOST']);
  });
});

describe('the mapping', () => {
  it('is guessed from Chinese headings', () => {
    const headings = ['序号', '合同编号', '合同名称', '相对方名称', '合同金额(元)', '合同金额大写', '币种', '签订日期', '生效日期', '到期日期', '经办人', '合同状态', '备注'];
    expect(suggestContractMapping(headings)).toEqual({
      number: '合同编号', title: '合同名称', partyB: '相对方名称', amountInclTax: '合同金额(元)', amountInWords: '合同金额大写', currency: '币种',
      signedOn: '签订日期', effectiveOn: '生效日期', expiresOn: '到期日期', owner: '经办人', stage: '合同状态', notes: '备注',
    });
  });

  it('is guessed from English headings', () => {
    expect(suggestContractMapping(['Contract No.', 'Contract Title', 'Counterparty', 'Total Value', 'Start Date', 'End Date', 'Auto-Renewal', 'Owner'])).toEqual({
      number: 'Contract No.', title: 'Contract Title', partyB: 'Counterparty', amountInclTax: 'Total Value', effectiveOn: 'Start Date', expiresOn: 'End Date', renewalType: 'Auto-Renewal', owner: 'Owner',
    });
    expect(suggestPartyMapping(['ORG', 'FN', 'TITLE', 'TEL', 'EMAIL', 'ADR', 'URL', 'NOTE', 'KIND'])).toEqual({
      nameZh: 'ORG', contactName: 'FN', contactPhone: 'TEL', contactEmail: 'EMAIL', registeredAddress: 'ADR', notes: 'NOTE', kind: 'KIND',
    });
  });

  it.each([['English', en], ['Chinese', zh]])('is guessed from the %s words of this application, in its import and in its own export', (_, { imports, contracts }) => {
    const headingsOf = <Field extends ImportField>(fields: readonly Field[]) => Object.fromEntries(fields.map((field) => [field, imports.field[field]]));
    expect(suggestContractMapping(Object.values(headingsOf(contractFields)))).toEqual(headingsOf(contractFields));
    expect(suggestPartyMapping(Object.values(headingsOf(partyFields)))).toEqual(headingsOf(partyFields));
    const { number, title, type, signedOn, effectiveOn, endsOn, owner, department, tags } = contracts.export.column;
    expect(suggestContractMapping(Object.values(contracts.export.column))).toMatchObject({ number, title, contractType: type, signedOn, effectiveOn, expiresOn: endsOn, owner, department, tags });
  });

  it.each([
    ['金额（万元）', 'amountInclTax', '万'], ['合同金额(万元)', 'amountInclTax', '万'], ['总价（元）', 'amountInclTax', undefined], ['含税金额（万元）', 'amountInclTax', '万'],
    ['金额（人民币万元）', 'amountInclTax', '万'], ['金额(单位：万元)', 'amountInclTax', '万'], ['合同金额（万元，含税）', 'amountInclTax', '万'], ['金额（千元）', 'amountInclTax', '千'],
    ['合同总价（百万元）', 'amountInclTax', '百万'], ['合同额（亿元）', 'amountInclTax', '亿'], ['金额万元', 'amountInclTax', '万'], ['金额[RMB]', 'amountInclTax', undefined], ['Amount (USD)', 'amountInclTax', undefined],
    ['不含税金额（万元）', 'amountExclTax', '万'], ['合同金额（不含税）（万元）', 'amountExclTax', '万'], ['不含税总价(元)', 'amountExclTax', undefined],
  ] as const)('matches %s to the amount, in its unit', (heading, field, unit) => {
    const mapping = suggestContractMapping(['合同名称', heading]);
    expect(mapping).toEqual({ title: '合同名称', [field]: heading });
    expect(unitsOf(mapping).amounts[field]).toBe(unit);
  });

  it('tells amounts with tax from those without, wherever the unit stands', () => {
    expect(suggestContractMapping(['名称', '不含税金额（万元）', '税率（%）', '含税金额（万元）'])).toEqual({ title: '名称', amountExclTax: '不含税金额（万元）', taxRate: '税率（%）', amountInclTax: '含税金额（万元）' });
    const thousands = unitsOf({ title: '名称', amountInclTax: '金额（千元）', amountExclTax: '金额(百万元)' });
    expect(checkContract({ title: 'x', amountInclTax: '1,234.5', amountExclTax: 1.2 }, { units: thousands })).toMatchObject({ row: { amountInclTax: { minor: 123_450_000 }, amountExclTax: { minor: 120_000_000 } } });
  });

  it('never gives one column to two fields, and passes its own schema', () => {
    const mapping = suggestContractMapping(['名称', '编号', '金额', '金额', '状态']);
    expect(new Set(Object.values(mapping)).size).toBe(Object.values(mapping).length);
    expect(contractMappingSchema.safeParse(mapping).success).toBe(true);
  });

  it('a remembered mapping that misses its column is refused by name', () => {
    expect(locateColumns({ title: '合同名称' }, ['编号', '合同名称'])).toEqual({ ok: true, value: { title: 1 } });
    expect(locateColumns({ title: '合同名称' }, ['编号'])).toEqual({ ok: false, error: { code: 'COLUMN_MISSING', params: { heading: '合同名称' } } });
  });

  it('headings may give the unit of their numbers', () => {
    const units = unitsOf({ title: '名称', initialTerm: '合同期限(月)', noticePeriod: 'Notice (days)', renewalTerm: '续期期限', amountInclTax: '合同金额\uFF08万元\uFF09', amountExclTax: '不含税金额(元)' });
    expect(units).toEqual({ terms: { initialTerm: 'month', noticePeriod: 'day' }, amounts: { amountInclTax: '万' } });
    const outcome = checkContract({ title: 'x', amountInclTax: 12.5, amountExclTax: '11万元', initialTerm: 24 }, { units });
    expect(outcome).toMatchObject({ row: { amountInclTax: { minor: 12_500_000 }, amountExclTax: { minor: 11_000_000 }, initialTermMonths: 24 } });
    const stated = checkContract({ title: 'x', amountInclTax: '12.5元' }, { units });
    expect(stated).toMatchObject({ row: { amountInclTax: { minor: 1250 } } });
  });
});

describe('a set of rows', () => {
  it('contracts that name one another as parent are found, chains are not', () => {
    const parents = new Map([['A', 'B'], ['B', 'C'], ['C', 'A'], ['D', 'A'], ['E', 'F'], ['S', 'S']]);
    expect(findCycles(parents).map((cycle) => [...cycle].sort())).toEqual([['A', 'B', 'C'], ['S']]);
    const chain = new Map(Array.from({ length: 100_000 }, (_, index) => [`${index}`, `${index + 1}`]));
    expect(findCycles(chain)).toEqual([]);
  });

  it('company names are similar by what is left without their legal form', () => {
    expect(similarNames('北京华星科技有限公司', '北京华星科技有限责任公司')).toBe(true);
    expect(similarNames('华星(北京)科技有限公司', '华星（北京）科技股份有限公司')).toBe(true);
    expect(similarNames('Acme Trading Co., Ltd.', 'ACME Trading Company Limited')).toBe(true);
    expect(similarNames('北京市华星精密仪器制造有限公司', '北京市华兴精密仪器制造有限公司')).toBe(true);
    expect(similarNames('华为技术有限公司', '华美技术有限公司')).toBe(false);
    expect(similarNames('中国建筑第一工程局有限公司', '中国建筑第二工程局有限公司')).toBe(false);
    expect(similarNames('Northern Steel Plant 1 Ltd', 'Northern Steel Plant 2 Ltd')).toBe(false);
    expect(similarNames('有限公司', '有限公司')).toBe(false);
    expect(companyKey('')).toBe('');
  });
});
