import { useState } from 'react';
import type { ContractId, ContractSummary } from '#shared/features/contracts/model.ts';
import type { ContactId } from '#shared/features/exchange/model.ts';
import type { ReplyError } from '#shared/ipc/registry.ts';
import { useLanguage } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';

export const sendKinds = ['work', 'approval', 'templates'] as const;
export type SendKind = (typeof sendKinds)[number];

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** An approval goes to whoever it is assigned to. */
  readonly contactId: ContactId | null;
}

export interface PackChoice {
  /** What is offered: of the contracts those that fit what is searched for, of the rest everything. */
  readonly offered: readonly Choice[];
  readonly picked: readonly Choice[];
  /** What was chosen and isn't there any more. */
  readonly gone: readonly Choice[];
  /** Whether it is known by now of everything chosen that it is still there. */
  readonly isKnown: boolean;
  readonly error: ReplyError | null;
  readonly search: string;
  readonly onSearch: (text: string) => void;
}

/**
 * What can be sent, and what of that is chosen. Of the contracts only those searched for are fetched, and those chosen by
 * their ids, however many there are in the vault. `labels`: what the chosen ones were called when they were chosen.
 */
export function usePackChoice(kind: SendKind, chosen: readonly string[], labels: Readonly<Record<string, string>>): PackChoice {
  const [search, setSearch] = useState('');
  const contracts = useContracts(kind === 'work', chosen, search.trim());
  const others = useOthers(kind);
  const { offered, present, error } = kind === 'work' ? contracts : { ...others, offered: others.present ?? [] };
  const all = present === undefined ? offered : [...present, ...offered];
  const isThere = (id: string) => all.some((one) => one.id === id);
  const asLabelled = (id: string): Choice => ({ id, label: labels[id] ?? '', contactId: null });
  return {
    offered,
    // While it isn't known, and where main refuses to tell, what was chosen stays and can be taken out.
    picked: chosen.flatMap((id) => all.find((one) => one.id === id) ?? (present === undefined && (labels[id] !== undefined || error !== null) ? asLabelled(id) : [])),
    gone: present === undefined ? [] : chosen.filter((id) => !isThere(id)).map(asLabelled),
    isKnown: present !== undefined,
    error,
    search,
    onSearch: (text) => setSearch(text.slice(0, 200)),
  };
}

interface Known {
  /** Those among which the chosen ones are if they are still there; undefined until that is known. */
  readonly present: readonly Choice[] | undefined;
  readonly error: ReplyError | null;
}

function useContracts(enabled: boolean, chosen: readonly string[], search: string): Known & Pick<PackChoice, 'offered'> {
  const found = useOperation('contracts.list', { search, sort: 'updated', descending: true, limit: 20 }, { enabled, keepPrevious: true });
  const named = useOperation('contracts.named', { ids: chosen as readonly ContractId[] }, { enabled });
  return {
    offered: (found.data?.contracts ?? []).map(contractChoice),
    present: named.data?.map(contractChoice),
    error: named.error ?? found.error,
  };
}

function contractChoice({ id, number, title }: Pick<ContractSummary, 'id' | 'number' | 'title'>): Choice {
  return { id, label: `${number} ${title}`, contactId: null };
}

/** Open approvals and templates, of which there are few: all of them. */
function useOthers(kind: SendKind): Known {
  const language = useLanguage();
  const tasks = useOperation('exchange.approvalsToSend', undefined, { enabled: kind === 'approval' });
  const templates = useOperation('templates.list', undefined, { enabled: kind === 'templates' });
  if (kind === 'approval') {
    const present = tasks.data?.map(({ approvalTaskId, contactId, contactName, number, title, stepName }) => ({ id: approvalTaskId, label: `${number} ${title} · ${stepName} · ${contactName}`, contactId }));
    return { present, error: tasks.error };
  }
  const present = templates.data?.map(({ versionId, titleZh, titleEn }) => ({ id: versionId, label: language === 'en' ? titleEn : titleZh, contactId: null }));
  return { present, error: templates.error };
}
