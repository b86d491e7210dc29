import { useState } from 'react';
import type { HeldRoles } from '#shared/features/vault/custom-roles.ts';
import type { Reach } from '#shared/features/vault/reach.ts';
import { draftOfReach, reachOfDraft } from './reach-choice.tsx';

/** What a person may do and which contracts they see, while it is chosen; null where it can't be kept as it stands. */
export function useAccessDraft(first: { readonly held: HeldRoles; readonly reach: Reach }) {
  const [held, setHeld] = useState(first.held);
  const [draft, setDraft] = useState(draftOfReach(first.reach));
  const isAdministrator = held.roles.includes('administrator');
  const reach = reachOfDraft(draft, isAdministrator);
  const isNone = held.roles.length + (held.customRoles ?? []).length === 0;
  return {
    access: isNone || reach === null ? null : { ...held, reach },
    roles: { chosen: held, onChange: setHeld },
    reach: { chosen: draft, onChange: setDraft, isAdministrator },
  };
}
