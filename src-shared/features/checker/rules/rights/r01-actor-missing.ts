import type { ScannedClause, TextRule } from '../../model.ts';
import { allIn, hitAt } from '../find.ts';
import { introduced, partyWords, partyWordsEn } from '../parties.ts';
import { replaceWith } from '../wording.ts';
import { mayHold, sentencesThatMayHold, trigger } from '../../triggers/triggers.ts';

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly language: 'zh' | 'en';
}
interface Note {
  readonly candidates: readonly Candidate[];
  /** Roles that the text introduces by itself. */
  readonly names: readonly string[];
}

const actsZh = trigger(/(?:应当?|须|必须|负责)(?:[^,.;:]{0,16})(?:提供|交付|交货|送达|支付|付清|完成|承担|维修|更换|通知|验收|安装|调试|运输|培训|开具|赔偿|退还|返还|提交|整改|补齐|清理|办理|购买)/u);
const actsEn = trigger(/\b(?:shall|must) be (?:delivered|paid|provided|completed|performed|installed|repaired|replaced|notified|inspected|borne|refunded|submitted|insured|returned|made|carried out)\b/iu);
// What obliges nobody in particular by its nature: disputes, notices, the contract itself.
const impersonal = /^(?:[^,.;]{0,30})(?:争议|纠纷|通知|本合同|本协议|修改|变更|补充|未尽事宜|附件|条款|管辖|费用由|由.{1,20}(?:负责|承担|支付|提供))|\bpayments?(?: \w+){0,6} (?:shall|must) be made\b|\b(?:disputes?|notices?|this (?:contract|agreement)|amendments?|by the)\b/iu;

/** R01: a duty without anybody who has it (Civil Code art. 470(1), 509). */
export const actorMissing: TextRule<Note> = {
  id: 'R01',
  kind: 'rights',
  severity: 'high',
  bases: ['civilCode470', 'civilCode509'],
  scope: 'text',
  triggers: [actsZh, actsEn, introduced],
  collect: (clause) => {
    const candidates = clause.kind === 'clause' ? candidatesIn(clause) : [];
    const names = !mayHold(clause, introduced) ? [] : allIn(clause.plain, introduced).flatMap(([, zh, en]) => [zh, en]).filter((name) => name !== undefined);
    return candidates.length === 0 && names.length === 0 ? null : { candidates, names };
  },
  conclude: (notes) => {
    const names = notes.flatMap(({ note }) => note.names.map((name) => name.trim().toLowerCase())).filter((name) => name.length > 1);
    return notes.flatMap(({ clause, note }) =>
      note.candidates
        .filter(({ words }) => !names.some((name) => words.toLowerCase().includes(name)))
        .map((candidate) => ({ clause, ...hitAt(candidate, { fix: replaceWith('actor', candidate) }) })),
    );
  },
};

function candidatesIn(clause: ScannedClause): readonly Candidate[] {
  return sentencesThatMayHold(clause, actsZh, actsEn).flatMap((sentence) => {
    const { start, end, plain, language, binds, text } = sentence;
    if (!binds || (language === 'zh' ? partyWords : partyWordsEn).test(plain)) return [];
    // 「乙方应……；并应……」: who was named before the semicolon is still meant.
    const before = clause.sentences[clause.sentences.indexOf(sentence) - 1];
    if (before !== undefined && /[;；:：]$/.test(before.text) && (partyWords.test(before.plain) || partyWordsEn.test(before.plain))) return [];
    const found = (language === 'zh' ? actsZh : actsEn).exec(plain);
    if (found === null || impersonal.test(plain)) return [];
    const length = language === 'zh' ? (/^(?:应当?|须|必须|负责)/u.exec(found[0])?.[0].length ?? 1) : found[0].length;
    return [{ start: start + found.index, end: Math.min(end, start + found.index + length), words: text, language }];
  });
}
