import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSearch } from '#shared/features/contracts/search-query.ts';
import { indexedText, matchExpression, snippetOf } from '#shared/features/contracts/search-text.ts';
import { beginsWord, wordParts } from '#shared/features/contracts/search-words.ts';
import type { Day } from '#shared/kernel/day.ts';
import { effortOf } from '../../harness/effort.ts';

const today = '2026-11-24' as Day;
const parse = (text: string) => parseSearch(text, today);

describe('what is typed in the search box', () => {
  test('is words and conditions, in either language', () => {
    expect(parse('违约 type:sales party:华为 amount>100000 expiring<90d')).toEqual({
      words: ['违约'],
      filter: { types: ['sales'], partyName: '华为', amountFrom: 10_000_000, endFrom: '2026-11-24', endTo: '2027-02-22' },
    });
    expect(parse('类型:采购 阶段：已签署 金额<50万 到期<3个月 标签:"年度 框架"')).toEqual({
      words: [],
      filter: { types: ['purchase'], stages: ['signed'], amountTo: 50_000_000, endFrom: '2026-11-24', endTo: '2027-02-24', tags: ['年度 框架'] },
    });
  });

  test('takes days, and times from today', () => {
    expect(parse('ends:2026-12-31').filter).toEqual({ endFrom: '2026-12-31', endTo: '2026-12-31' });
    expect(parse('ends>1y').filter).toEqual({ endFrom: '2027-11-24' });
    expect(parse('ends<2026-01-01').filter).toEqual({ endTo: '2026-01-01' });
  });

  test('keeps both days of a span, in either order', () => {
    for (const typed of ['ends>2026-01-01 ends<2027-03-31', 'ends<2027-03-31 ends>2026-01-01', '到期>2026-01-01 到期<2027-03-31']) {
      expect(parse(typed).filter).toEqual({ endFrom: '2026-01-01', endTo: '2027-03-31' });
    }
  });

  test('that is no condition is looked for as it stands', () => {
    for (const text of ['http://example.com', 'type:nonsense', 'amount>lots', 'ends<soon', 'constructor:x', '12:30', 'owner:']) {
      expect(parse(text)).toEqual({ words: [text], filter: {} });
    }
  });

  test('the same kind of condition twice widens it', () => {
    expect(parse('stage:draft stage:signed').filter).toEqual({ stages: ['draft', 'signed'] });
  });
});

describe('the expression for the index', () => {
  test('is a phrase of characters for Chinese and a beginning for the rest', () => {
    expect(matchExpression(['违约金'])).toBe('"违 约 金"');
    expect(matchExpression(['Supp', 'HT-2026'])).toBe('"supp"* AND "ht 2026"*');
    expect(matchExpression(['ABC公司'])).toBe('"abc 公 司"');
    expect(matchExpression(['ＡＢＣ'])).toBe('"abc"*');
  });

  test('holds no operator that a person typed', () => {
    expect(matchExpression(['a" OR b*', 'NEAR(c', '-d', 'col:e'])).toBe('"a or b"* AND "near c"* AND "d"* AND "col e"*');
    expect(matchExpression(['"*()', '--', '%_'])).toBeNull();
  });

  test('fits the text as it was taken in', () => {
    expect(indexedText('甲方Party Ａ')).toBe('甲 方 party a');
  });

  test('takes at most twelve words, and one or two letters as a whole word where they would begin nearly every other', () => {
    expect(matchExpression([...'abcdefghijklmnop'])?.split(' AND ')).toHaveLength(12);
    expect(matchExpression(['s', 'su'], true)).toBe('"s" AND "su"*');
    expect(matchExpression(['notice', 'in', 'writing'], true)).toBe('"notice"* AND "in" AND "writing"*');
    expect(matchExpression(['notice', 'in', 'writing'])).toBe('"notice"* AND "in"* AND "writing"*');
  });

  test('does not mind width, case, accents or the radicals of a PDF', () => {
    expect(indexedText('Ｃａｆé ⻓⽤ ガ 계')).toBe('cafe 长 用 ガ 계');
    expect(indexedText('Cafe\u0301 \u{30000}〇々')).toBe('cafe \u{30000} 〇 々');
  });
});

describe('the snippet', () => {
  const text = '第一条 标的。卖方向买方交付浮标十二套。第二条 违约责任。逾期交付的，按日支付违约金。';

  test('shows the place with the words and marks them', () => {
    const parts = snippetOf(text, ['违约'], 30);
    expect(parts.filter(({ isHit }) => isHit).map((part) => part.text)).toEqual(['违约', '违约']);
    expect(parts.map((part) => part.text).join('').length).toBeLessThanOrEqual(30);
  });

  test('marks what was typed, over signs and accents between and on it, and never the middle of a word', () => {
    const marked = (whole: string, word: string) => snippetOf(whole, [word], 60).filter(({ isHit }) => isHit).map((part) => part.text);
    expect(marked('逾期违\n约的', '违约')).toEqual(['违\n约']);
    expect(marked('⻓期 Café party', '长期')).toEqual(['⻓期']);
    expect(marked('⻓期 Cafe\u0301 party', 'café')).toEqual(['Cafe\u0301']);
    expect(marked('The Supplier and a party', 'a')).toEqual(['a', 'a']);
    expect(marked('force the majeure, force majeure', 'force majeure')).toEqual(['force majeure']);
  });

  test('of plain text is the one that every character’s own rules give', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'违约金责任 aZ9（）：，。、—“”《》\n-_/.~【Ｚ９\u00A0'), maxLength: 200 });
    fc.assert(
      fc.property(plain, fc.array(plain, { minLength: 1, maxLength: 3 }), (whole, words) => {
        // A sign that is not plain makes the slow way of it, which asks each character.
        expect(indexedText(whole)).toBe(indexedText(`${whole} ¿`));
        const marked = (text: string) => snippetOf(text, words, 1_000).filter(({ isHit }) => isHit).map(({ text: hit }) => hit);
        expect(marked(whole)).toEqual(marked(`${whole} ¿`));
      }),
      { numRuns: 400 },
    );
    expect(indexedText('人々二〇年 ー')).toBe('人 々 二 〇 年 ー');
  });

  test('begins a hit where a word begins, whatever letters and marks stand there', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'违约aZ9é，。\n_/々〇カガ\u0301ſß长\u{20000}\u{1D49C}ς—'), maxLength: 40 });
    fc.assert(
      fc.property(letters, (folded) => {
        for (const { at, text } of wordParts(folded)) {
          const within = Array.from(text, (letter) => letter.length).slice(0, -1);
          const places = within.map((_, index) => at + within.slice(0, index + 1).reduce((sum, length) => sum + length, 0));
          expect([beginsWord(folded, at), ...places.map((place) => beginsWord(folded, place))]).toEqual([true, ...places.map(() => false)]);
          expect(wordParts(folded, at, 2)).toEqual(wordParts(folded).filter((part) => part.at >= at).slice(0, 2));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('of a hundred words in a long text takes no time', async () => {
    const { seconds } = await effortOf(() => snippetOf('the supplier shall deliver '.repeat(40_000), [...'abcdefghijklmnopqrstuvwxyz'.repeat(4)], 120));
    expect(seconds).toBeLessThan(2);
  });

  test('begins with a whole word, unless that is a very long one', () => {
    const whole = 'The Buyer shall pay the earnest money under this agreement before delivery. 一方违约时';
    for (let length = 12; length <= 80; length += 1) {
      const shown = snippetOf(whole, ['违约'], length).map((part) => part.text).join('');
      const at = whole.indexOf(shown);
      expect(/^[a-z]{2}/i.test(whole.slice(at - 1, at + 1)), shown).toBe(false);
      expect(shown).toContain('违约');
    }
    expect(snippetOf(`${'x'.repeat(60)}违约`, ['违约'], 120)[0]?.text).toBe('x'.repeat(20));
  });

  test('is a piece of the text, whatever the words are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 4 }), (whole, words) => {
        const shown = snippetOf(whole, words, 80).map((part) => part.text).join('');
        expect(whole).toContain(shown);
        // A character of two units at either end is shown whole.
        expect(shown.length).toBeGreaterThanOrEqual(Math.min(79, whole.length - 80));
        expect(shown.length).toBeLessThanOrEqual(81);
      }),
    );
  });
});
