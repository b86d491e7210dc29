import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBank } from '#shared/features/training/bank.ts';
import { shippedCourses } from '#shared/features/training/courses/shipped-courses.ts';

const one = '### first single\nWhat?\n- no\n+ yes\n> Because.';
const problem = (zh: string, en = zh) => {
  const bank = readBank({ zh, en });
  return bank.ok ? null : bank.error;
};

describe('a question bank', () => {
  test('is read with all four kinds of question', () => {
    const text = `${one}\n\n### pairs match\nWhich?\n= a => 1\n= b => 2\n> So.\n\n### flaw defect\nWhere?\n| The Buyer ·[[soon]] ·pays.\n> Why.`;
    const bank = readBank({ zh: text, en: text });
    expect(bank.ok && bank.value.map(({ kind, en }) => [kind, en.options, en.rights, en.correct])).toEqual([
      ['single', ['no', 'yes'], [], [1]],
      ['match', ['a', 'b'], ['1', '2'], [0, 1]],
      ['defect', ['The Buyer ', 'soon ', 'pays.'], [], [1]],
    ]);
  });

  test('says which line of which language cannot be read', () => {
    expect(problem('### first single\nWhat?\n- no\n| piece\n+ yes\n> Because.')).toEqual({ code: 'BANK_LINE', params: { language: 'zh', line: 4 } });
    expect(problem(one, `${one}\n### second riddle\nWhat?`)).toEqual({ code: 'BANK_HEADING', params: { language: 'en', line: 6 } });
    expect(problem('words without a question')).toMatchObject({ code: 'BANK_HEADING', params: { line: 1 } });
  });

  test('refuses questions that nobody could answer', () => {
    expect(problem('### first single\nWhat?\n+ yes\n+ yes too\n> Because.')?.code).toBe('BANK_INCOMPLETE');
    expect(problem('### first multiple\nWhat?\n- no\n- nor this\n> Because.')?.code).toBe('BANK_INCOMPLETE');
    expect(problem('### first single\nWhat?\n- no\n+ yes')?.code).toBe('BANK_INCOMPLETE');
    expect(problem('')?.code).toBe('BANK_EMPTY');
    expect(problem(`${one}\n${one}`)?.code).toBe('BANK_KEY_TWICE');
  });

  test('holds the same questions and answers in both languages', () => {
    expect(problem(one, one.replace('- no\n+ yes', '+ no\n- yes'))).toEqual({ code: 'BANK_NOT_PARALLEL', params: { key: 'first' } });
    expect(problem(one, `${one}\n### second single\nWhat?\n- no\n+ yes\n> Because.`)).toEqual({ code: 'BANK_NOT_PARALLEL', params: { key: 'second' } });
  });

  test('never throws, whatever is typed', () => {
    const line = fc.oneof(fc.constantFrom('### a single', '- no', '+ yes', '= a => b', '| ·[[x]]', '> why', '###', ''), fc.string());
    fc.assert(fc.property(fc.array(line), (lines) => typeof readBank({ zh: lines.join('\n'), en: lines.join('\n') }).ok === 'boolean'));
  });
});

describe.each(shippedCourses)('the shipped course $id', ({ content }) => {
  test('has a bank that can be read and feeds two different quizzes', () => {
    const bank = readBank(content.bank);
    expect(bank).toMatchObject({ ok: true });
    expect(bank.ok && bank.value.length).toBeGreaterThanOrEqual(content.drawCount + 4);
  });

  test('has five substantial lessons in both languages', () => {
    expect(content.lessons).toHaveLength(5);
    for (const { key, title, body } of content.lessons) {
      expect(title.en, key).not.toBe('');
      const characters = body.zh.match(/\p{Script=Han}/gu)?.length ?? 0;
      const words = body.en.match(/[A-Za-z']+/gu)?.length ?? 0;
      expect([key, characters >= 400 && characters <= 900, words >= 250 && words <= 520], `${key}: ${characters} characters, ${words} words`).toEqual([key, true, true]);
    }
  });
});
