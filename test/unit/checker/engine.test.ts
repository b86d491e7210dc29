import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkText } from '#shared/features/checker/engine.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { basisText, ruleText } from '#shared/features/checker/rule-text.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import wording from '#shared/features/checker/texts/wording.json' with { type: 'json' };
import { badContract } from '../../harness/bad-contract.ts';
import { contractWith } from './contracts.fixture.ts';

const options = { record: null, rules: allRules, tuning: [] } as const;
const check = (text: string) => checkText(clauseText(text), options);

describe('a text', () => {
  test('is cut at its headings, with title, preamble and signature apart', () => {
    const { clauses, language } = clauseText(contractWith());
    expect(language).toBe('zh');
    expect(clauses.map(({ kind, number, heading }) => [kind, number, heading]).slice(0, 3)).toEqual([['title', null, ''], ['preamble', null, ''], ['clause', '第一条', '标的与数量']]);
    expect(clauses.at(-1)?.kind).toBe('signature');
    expect(clauses.filter(({ kind }) => kind === 'clause')).toHaveLength(9);
  });

  test('keeps sub-clauses with their clause, in any of the usual numberings', () => {
    const numbersOf = (text: string) => clauseText(text).clauses.filter(({ kind }) => kind === 'clause').map(({ number }) => number);
    expect(numbersOf('一、标的\n1. 水泵\n（1）规格\n二、价款\n100元')).toEqual(['一、', '二、'].map((number) => number.slice(0, 1)));
    expect(numbersOf('1. Goods\n1.1 Pumps\n1.2 Pipes\n2. Price\n100')).toEqual(['1', '2']);
    expect(numbersOf('Article 1 Goods\nPumps.\nArticle 2 Price\n100')).toEqual(['Article 1', 'Article 2']);
    expect(numbersOf('第一章 总则\n第一条 标的\n水泵\n第二条 价款\n100元')).toEqual(['第一章', '第一条', '第二条']);
  });

  test('does not end a sentence at a decimal point or an abbreviation', () => {
    const sentences = clauseText('1. Price\nFarshore Co. Ltd. pays 0.05% per day. It ends.').clauses.flatMap((clause) => clause.sentences.map(({ text }) => text));
    expect(sentences.slice(1)).toEqual(['Farshore Co. Ltd. pays 0.05% per day.', 'It ends.']);
  });

  test('of any kind has an answer, and offsets that lie within it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙方应支付30%第一条、。；12,.\n （）____仲裁法院Thebuyershallpay'), maxLength: 400 }), (text) => {
        const clauses = clauseText(text);
        for (const { clause, start, end } of checkText(clauses, options).findings) {
          const length = clauses.clauses[clause]?.text.length ?? 0;
          expect(start >= 0 && start <= end && end <= length).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('that is empty, one line of a megabyte, or of five megabytes is read', () => {
    expect(check('').findings).toEqual([]);
    expect(clauseText('甲'.repeat(1_000_000)).clauses).toHaveLength(1);
    expect(check(`${badContract.zh}\n`.repeat(50)).findings.length).toBeGreaterThan(100);
    expect(clauseText('第一条 标的\n水泵。\n'.repeat(350_000)).clauses).toHaveLength(350_000);
  });

  test('in full-width figures says the same as in half-width ones', () => {
    const wide = badContract.zh.replace(/[0-9%]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    expect(check(wide).findings.map(({ ruleId }) => ruleId)).toEqual(check(badContract.zh).findings.map(({ ruleId }) => ruleId));
  });
});

describe('a check', () => {
  test('gives the same findings twice, and with what an earlier check kept', () => {
    const first = check(badContract.zh);
    expect(check(badContract.zh).findings).toEqual(first.findings);
    const edited = badContract.zh.replace('若干台', '10台');
    const again = checkText(clauseText(edited, clauseText(badContract.zh)), { ...options, previous: first.cache });
    expect(again.findings).toEqual(check(edited).findings);
  });

  test('looks again only at clauses whose words changed', () => {
    let looks = 0;
    const counting = allRules.map((rule) => (rule.scope === 'clause' ? { ...rule, check: (...given: Parameters<typeof rule.check>) => ((looks += 1), rule.check(...given)) } : rule));
    const text = clauseText(contractWith());
    const { cache } = checkText(text, { ...options, rules: counting });
    const full = looks;
    looks = 0;
    checkText(clauseText(contractWith({ quality: '第二条 质量标准\n货物应符合GB/T 24558的要求，乙方提供24个月质保。' }), text), { ...options, rules: counting, previous: cache });
    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThan(full / 8);
  });

  test('names a finding the same wherever its clause moves', () => {
    const fingerprint = (text: string) => check(text).findings.find(({ ruleId }) => ruleId === 'X02')?.fingerprint;
    expect(fingerprint(badContract.zh)).toBeDefined();
    expect(fingerprint(badContract.zh.replace('第一条', '前言\n本合同由双方自愿订立。\n第一条'))).toBe(fingerprint(badContract.zh));
  });

  test('leaves out rules that are off, weighs anew, and forgets what was kept under other settings', () => {
    const before = check(badContract.zh);
    const tuning = [{ ruleId: 'X02', isOff: true, severity: null, addedWords: [], silencedWords: [] }, { ruleId: 'X01', isOff: false, severity: 'info' as const, addedWords: [], silencedWords: [] }, { ruleId: 'R03', isOff: false, severity: null, addedWords: [], silencedWords: ['优质'] }];
    const tuned = checkText(clauseText(badContract.zh), { ...options, tuning, previous: before.cache });
    expect(tuned.findings.some(({ ruleId }) => ruleId === 'X02' || ruleId === 'R03')).toBe(false);
    expect(tuned.findings.filter(({ ruleId }) => ruleId === 'X01').map(({ severity }) => severity)).toEqual(['info']);
  });

  test('lowers the score by what is found, and not by what was set aside', () => {
    const { findings, score } = check(contractWith({ delivery: '第四条 交货与验收\n乙方应及时将货物运至甲方仓库。甲方应在10日内验收。' }));
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['R02']);
    expect(score).toMatchObject({ total: 92, byKind: { rights: 92, payment: 100 } });
    expect(checkText(clauseText(badContract.zh), { ...options, waived: new Set(check(badContract.zh).findings.map(({ fingerprint }) => fingerprint)) }).score.total).toBe(100);
  });
});

test.each(allRules.map((rule) => [rule.id, rule] as const))('%s takes no longer for a letter of a long text than for one of a short text', (_, rule) => {
  const best = (text: ReturnType<typeof clauseText>) =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const started = performance.now();
        checkText(text, { ...options, rules: [rule] });
        return performance.now() - started;
      }),
    );
  const [short, long] = [1, 16].map((times) => clauseText(`${badContract.zh}\n${badContract.en}\n`.repeat(times * 4)));
  // Sixteen times the text in a time that grew with its square would be 256 times as long.
  if (short !== undefined && long !== undefined) expect(best(long)).toBeLessThan(best(short) * 64 + 25);
});

test('every rule says in both languages what is wrong and what to do, on a basis that is cited', () => {
  for (const { id, bases } of allRules) {
    for (const language of ['zh-CN', 'en'] as const) {
      const { name, why, fix } = ruleText(language, id);
      expect([id, name === '', why === '', fix === '']).toEqual([id, false, false, false]);
      for (const basis of bases) expect(basisText(language, basis)).not.toBe(basis);
    }
  }
  for (const { zh, en } of Object.values(wording)) expect([zh === '', en === '']).toEqual([false, false]);
});
