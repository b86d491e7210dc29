import type { TextRule } from '../../model.ts';
import { hitAt, matchesIn } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { holds, trigger } from '../../triggers/triggers.ts';

interface Note {
  readonly sums: readonly { readonly currency: string; readonly start: number; readonly end: number; readonly language: 'zh' | 'en' }[];
  readonly hasRate: boolean;
}

const sums = trigger(/(人民币|美元|欧元|港元|港币|英镑|日元|新加坡元|澳元|RMB|CNY|¥|USD|US\$|EUR|€|HKD|GBP|£|JPY|SGD|AUD)\s{0,4}\d(?:[\d,.]{0,20}\d)?|\d[\d,.]{0,20}\s{0,4}万?(元|美元|欧元|港元|港币|英镑|日元|新加坡元|澳元|US dollars|euros?|RMB|CNY|USD|EUR)/giu);
const foreign: Readonly<Record<string, string>> = { usd: 'USD', us$: 'USD', 美元: 'USD', 'us dollars': 'USD', eur: 'EUR', '€': 'EUR', 欧元: 'EUR', euro: 'EUR', euros: 'EUR', hkd: 'HKD', 港元: 'HKD', 港币: 'HKD', gbp: 'GBP', '£': 'GBP', 英镑: 'GBP', jpy: 'JPY', 日元: 'JPY', sgd: 'SGD', 新加坡元: 'SGD', aud: 'AUD', 澳元: 'AUD' };
const rate = trigger(/汇率|中间价|牌价|\bexchange rates?\b|\bmiddle rate\b/iu);

/** P10: sums in two currencies, or a foreign one beside yuan, and no rate between them. */
export const exchangeRate: TextRule<Note> = {
  id: 'P10',
  kind: 'payment',
  severity: 'medium',
  bases: ['practiceCurrency'],
  scope: 'text',
  triggers: [sums, rate],
  collect: (clause) => {
    const found = matchesIn(clause, sums).map(({ start, end, groups, sentence: { language } }) => ({ currency: foreign[(groups[0] ?? groups[1] ?? '').toLowerCase()] ?? 'CNY', start, end, language }));
    const hasRate = holds(clause, rate);
    return found.length === 0 && !hasRate ? null : { sums: found, hasRate };
  },
  conclude: (notes) => {
    if (notes.some(({ note }) => note.hasRate)) return [];
    const all = notes.flatMap(({ clause, note }) => note.sums.map((one) => ({ clause, one })));
    const other = all.find(({ one }) => one.currency !== all[0]?.one.currency);
    return other === undefined ? [] : [{ clause: other.clause, ...hitAt(other.one, { parameters: { words: `${all[0]?.one.currency ?? ''}、${other.one.currency}` }, fix: insertAfter('exchangeRate', other.one) }) }];
  },
};
