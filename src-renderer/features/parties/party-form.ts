import { z } from 'zod';
import { isWithheld } from '#shared/kernel/withheld.ts';
import {
  partyBankSchema,
  partyDetailsSchema,
  type Party,
  type PartyBank,
  type PartyDetails,
} from '#shared/features/parties/model.ts';
import { partyProblems, type PartyProblemCode } from '#shared/features/parties/rules.ts';

/** The form's fields: details and bank account side by side. */
export type PartyForm = PartyDetails & PartyBank;
export type PartyField = keyof PartyForm;
export type PartyFieldProblem = PartyProblemCode | 'TOO_LONG' | 'USCC_TAKEN';

export const emptyPartyForm: PartyForm = {
  kind: 'company',
  nameZh: '',
  nameEn: '',
  uscc: '',
  legalRepresentative: '',
  registeredAddress: '',
  noticeAddress: '',
  contactName: '',
  contactPhone: '',
  contactEmail: '',
  notes: '',
  bankName: '',
  bankAccount: '',
};

/** What the form says when the stored party is opened. A withheld account leaves its two fields empty and hidden. */
export function partyToForm(party: Party): PartyForm {
  const bank = isWithheld(party.bank) ? { bankName: '', bankAccount: '' } : party.bank;
  return { ...partyDetailsSchema.parse(party), ...bank };
}

/** The form as the two parts that main takes. */
export function formToParts(form: PartyForm, isBankWithheld: boolean): { details: PartyDetails; bank: PartyBank | null } {
  return { details: partyDetailsSchema.parse(form), bank: isBankWithheld ? null : partyBankSchema.parse(form) };
}

/** Checks lengths by the schemas and the rest by the domain's own rule; each message is a problem code. */
export const partyFormSchema = z
  .object({ ...partyDetailsSchema.unwrap().shape, ...partyBankSchema.unwrap().shape })
  .superRefine((form, context) => {
    for (const problem of partyProblems(detailsOf(form), bankOf(form))) {
      context.addIssue({ code: 'custom', path: [problem.field], message: problem.code });
    }
  });

function detailsOf(form: PartyForm): PartyDetails {
  return partyDetailsSchema.parse(form);
}

function bankOf(form: PartyForm): PartyBank {
  return partyBankSchema.parse(form);
}

const problemCodes: readonly PartyFieldProblem[] = [
  'REQUIRED',
  'USCC_LENGTH',
  'USCC_CHARACTERS',
  'USCC_CHECK_CHARACTER',
  'EMAIL_FORM',
  'INVISIBLE_CHARACTERS',
  'TOO_LONG',
  'USCC_TAKEN',
];

/** The code behind a form error: what is not one of ours can only be a length that the schema refused. */
export function problemCode(message: string | undefined): PartyFieldProblem | null {
  if (message === undefined) return null;
  return problemCodes.find((code) => code === message) ?? 'TOO_LONG';
}
