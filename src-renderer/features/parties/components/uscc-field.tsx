import { useFormContext, useWatch } from 'react-hook-form';
import { normaliseUscc, usccProblem } from '#shared/features/parties/rules.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { PartyForm } from '../party-form.ts';
import { PartyTextField } from './party-text-field.tsx';

/** The credit code: counted while it is typed, checked as soon as it is complete. */
export function UsccField({ readOnly }: { readonly readOnly: boolean }) {
  const translate = useTranslate();
  const { control } = useFormContext<PartyForm>();
  const code = normaliseUscc(useWatch({ control, name: 'uscc' }));
  const isComplete = code.length >= 18;
  const problem = isComplete ? usccProblem(code) : null;
  const hint = () => {
    if (code === '' || readOnly) return undefined;
    return isComplete ? translate('parties.form.usccValid') : translate('parties.form.usccCount', { count: code.length });
  };
  return <PartyTextField name="uscc" maxLength={18} readOnly={readOnly} problem={problem} hint={hint()} normalise={normaliseUscc} />;
}
