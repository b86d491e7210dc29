import { z } from 'zod';
import type { KeptEntries } from '#shared/features/contracts/kept-dialogs.ts';
import { incompleteDate } from '../ui/date-picker-field.tsx';

/** What each field of a form may hold. */
export type FieldsOf<Form> = { readonly [Name in keyof Form]: z.ZodType<Form[Name]> };

/** The form as it was left; what no longer fits its field starts as in a fresh one. */
export function restoreTyped<Form extends object>(fields: FieldsOf<Form>, fresh: Form, kept: KeptEntries['entries']): Form {
  const restored = (Object.keys(fields) as (keyof Form & string)[]).flatMap((name) => {
    const parsed = fields[name].safeParse(withoutParts(kept[name]));
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return { ...fresh, ...Object.fromEntries(restored) };
}

/** A day as it is typed, or what is typed instead; the parts of an unfinished one can't come back. */
export const typedDay = z.string().transform(withoutParts);

function withoutParts<Value>(value: Value): Value | '' {
  return value === incompleteDate ? '' : value;
}
