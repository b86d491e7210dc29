import { z } from 'zod';
import { contractLanguageSchema, recordAmountFields, type KeptRecord } from '#shared/features/contracts/model.ts';
import { contractRecordSchema, customFieldSchema, recordAmountSchema, recordDetailsSchema, recordPartySchema } from '#shared/features/contracts/record.ts';
import { contractTypeSchema } from '#shared/features/templates/model.ts';
import { currencySchema } from '#shared/kernel/money.ts';
import { incompleteDate } from '../../../../ui/date-picker-field.tsx';
import { isAmendedTerm, type RecordLocks } from './record-form-context.ts';
import { fieldsInPageOrder, type RecordForm } from './record-form.ts';

/** The form as main keeps it. */
export function recordFormToKept(form: RecordForm): KeptRecord['entries'] {
  return structuredClone(form) as unknown as KeptRecord['entries'];
}

/**
 * The form as it was left. What no longer fits its field starts as in a fresh form, and so does what was fixed since, by
 * the signature or an amendment.
 */
export function restoreRecordForm(fresh: RecordForm, kept: KeptRecord['entries'], locks: RecordLocks): RecordForm {
  const entries = fieldsInPageOrder.filter((name) => !isFixed(name, locks)).flatMap((name) => {
    const parsed = schemaOf(name, fresh).safeParse(kept[name] === incompleteDate ? '' : kept[name]);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  const restored: RecordForm = { ...fresh, ...Object.fromEntries(entries) };
  return (locks.isSigned || locks.arePartiesOfText) && whoOf(restored) !== whoOf(fresh) ? { ...restored, parties: fresh.parties } : restored;
}

function isFixed(name: keyof RecordForm, locks: RecordLocks): boolean {
  const isOfAmount = recordAmountFields.includes(name);
  return isAmendedTerm(locks, name) || (locks.isSigned && (isOfAmount || name === 'direction')) || (locks.isAmountWithheld && isOfAmount);
}

function whoOf({ parties }: RecordForm): string {
  return parties.map(({ partyId, role }) => `${partyId} ${role}`).join();
}

const { recordKind, direction, renewalType, confidentiality } = contractRecordSchema.unwrap().shape;
const { effectiveCondition, disputeMode, noticeMethod, exitAnchor } = recordDetailsSchema.unwrap().shape;
const orEmpty = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal(''), schema]);
const unit = z.enum(['day', 'workingDay', 'month']);
const row = z.object({ partyId: z.string(), name: z.string(), role: recordPartySchema.unwrap().shape.role, signatory: z.string() });

/** The fields that don't take any text. */
const choices: Readonly<Partial<Record<keyof RecordForm, z.ZodType>>> = {
  ...{ recordKind, direction, renewalType, confidentiality },
  ...{ contractType: contractTypeSchema, language: contractLanguageSchema, stage: z.enum(['draft', 'signed']) },
  ...{ noticeMethod: noticeMethod.unwrap(), exitAnchor: exitAnchor.unwrap(), optOutUnit: unit, exitUnit: unit },
  ...{ effectiveCondition: orEmpty(effectiveCondition.unwrap().unwrap()), disputeMode: orEmpty(disputeMode.unwrap().unwrap()) },
  ...{ currency: currencySchema, basis: recordAmountSchema.unwrap().shape.basis },
  parties: z.array(row),
  tags: z.array(z.string()),
  custom: z.array(z.object({ name: z.string(), kind: customFieldSchema.unwrap().shape.kind, value: z.string() })),
};

function schemaOf(name: keyof RecordForm, fresh: RecordForm): z.ZodType {
  return choices[name] ?? (typeof fresh[name] === 'boolean' ? z.boolean() : z.string());
}
