import type { ClauseRule } from '../../model.ts';
import { hitAt } from '../find.ts';

const share = /(\d{1,3}(?:\.\d{1,2})?)\s{0,4}%|百分之([一二三四五六七八九十百]{1,4})/gu;
const paid = /付|款|定金|质保金|结清|\b(?:pay|paid|payable|payments?|deposit|balance|advance|instal?ments?|due|retention|milestone)\b/iu;
const other = /税|违约金|利率|利息|滞纳|‰|每[日天]|逾期|超过|不低于|上限|折扣|优惠|罚|损失|\b(?:tax|vat|interest|penalt\w{1,20}|per day|a day|late|not exceed|discount|damages|cap)\b/iu;
const cumulative = /付至|支付至|累计(?:支付)?达?|\b(?:cumulative|up to a total)\b/iu;

/** P04: the instalments make more or less than the whole. Cumulative payments (付至 80%) are not added up. */
export const instalments: ClauseRule = {
  id: 'P04',
  kind: 'payment',
  severity: 'block',
  bases: ['civilCode626'],
  scope: 'clause',
  check: (clause) => {
    if (cumulative.test(clause.plain)) return [];
    const shares = clause.sentences.flatMap((sentence) => sharesIn(sentence.plain, sentence.start, sentence.language));
    const hits = (['zh', 'en'] as const).flatMap((language) => {
      const own = shares.filter((one) => one.language === language);
      const sum = Math.round(own.reduce((total, { value }) => total + value, 0) * 100) / 100;
      const [first, last] = [own[0], own.at(-1)];
      if (first === undefined || last === undefined || own.length < 2 || sum === 100) return [];
      return [hitAt({ start: first.start, end: last.end }, { parameters: { sum: `${sum}%`, shares: own.map(({ value }) => `${value}%`).join(' + ') } })];
    });
    return hits.slice(0, 1);
  },
};

function sharesIn(plain: string, offset: number, language: 'zh' | 'en') {
  let [isPaid, from] = [false, 0];
  const found: { readonly value: number; readonly start: number; readonly end: number; readonly language: 'zh' | 'en' }[] = [];
  for (const part of plain.split(/(?<=[,;、])/u)) {
    isPaid = isPaid || paid.test(part);
    if (isPaid && !other.test(part)) {
      for (const match of part.matchAll(share)) {
        const start = offset + from + match.index;
        found.push({ value: match[1] === undefined ? hanShare(match[2] ?? '') : Number(match[1]), start, end: start + match[0].length, language });
      }
    }
    from += part.length;
  }
  return found;
}

/** 三十 → 30, 百 → 100. */
function hanShare(text: string): number {
  if (text === '百' || text === '一百') return 100;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (one: string | undefined, empty: number) => (one === undefined || one === '' ? empty : '零一二三四五六七八九'.indexOf(one));
  return (text.includes('十') ? digit(tens, 1) * 10 : 0) + digit(ones, 0);
}
