import { isWithheld } from '../../kernel/withheld.ts';
import type { Contract } from '../contracts/model.ts';
import type { NoticePeriod } from '../contracts/record.ts';
import type { Party } from '../parties/model.ts';
import type { RecordFacts } from './model.ts';

/** What the record of a contract says, as the rules ask for it. An amount that is withheld is not known. */
export function recordFactsOf(contract: Contract, parties: readonly Pick<Party, 'id' | 'nameZh' | 'nameEn' | 'uscc'>[]): RecordFacts {
  const { record, summary, amount, versions } = contract;
  const known = isWithheld(amount) ? null : amount;
  return {
    typeCode: summary.contractType,
    parties: record.parties.flatMap(({ partyId, role }) => {
      const party = parties.find(({ id }) => id === partyId);
      if (party === undefined) return [];
      const { nameZh, nameEn, uscc } = party;
      return [{ role, nameZh, nameEn, uscc: uscc === '' ? null : uscc, foreign: nameZh === '' }];
    }),
    currency: known?.inclusive.currency ?? null,
    amountInclTaxMinor: known === null ? null : BigInt(known.inclusive.minor),
    signingOn: record.signedOn,
    effectiveOn: record.effectiveOn,
    expirationOn: record.expiresOn,
    noticePeriod: periodOf(record.details.optOutPeriod),
    attachmentNames: null,
    approvedHash: null,
    contentHash: versions[0]?.contentHash ?? null,
  };
}

/** ISO 8601; working days have no designator there and so give none. */
function periodOf(period: NoticePeriod | null): string | null {
  if (period === null || period.unit === 'workingDay') return null;
  return `P${period.amount}${period.unit === 'month' ? 'M' : 'D'}`;
}
