import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { KeptDialog, UnfinishedDialog } from '#shared/features/contracts/kept-dialogs.ts';

/** The tab of a contract's page that a dialog belongs to; those that are left out stand on its first. */
const tabByDialog: Readonly<Partial<Record<KeptDialog, string>>> = {
  amendment: 'amendments',
  voiding: 'amendments',
  risk: 'risk',
  letter: 'fulfilment',
  problem: 'fulfilment',
  problemStep: 'fulfilment',
  communication: 'fulfilment',
  obligation: 'fulfilment',
  payment: 'fulfilment',
  moneyLine: 'fulfilment',
};

/** Where on the contract's page a dialog is gone on with. */
export function resumeSearch({ dialog, about }: Pick<UnfinishedDialog, 'dialog' | 'about'>): string {
  const tab = tabByDialog[dialog];
  return new URLSearchParams({ ...(tab === undefined ? {} : { tab }), resume: dialog, about }).toString();
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
