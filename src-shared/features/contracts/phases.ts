import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { orWithheld } from '../../kernel/withheld.ts';
import { contractRecordSchema, recordAmountSchema, recordDetailsSchema } from './record.ts';

const record = contractRecordSchema.unwrap().shape;
const details = recordDetailsSchema.unwrap().shape;

/** What of a contract's terms decides how long it runs and how it is ended. */
export const phaseTermsSchema = z
  .object({
    effectiveOn: record.effectiveOn,
    expiresOn: record.expiresOn,
    renewalType: record.renewalType,
    initialTermMonths: details.initialTermMonths.removeDefault(),
    renewalTermMonths: details.renewalTermMonths.removeDefault(),
    maxRenewals: details.maxRenewals.removeDefault(),
    optOutOn: details.optOutOn.removeDefault(),
    optOutPeriod: details.optOutPeriod.removeDefault(),
    noticeMethod: details.noticeMethod.removeDefault(),
    exitNotice: details.exitNotice.removeDefault(),
    exitAnchor: details.exitAnchor.removeDefault(),
  })
  .readonly();
export type PhaseTerms = z.infer<typeof phaseTermsSchema>;
export const phaseFields = Object.keys(phaseTermsSchema.unwrap().shape) as readonly (keyof PhaseTerms)[];

/** The terms of an amended contract from a day on (null: since the signature), with the sum that holds then. */
export const contractPhaseSchema = z
  .object({ from: daySchema.nullable(), terms: phaseTermsSchema, amount: orWithheld(recordAmountSchema.nullable()) })
  .readonly();
export type ContractPhase = z.infer<typeof contractPhaseSchema>;
