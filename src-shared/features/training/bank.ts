import { fail, succeed, type Result } from '../../kernel/result.ts';
import { questionKinds, type InBoth, type QuestionFace, type QuestionKind } from './model.ts';

/** A question of the bank in one language, with what is right. */
export interface BankFace extends QuestionFace {
  /** Places of `options` that are right; for pairs, each option's own right side has the same place. */
  readonly correct: readonly number[];
  readonly explanation: string;
}

export interface BankQuestion {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly zh: BankFace;
  readonly en: BankFace;
}

export type BankProblem = 'BANK_LINE' | 'BANK_HEADING' | 'BANK_KEY_TWICE' | 'BANK_INCOMPLETE' | 'BANK_NOT_PARALLEL' | 'BANK_EMPTY';

interface OneLanguage extends BankFace {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly line: number;
}

/**
 * Reads a question bank. A question is written as
 *
 *     ### key kind            kind: single, multiple, match or defect
 *     What is asked, in one or more lines.
 *     - a wrong choice        + a right choice          (single, multiple)
 *     = left => right                                   (match)
 *     | the clause in ·pieces, ·[[wrong ones]] ·marked  (defect; · parts the pieces)
 *     > Why.
 *
 * Both languages hold the same questions in the same order, and all but `defect` the same choices. Errors name the
 * language and the line (from 1), or the key where the languages differ.
 */
export function readBank({ zh, en }: InBoth): Result<readonly BankQuestion[], BankProblem> {
  const chinese = readOne(zh, 'zh');
  if (!chinese.ok) return chinese;
  const english = readOne(en, 'en');
  if (!english.ok) return english;
  if (chinese.value.length === 0) return fail('BANK_EMPTY');
  const questions: BankQuestion[] = [];
  for (const [index, one] of chinese.value.entries()) {
    const other = english.value[index];
    if (other === undefined || !isParallel(one, other)) return fail('BANK_NOT_PARALLEL', { key: one.key });
    questions.push({ key: one.key, kind: one.kind, zh: faceOf(one), en: faceOf(other) });
  }
  const surplus = english.value[chinese.value.length];
  return surplus === undefined ? succeed(questions) : fail('BANK_NOT_PARALLEL', { key: surplus.key });
}

function readOne(text: string, language: 'zh' | 'en'): Result<readonly OneLanguage[], BankProblem> {
  const questions: OneLanguage[] = [];
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (line.startsWith('###') ? [index] : []));
  const stray = lines.slice(0, starts[0] ?? lines.length).findIndex((line) => line.trim() !== '');
  if (stray >= 0) return fail('BANK_HEADING', { language, line: stray + 1 });
  for (const [index, start] of starts.entries()) {
    const question = readQuestion(lines.slice(start, starts[index + 1] ?? lines.length), start + 1);
    if (!question.ok) return fail(question.error.code, { language, ...question.error.params });
    if (questions.some(({ key }) => key === question.value.key)) return fail('BANK_KEY_TWICE', { language, line: start + 1, key: question.value.key });
    questions.push(question.value);
  }
  return succeed(questions);
}

function readQuestion([heading = '', ...lines]: readonly string[], line: number): Result<OneLanguage, BankProblem> {
  const [, key, named] = /^### ([a-z0-9-]+) ([a-z]+)\s*$/u.exec(heading) ?? [];
  const kind = questionKinds.find((known) => known === named);
  if (key === undefined || kind === undefined) return fail('BANK_HEADING', { line });
  const [text, explanation, options, rights]: string[][] = [[], [], [], []];
  const correct: number[] = [];
  for (const [index, full] of lines.entries()) {
    const content = full.trim();
    const rest = content.slice(1).trim();
    const mark = markOf(content);
    if (content === '') continue;
    if (mark === '>') explanation?.push(rest);
    else if ((mark === '-' || mark === '+') && (kind === 'single' || kind === 'multiple')) {
      if (mark === '+') correct.push(options?.length ?? 0);
      options?.push(rest);
    } else if (mark === '=' && kind === 'match') {
      const [left, right, ...more] = rest.split('=>').map((side) => side.trim());
      if (!left || !right || more.length > 0) return fail('BANK_LINE', { line: line + index + 1 });
      correct.push(options?.length ?? 0);
      options?.push(left);
      rights?.push(right);
    } else if (mark === '|' && kind === 'defect') {
      for (const piece of piecesOf(rest)) {
        if (piece.includes('[[')) correct.push(options?.length ?? 0);
        options?.push(piece.replace('[[', '').replace(']]', ''));
      }
    } else if (mark === null && options?.length === 0 && explanation?.length === 0) text?.push(content);
    else return fail('BANK_LINE', { line: line + index + 1 });
  }
  const question: OneLanguage = { key, kind, line, text: (text ?? []).join('\n'), options: options ?? [], rights: rights ?? [], correct, explanation: (explanation ?? []).join('\n') };
  return isComplete(question) ? succeed(question) : fail('BANK_INCOMPLETE', { line, key });
}

/** A clause's pieces. The space that sets the mark off belongs to the text only between words that are written apart. */
function piecesOf(clause: string): readonly string[] {
  const isChinese = /\p{Script=Han}/u.test(clause);
  const pieces = clause.split('·');
  return pieces.map((piece, index) => (isChinese ? piece.trim() : /^(?:\[\[)?[,.;]/u.test(pieces[index + 1] ?? '') ? piece.trimEnd() : piece));
}

function markOf(content: string): string | null {
  const first = content.charAt(0);
  return '-+=|>'.includes(first) && first !== '' ? first : null;
}

/** Something is asked, something is right, something (but for pairs) is wrong, and the reader is told why. */
function isComplete({ kind, text, options, correct, explanation }: OneLanguage): boolean {
  if (text === '' || explanation === '' || options.length < 2) return false;
  switch (kind) {
    case 'single':
      return correct.length === 1;
    case 'multiple':
    case 'defect':
      return correct.length > 0 && correct.length < options.length;
    case 'match':
      return true;
  }
}

function isParallel(one: OneLanguage, other: OneLanguage): boolean {
  if (one.key !== other.key || one.kind !== other.kind) return false;
  return one.kind === 'defect' || (one.options.length === other.options.length && one.correct.join() === other.correct.join());
}

function faceOf({ text, options, rights, correct, explanation }: OneLanguage): BankFace {
  return { text, options, rights, correct, explanation };
}
