import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ContractBody } from '#shared/features/contracts/model.ts';
import { sourcedText } from '#shared/features/documents/sourced-text.ts';
import type { Party, PartyId } from '#shared/features/parties/model.ts';
import { partyIdOf } from './entries.ts';
import type { FormValues } from './form-values.ts';
import { partyToSnapshot } from './party-snapshot.ts';

/**
 * Takes over from the chosen parties' records what the template says comes from there. What somebody wrote in its
 * place stays; what came from the party before goes with that party.
 */
export function useSourcedEntries(body: ContractBody, form: UseFormReturn<FormValues>, typed: FormValues, partyById: ReadonlyMap<PartyId, Party>): void {
  const taken = useRef(new Map<string, string>());
  useEffect(() => {
    for (const { key, source } of body.variables) {
      if (source === undefined) continue;
      const id = partyIdOf(typed.entries[source.partyKey]);
      const party = id === null ? undefined : partyById.get(id);
      if (party === undefined) continue;
      const text = sourcedText(source, partyToSnapshot(party));
      const present = form.getValues(`entries.${key}`);
      if (present !== text && present !== '' && present !== taken.current.get(key)) continue;
      taken.current.set(key, text);
      if (present !== text) form.setValue(`entries.${key}`, text, { shouldDirty: true });
    }
  }, [body, form, typed, partyById]);
}
