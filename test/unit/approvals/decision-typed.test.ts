import { describe, expect, test } from 'vitest';
import { mostQuotes } from '#shared/features/approvals/model.ts';
import { freshDecision, quotesToSend } from '../../../src-renderer/features/approvals/decision-typed.ts';

const kept = { quote: '预付 30%', comment: '改为 20%' };
const typed = (over: Partial<ReturnType<typeof freshDecision>>) => ({ ...freshDecision(), quotes: [kept], ...over });

describe('what goes with a decision', () => {
  test('is the comment that is being written too, where it stands at words', () => {
    expect(quotesToSend(typed({}), true)).toEqual([kept]);
    expect(quotesToSend(typed({ words: ' 三日内 ', remark: '五日 ' }), true)).toEqual([kept, { quote: '三日内', comment: '五日' }]);
  });

  test('waits for a comment that stands at no words, or is one too many', () => {
    expect(quotesToSend(typed({ remark: '五日' }), true)).toBeNull();
    expect(quotesToSend(typed({ quotes: Array.from({ length: mostQuotes }, () => kept), words: '三日内', remark: '五日' }), true)).toBeNull();
  });

  test('does not wait for what a person without the key to the text can neither see nor finish', () => {
    expect(quotesToSend(typed({ remark: '五日' }), false)).toEqual([kept]);
    expect(quotesToSend(typed({ quotes: [], words: '三日内', remark: '五日' }), false)).toEqual([]);
  });
});
