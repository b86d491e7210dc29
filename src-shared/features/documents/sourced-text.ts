import { factOf } from './conditions.ts';
import { partyName } from './value-text.ts';
import type { PartySnapshot, VariableSource } from './variables.ts';

/** What a party's record gives for a variable that is taken from there; empty where the record doesn't say. */
export function sourcedText({ fact }: VariableSource, party: PartySnapshot): string {
  if (fact === 'nameZh' || fact === 'nameEn') return partyName(party, fact === 'nameEn' ? 'en' : 'zh');
  return factOf(party, fact) ?? '';
}
