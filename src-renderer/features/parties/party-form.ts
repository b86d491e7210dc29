import { z } from 'zod';
import { isWithheld } from '#shared/kernel/withheld.ts';
import {
  partyBankSchema,
  partyDetailsSchema,
  riskGradeSchema,
  type Party,
  type PartyBank,
  type PartyDetails,
  type PartyStanding,
  type RiskGrade,
} from '#shared/features/parties/model.ts';
import { partyProblems, type PartyProblemCode } from '#shared/features/parties/rules.ts';

/** How the party is judged, in the form's own words: each field holds a text, so that two changes can be merged. */
interface StandingForm {
  readonly riskGrade: RiskGrade;
  readonly blacklisted: 'yes' | 'no';
}

/** The form's fields: details, bank account and standing side by side. */
export type PartyForm = PartyDetails & PartyBank & StandingForm;
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
  riskGrade: '',
  blacklisted: 'no',
  bankName: '',
  bankAccount: '',
};

/** What the form says when the stored party is opened. A withheld account leaves its two fields empty and hidden. */
export function partyToForm(party: Party): PartyForm {
  const bank = isWithheld(party.bank) ? { bankName: '', bankAccount: '' } : party.bank;
  return { ...partyDetailsSchema.parse(party), ...bank, riskGrade: party.riskGrade, blacklisted: party.isBlacklisted ? 'yes' : 'no' };
}

/** The form as the parts that main takes. */
export function formToParts(form: PartyForm, isBankWithheld: boolean): { details: PartyDetails; bank: PartyBank | null; standing: PartyStanding } {
  const { riskGrade, blacklisted } = form;
  return { details: partyDetailsSchema.parse(form), bank: isBankWithheld ? null : partyBankSchema.parse(form), standing: { riskGrade, isBlacklisted: blacklisted === 'yes' } };
}

/** Checks lengths by the schemas and the rest by the domain's own rule; each message is a problem code. */
export const partyFormSchema = z
  .object({ ...partyDetailsSchema.unwrap().shape, ...partyBankSchema.unwrap().shape, riskGrade: riskGradeSchema, blacklisted: z.enum(['yes', 'no']) })
  .superRefine((form, context) => {
    for (const problem of partyProblems(form, form)) {
      context.addIssue({ code: 'custom', path: [problem.field], message: problem.code });
    }
  });

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
