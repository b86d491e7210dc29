import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkableWords, companyNames, nameKeys } from '../../../src-renderer/ui/document-editor/spelling/words.ts';

const wordsOf = (text: string) => checkableWords(text).map(({ word }) => word);

describe('the words whose spelling is looked at', () => {
  it('are those of a sentence, possessives without their ending, and each part of a compound', () => {
    expect(wordsOf("The Buyer’s pre-paymnet isn't due, parties' consent aside.")).toEqual(['The', 'Buyer', 'pre', 'paymnet', "isn't", 'due', 'parties', 'consent', 'aside']);
  });

  it.each([
    ['addresses', 'Write to j.smyth@exampel.com or see https://exampel.com/contarct and www.exampel.cn/abuot.', ['Write', 'to', 'or', 'see', 'and']],
    ['domains and files', 'exampel.com, Anex.docx', []],
    ['placeholders', 'paid by {{recieved_on}} at once', ['paid', 'by', 'at', 'once']],
    ['what holds a digit', 'ISO9001, A4, 30days, Q3rd', []],
    ['abbreviations', 'CIETAC and SLAs under PRC law', ['and', 'under', 'law']],
    ['CamelCase', 'GitHub and iPhone and YunFan', ['and', 'and']],
    ['clause numbers', '(ii) and (iv), (a) or (bb) by clause iii', ['and', 'or', 'by', 'clause']],
    ['foreign letters', 'Hafenstraße 12, Müller and Société', ['and']],
  ])('leave out %s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('leave out names among Chinese words and in pinyin, and keep other words of a Chinese text', () => {
    expect(wordsOf('深圳Huawei技术有限公司')).toEqual([]);
    expect(wordsOf('甲方：Beichen（深圳）有限公司')).toEqual([]);
    expect(wordsOf('Zhang Xiaoming of Shenzhen and Lüshun')).toEqual(['of', 'and']);
    expect(wordsOf('乙方应按 delivary note 交货')).toEqual(['delivary', 'note']);
    expect(wordsOf('交付物应当合格。')).toEqual([]);
  });

  it('keep a misspelt word at the beginning of a sentence', () => {
    for (const word of ['Teh', 'Delivary', 'Purchasor', 'Agrement']) expect(wordsOf(`${word} is`)).toEqual([word, 'is']);
  });

  it('stand where their places say', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcXYZ \'’-.,@/{}()3甲方（'), maxLength: 200 }), (text) => {
        for (const { word, from, to } of checkableWords(text)) expect(text.slice(from, to).replaceAll('’', "'")).toBe(word);
      }),
    );
  });

  it('are found in time that grows with the text only', () => {
    const timeOf = (text: string) => {
      const began = performance.now();
      checkableWords(text);
      companyNames(text);
      return performance.now() - began;
    };
    for (const piece of ['a.', 'www.a-', '{{a', 'a@b', "a'", 'zhang', 'a_', '（甲', 'Aa ', 'A (A) ', 'Co., ']) {
      const text = piece.repeat(100_000 / piece.length);
      // The quickest of three: a machine that is busy elsewhere can make one wait.
      expect(Math.min(timeOf(text), timeOf(text), timeOf(text))).toBeLessThan(500);
    }
  });
});

it('the words of names pass, of Chinese names with Latin parts too', () => {
  expect(nameKeys(['Tingchao Harbourline Pte. Ltd.', '深圳Langang贸易', 'Smith’s'])).toEqual(['tingchao', 'harbourline', 'pte', 'ltd', 'langang', 'smith']);
});
