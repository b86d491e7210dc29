import type { ScannedClause, TextRule } from '../../model.ts';
import { factOf, hitAt, matchesIn } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { holds, trigger } from '../../triggers/triggers.ts';

interface Breach {
  readonly party: string;
  readonly start: number;
  readonly end: number;
  readonly language: 'zh' | 'en';
}

const breachZh = trigger(/(甲方|乙方|买方|卖方|供方|需方|出租[人方]|承租[人方]|委托[人方]|受托[人方]|发包[人方]|承包[人方])[^.;]{0,60}?(?:违约金|赔偿|承担[^.;,]{0,12}责任)/gu);
const breachEn = trigger(/\b(?:the )?(party [ab]|buyer|seller|supplier|purchaser|customer|client|contractor|lessor|lessee|licensor|licensee|consultant|provider|distributor|agent|principal|landlord|tenant|carrier)\b[^.;]{0,90}?\b(?:liquidated damages|compensate|indemnif\w{1,20}|liable|penalty)\b/giu);
const breaks = trigger(/违约金|赔偿|承担|damages|compensate|indemnif|liable|penalty/iu);
const mutual = trigger(/任何一方|任一方|一方违约|双方[^.;]{0,10}违约|违约方|守约方|\b(?:either party|each party|the (?:breaching|defaulting) party|mutual)\b/iu);

/** R06: only one side ever pays for a breach (Civil Code art. 6, 496 for standard terms). */
export const oneSided: TextRule<ScannedClause> = {
  id: 'R06',
  kind: 'rights',
  severity: 'medium',
  bases: ['civilCode6', 'civilCode496'],
  scope: 'text',
  triggers: [breaks, mutual],
  // Most texts say somewhere what either side pays; then nobody asks who else does.
  collect: (clause) => (clause.kind === 'clause' ? clause : null),
  conclude: (notes) => {
    if (notes.some(({ note }) => factOf(note, isMutual))) return [];
    const found = notes.flatMap(({ clause, note }) => factOf(note, breachesIn).map((one) => ({ clause, one })));
    const [first] = found;
    // One sentence may stand alone; two that name the same side only are a habit.
    if (first === undefined || found.length < 2 || new Set(found.map(({ one }) => one.party)).size > 1) return [];
    return [{ clause: first.clause, ...hitAt(first.one, { fix: insertAfter('mutualLiability', first.one) }) }];
  },
};

function isMutual(clause: ScannedClause): boolean {
  return holds(clause, mutual) && /违约|赔偿|责任|breach|liab|damage/iu.test(clause.plain);
}

function breachesIn(clause: ScannedClause): readonly Breach[] {
  return [breachZh, breachEn].flatMap((pattern) =>
    matchesIn(clause, pattern).map(({ start, end, groups, sentence: { language } }) => ({ party: (groups[0] ?? '').replace(/[人方]$/u, '').toLowerCase(), start, end, language })),
  );
}
