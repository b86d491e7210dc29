import type { ClausedText, TextRule } from '../../model.ts';
import { absentAt, isContract } from '../absent.ts';
import { insertAfter } from '../wording.ts';
import { holds, trigger } from '../../triggers/triggers.ts';

interface Note {
  readonly hasLaw: boolean;
  readonly prevails: boolean;
  readonly isForeign: boolean;
}

const law = trigger(/适用[^.;]{0,24}法律|适用法|准据法|\b(?:governed by|governing law|laws of)\b/iu);
const prevailing = trigger(/以[中英]文(?:文本|版本|本)?为准|[中英]文[^.;]{0,10}(?:为准|优先)|\bprevail\w{0,12}\b|\b(?:Chinese|English) (?:version|text) (?:shall )?(?:controls?|governs?)\b/iu);
const foreign = trigger(/\b(?:GmbH|LLC|Inc(?![a-z])|Pte\.? Ltd|PLC|AG|Pty)\b|\b(?:S\.A\.|B\.V\.|L\.L\.C\.|K\.K\.)|境外|中国香港|香港[^,.;]{0,12}有限公司|新加坡|\bincorporated (?:in|under the laws of) (?!the People|China|PRC)/u);

/** D05: a foreign party or two languages, and no law, or no language, that decides (Law on the Application of Laws art. 41). */
export const foreignElements: TextRule<Note> = {
  id: 'D05',
  kind: 'disputes',
  severity: 'medium',
  bases: ['applicableLaw41'],
  scope: 'text',
  triggers: [law, prevailing, foreign],
  collect: (clause) => {
    const note = { hasLaw: holds(clause, law), prevails: holds(clause, prevailing), isForeign: clause.kind !== 'clause' && holds(clause, foreign) };
    return note.hasLaw || note.prevails || note.isForeign ? note : null;
  },
  conclude: (notes, text, record) => {
    if (!isContract(text)) return [];
    const isForeign = notes.some(({ note }) => note.isForeign) || record?.parties.some((party) => party.foreign) === true;
    const lacksLaw = isForeign && !notes.some(({ note }) => note.hasLaw);
    const lacksLanguage = !notes.some(({ note }) => note.prevails) && isBilingual(text);
    if (lacksLaw) return [absentAt(text, insertAfter('governingLaw', text), { topic: 'governingLaw' })];
    return lacksLanguage ? [absentAt(text, insertAfter('prevailingLanguage', text), { topic: 'prevailingLanguage' })] : [];
  },
};

/** Both languages run through the text, not only its names. */
function isBilingual({ clauses }: ClausedText): boolean {
  const count = { zh: 0, en: 0 };
  for (const { sentences } of clauses) for (const { plain, language } of sentences) if (plain.length > 20) count[language] += 1;
  return count.zh >= 5 && count.en >= 5;
}
