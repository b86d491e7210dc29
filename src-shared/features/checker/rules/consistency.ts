import type { Rule } from '../model.ts';
import { blanks } from './consistency/x01-blanks.ts';
import { capitalAmount } from './consistency/x02-capital-amount.ts';
import { sums } from './consistency/x03-sums.ts';
import { impossibleDates } from './consistency/x04-dates.ts';
import { partyNames } from './consistency/x05-party-names.ts';
import { unknownRole } from './consistency/x06-unknown-role.ts';
import { definedTerms } from './consistency/x07-defined-terms.ts';
import { references } from './consistency/x08-references.ts';
import { numbering } from './consistency/x09-numbering.ts';
import { againstRecord } from './consistency/x10-record.ts';
import { dayCounts } from './consistency/x11-days.ts';
import { repealedLaw } from './consistency/x12-repealed-law.ts';
import { approvedText } from './consistency/x13-approved-text.ts';
import { languagesDiffer } from './consistency/x14-languages.ts';
import { periods } from './consistency/x15-periods.ts';

/** 前后不一致: what the text says here and otherwise there, or in its record. */
export const consistencyRules: readonly Rule[] = [
  blanks, capitalAmount, sums, impossibleDates, partyNames, unknownRole, definedTerms, references, numbering, againstRecord, dayCounts, repealedLaw, approvedText, languagesDiffer, periods,
];
