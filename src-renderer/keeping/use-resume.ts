import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { KeptDialog, UnfinishedDialog } from '#shared/features/contracts/kept-dialogs.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';

/** The tab of a contract's page that a dialog belongs to; those that are left out stand on its first. */
const tabByDialog: Readonly<Partial<Record<KeptDialog, string>>> = {
  amendment: 'amendments',
  voiding: 'amendments',
  risk: 'risk',
  finding: 'reviews',
  letter: 'fulfilment',
  problem: 'fulfilment',
  problemStep: 'fulfilment',
  communication: 'fulfilment',
  obligation: 'fulfilment',
  proposals: 'fulfilment',
  obligationStep: 'fulfilment',
  obligationNote: 'fulfilment',
  payment: 'fulfilment',
  moneyLine: 'fulfilment',
  milestone: 'fulfilment',
  metric: 'fulfilment',
  deliverable: 'fulfilment',
  checkSheet: 'fulfilment',
  checkRun: 'fulfilment',
  task: 'fulfilment',
  kpis: 'reviews',
};

/** The page that a form stands on, and which part of it, where that is not the contract's own. */
const pageByDialog: Readonly<Partial<Record<KeptDialog, (about: string, contractId: ContractId | null) => string>>> = {
  template: (about) => `/templates/versions/${about}`,
  clause: () => '/clauses',
  course: (about) => (about === '' ? '/training/new' : `/training/${about.split(' ')[0] ?? ''}/edit`),
  improvement: (about) => `/improvement/${about}`,
  improvementReport: () => '/improvement',
  improvementResult: (about) => `/improvement/${about}`,
  improvementGoal: (about) => `/improvement/${about}`,
  party: (about) => (about === '' ? '/parties/new' : `/parties/${about}`),
  siteSignature: (about) => `/field/${about}`,
  comment: (_, contractId) => `/contracts/${contractId ?? ''}/edit`,
  revision: (_, contractId) => `/contracts/${contractId ?? ''}/revise`,
  waiver: (_, contractId) => `/contracts/${contractId ?? ''}/check`,
  reviewSkip: (about) => `/reviews/${about}`,
  completion: (about) => `/reviews/${about}`,
  tuning: () => '/checker/rules',
  workingYear: () => '/settings',
  pack: () => '/exchange',
  packReply: (about) => `/exchange/received/${about}`,
  packAnswer: (about) => `/exchange/received/${about}`,
  packStep: (about) => `/exchange/received/${about.split(' ')[0] ?? ''}`,
  packNote: (about) => `/exchange/received/${about.split(' ')[0] ?? ''}`,
  flow: () => '/approvals/flows',
  checklist: () => '/reviews/settings?tab=checklists',
  law: () => '/reviews/settings?tab=laws',
  warningRule: () => '/risks?view=rules',
  rating: (about) => `/training/${about.replace(' ', '/lessons/')}`,
  templateStep: (about) => `/templates/versions/${about.split(' ')[0] ?? ''}`,
  changeNote: (about) => `/templates/versions/${about}`,
  packMerge: () => '/exchange',
  reminderPolicy: () => '/settings',
  reviewPolicy: () => '/reviews/settings',
};

/** Where a form is gone on with: a page, and what it is to open. Without a path it is the contract's page. */
export function resumePlace({ dialog, about }: Pick<UnfinishedDialog, 'dialog' | 'about'>, contractId: ContractId | null): { readonly pathname?: string; readonly search: string } {
  const tab = tabByDialog[dialog];
  const [pathname, view] = (pageByDialog[dialog]?.(about, contractId) ?? (contractId === null ? '/risks' : undefined))?.split('?') ?? [];
  const search = new URLSearchParams({ ...(tab === undefined || contractId === null ? {} : { tab }), ...Object.fromEntries(new URLSearchParams(view)), resume: dialog, about }).toString();
  return pathname === undefined ? { search } : { pathname, search };
}

/** Opens a dialog that the address asks for, once. */
export function useResume(dialog: KeptDialog, open: (about: string) => void): void {
  const [search, setSearch] = useSearchParams();
  const about = search.get('resume') === dialog ? (search.get('about') ?? '') : null;
  // The address changes only after the dialog was drawn.
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (opened.current === about) return;
    opened.current = about;
    if (about === null) return;
    open(about);
    setSearch(
      (present) => {
        present.delete('resume');
        present.delete('about');
        return present;
      },
      { replace: true },
    );
  }, [about, open, setSearch]);
}

/** The same for what stands in a list, or for something new (null), once the list has arrived. */
export function useResumeAmong<One extends { readonly id: string }>(dialog: KeptDialog, list: readonly One[] | undefined, open: (one: One | null) => void): void {
  const [about, setAbout] = useState<string | null>(null);
  useResume(dialog, setAbout);
  if (about === null || list === undefined) return;
  setAbout(null);
  const found = list.find(({ id }) => id === about);
  if (about === '' || found !== undefined) open(found ?? null);
}
