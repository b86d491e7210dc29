import { useState } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import type { Party, SimilarParty } from '#shared/features/parties/model.ts';
import type { NamedParty } from '#shared/features/parties/similar.ts';
import { normaliseUscc, usccProblem } from '#shared/features/parties/rules.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOwnName } from '../../i18n/own-name.ts';
import { call } from '../../ipc/client.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { useConfirm } from '../../ui/confirm-store.ts';
import type { PartyForm } from './party-form.ts';

const nobody: NamedParty = { nameZh: '', nameEn: '', uscc: '' };
const longestName = 200;

/**
 * Parties whose names are like the one that is entered: looked for when a name is left, and before a name is saved that
 * another party has. A name that was stored before is asked about no more.
 */
export function useSimilarParties(form: UseFormReturn<PartyForm>, base: Party | null) {
  const translate = useTranslate();
  const confirm = useConfirm();
  const nameOf = useOwnName();
  const [left, setLeft] = useState(nobody);
  const mayRead = usePermission('parties.read');
  const except = base?.id ?? null;
  const uscc = soundCode(useWatch({ control: form.control, name: 'uscc' }));
  const isAsked = mayRead && isAskable(left, base);
  const found = useOperation('parties.similar', { ...left, uscc, except }, { enabled: isAsked, keepPrevious: true });

  function look(): void {
    setLeft(namedOf(form.getValues()));
  }

  /** False when the person would rather look at the party that has the name already. */
  async function mayBeSaved(typed: PartyForm): Promise<boolean> {
    const named = namedOf(typed);
    if (!mayRead || !isAskable(named, base)) return true;
    setLeft(named);
    const reply = await call('parties.similar', { ...named, except });
    const same = reply.ok ? reply.value.find(({ likeness }) => likeness === 'same') : undefined;
    if (same === undefined) return true;
    return confirm({
      title: translate('parties.similar.title'),
      body: translate(same.isArchived ? 'parties.similar.bodyArchived' : 'parties.similar.body', { name: nameOf(same) }),
      confirmLabel: translate('parties.similar.save'),
      cancelLabel: translate('parties.similar.back'),
    });
  }

  const similar: readonly SimilarParty[] = isAsked ? (found.data ?? []) : [];
  return { similar, look, mayBeSaved };
}

function isAskable({ nameZh, nameEn }: NamedParty, base: Party | null): boolean {
  const isNew = base === null || nameZh !== base.nameZh || nameEn !== base.nameEn;
  return isNew && nameZh + nameEn !== '' && Math.max(nameZh.length, nameEn.length) <= longestName;
}

function namedOf({ nameZh, nameEn, uscc }: PartyForm): NamedParty {
  return { nameZh: nameZh.trim(), nameEn: nameEn.trim(), uscc: soundCode(uscc) };
}

/** A code that is not complete yet tells nobody apart. */
function soundCode(entered: string): string {
  const code = normaliseUscc(entered);
  return usccProblem(code) === null ? code : '';
}
