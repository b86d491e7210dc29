import { z } from 'zod';
import { contractLanguageSchema, type ContractBody, type KeptForm } from '#shared/features/contracts/model.ts';
import type { FieldsOf } from '../../keeping/restore-typed.ts';
import { formToKept, type FormValues } from './form-values.ts';

/** The form of a draft as it is kept: what is typed for money by itself, because it goes where sums do. */
export interface RevisionTyped extends Pick<KeptForm, 'language' | 'title'> {
  readonly values: KeptForm['entries'];
  readonly amounts: KeptForm['entries'];
}

const entries = z.record(z.string(), z.json());

export const revisionFields: FieldsOf<RevisionTyped> = { language: contractLanguageSchema, title: z.string(), values: entries, amounts: entries };

export function typedOf(body: ContractBody, form: FormValues): RevisionTyped {
  const { language, title, entries: all } = formToKept(form);
  const isMoney = (key: string) => body.variables.some((variable) => variable.key === key && variable.type === 'money');
  const part = (ofMoney: boolean) => Object.fromEntries(Object.entries(all).filter(([key]) => isMoney(key) === ofMoney));
  return { language, title, values: part(false), amounts: part(true) };
}

export function typedToKept({ language, title, values, amounts }: RevisionTyped): KeptForm {
  return { language, title, entries: { ...values, ...amounts } };
}
