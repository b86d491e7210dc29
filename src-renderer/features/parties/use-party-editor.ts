import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Party } from '#shared/features/parties/model.ts';
import { call } from '../../ipc/client.ts';
import type { ReplyError } from '#shared/ipc/registry.ts';
import { useCommand } from '../../ipc/use-command.ts';
import type { KeptForm } from '../../keeping/kept-form.tsx';
import { emptyPartyForm, formToParts, partyFormSchema, partyToForm, type PartyForm } from './party-form.ts';
import { changedIn, changesOf, holdsChanges, type PartyTyped } from './party-typed.ts';
import { mergeParty, type PartyConflict } from './party-merge.ts';

/**
 * The form of one party, new (null) or stored, and how it is saved. A refusal because of a change made meanwhile
 * merges that change into what was typed and leaves the clashing fields for the person to choose.
 */
export function usePartyEditor(stored: Party | null, kept: KeptForm<PartyTyped> | null) {
  const [base, setBase] = useState(stored);
  const [conflicts, setConflicts] = useState<readonly PartyConflict[] | null>(null);
  const [refusal, setRefusal] = useState<ReplyError | null>(null);
  const create = useCommand('parties.create');
  const update = useCommand('parties.update');
  const form = useForm<PartyForm>({
    resolver: zodResolver(partyFormSchema),
    mode: 'onTouched',
    defaultValues: base === null ? emptyPartyForm : partyToForm(base),
  });
  const { isDirty } = form.formState;
  const isBankWithheld = base !== null && isWithheld(base.bank);

  // Someone else's change (or an undo of ours) shows at once while nothing is typed.
  if (stored !== null && base !== null && !isDirty && stored.revision > base.revision) setBase(stored);
  useEffect(() => {
    if (base !== null && !isDirty) form.reset(partyToForm(base));
  }, [base, isDirty, form]);

  // What was left unfinished goes over what is stored by now.
  const [restored] = useState(() => (kept === null ? [] : changesOf(kept.typed)));
  useEffect(() => {
    for (const [field, text] of restored) form.setValue(field, text, { shouldDirty: true });
  }, [restored, form]);
  const typed = useWatch({ control: form.control });
  const [keepTyped, forget] = [kept?.keep, kept?.forget];
  const held = useRef(false);
  useEffect(() => {
    // Read from the form itself, which a change of what is stored has been laid over by now.
    const changed = changedIn({ ...emptyPartyForm, ...form.getValues() }, base);
    const holds = holdsChanges(changed);
    if (holds) keepTyped?.(changed);
    else if (held.current) forget?.();
    held.current = holds;
  }, [typed, base, form, keepTyped, forget]);

  async function takeTheirs(typed: PartyForm, known: Party): Promise<void> {
    const latest = await call('parties.get', { id: known.id });
    if (!latest.ok) return setRefusal(latest.error);
    const theirs = partyToForm(latest.value);
    const merged = mergeParty(partyToForm(known), typed, theirs);
    setBase(latest.value);
    setConflicts(merged.conflicts);
    form.reset(theirs);
    for (const field of Object.keys(merged.form) as (keyof PartyForm)[]) {
      form.setValue(field, merged.form[field], { shouldDirty: true });
    }
  }

  async function save(typed: PartyForm): Promise<Party | null> {
    setRefusal(null);
    const parts = formToParts(typed, isBankWithheld);
    const reply =
      base === null ? await create.run(parts) : await update.run({ id: base.id, revision: base.revision, ...parts });
    if (reply.ok) {
      setBase(reply.value);
      setConflicts(null);
      form.reset(partyToForm(reply.value));
      return reply.value;
    }
    if (reply.error.code === 'CHANGED_MEANWHILE' && base !== null) await takeTheirs(typed, base);
    else if (reply.error.code === 'USCC_TAKEN') form.setError('uscc', { message: 'USCC_TAKEN' }, { shouldFocus: true });
    else setRefusal(reply.error);
    return null;
  }

  return { form, base, isBankWithheld, conflicts, refusal, save };
}
