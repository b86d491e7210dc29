import { changedFields, termsOf } from '#shared/features/amendments/rules.ts';
import type { ContractRecord } from '#shared/features/contracts/record.ts';
import type { Json } from '#shared/kernel/canonical-json.ts';

type Facts = { readonly before: { readonly [field: string]: Json }; readonly after: { readonly [field: string]: Json } };

/**
 * What the audit log notes where the record of a signed contract is corrected: its day of signature and its terms, as they
 * were and as they are, for from then on nothing else tells that they were others. Null where none of them is corrected.
 */
export function correctionFacts(before: ContractRecord, after: ContractRecord): Facts | null {
  const [former, present] = [termsOf(before), termsOf(after)];
  const fields = changedFields(former, present).filter((field) => field !== 'parties');
  const days = before.signedOn === after.signedOn ? [] : (['signedOn'] as const);
  if (fields.length + days.length === 0) return null;
  const said = (record: ContractRecord, terms: typeof former) => Object.fromEntries([...days.map((field) => [field, record[field]] as const), ...fields.map((field) => [field, terms[field] as Json] as const)]);
  return { before: said(before, former), after: said(after, present) };
}
