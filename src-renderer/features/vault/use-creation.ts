import { useState } from 'react';
import type { OutputOf, ReplyError } from '#shared/ipc/registry.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/use-command.ts';

export const creationSteps = ['folder', 'person', 'recovery', 'confirm'] as const;
export type CreationStep = (typeof creationSteps)[number];

type PickedFolder = NonNullable<OutputOf<'vault.pickFolder'>>;
type Begun = OutputOf<'vault.beginCreate'> & { readonly from: string };

export interface Creation {
  readonly step: CreationStep;
  readonly picked: PickedFolder | null;
  readonly userName: string;
  readonly entry: { readonly passphrase: string; readonly repeated: string };
  readonly begun: Begun | null;
  readonly groups: readonly [string, string];
  readonly isRunning: boolean;
  readonly error: ReplyError | null;
  readonly setUserName: (userName: string) => void;
  readonly setEntry: (entry: Creation['entry']) => void;
  readonly setGroups: (groups: Creation['groups']) => void;
  readonly pickFolder: () => Promise<void>;
  readonly goTo: (step: CreationStep) => void;
  readonly goBack: () => void;
  readonly begin: () => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly abandon: () => void;
}

/** What is typed while a vault is being set up, and the calls to main. It is gone when the wizard is left. */
export function useCreation(): Creation {
  const [step, setStep] = useState<CreationStep>('folder');
  const [picked, setPicked] = useState<PickedFolder | null>(null);
  const [userName, setUserName] = useState('');
  const [entry, setEntry] = useState<Creation['entry']>({ passphrase: '', repeated: '' });
  const [begun, setBegun] = useState<Begun | null>(null);
  const [groups, setGroups] = useState<Creation['groups']>(['', '']);
  const picking = useCommand('vault.pickFolder');
  const beginning = useCommand('vault.beginCreate');
  const finishing = useCommand('vault.finishCreate');

  const goTo = (next: CreationStep) => {
    for (const command of [picking, beginning, finishing]) command.reset();
    setStep(next);
  };
  const goBack = () => goTo(creationSteps[Math.max(0, creationSteps.indexOf(step) - 1)] ?? 'folder');

  async function pickFolder(): Promise<void> {
    const reply = await picking.run({ purpose: 'create' });
    if (reply.ok && reply.value !== null) setPicked(reply.value);
  }

  async function begin(): Promise<void> {
    if (picked === null) return;
    const from = JSON.stringify([picked.pickId, userName, entry.passphrase]);
    // Coming back without a change must not make the code worthless that was perhaps written down already.
    if (begun?.from === from) return goTo('recovery');
    const reply = await beginning.run({ pickId: picked.pickId, userName, passphrase: entry.passphrase });
    if (reply.ok) {
      setBegun({ ...reply.value, from });
      setGroups(['', '']);
      goTo('recovery');
    } else if (reply.error.code === 'FOLDER_NOT_EMPTY' || reply.error.code === 'PICK_EXPIRED') setPicked(null);
  }

  async function finish(): Promise<void> {
    if (begun === null) return;
    const [first, second] = begun.askedGroups;
    const confirmations = [
      { group: first, text: groups[0] },
      { group: second, text: groups[1] },
    ];
    await finishing.run({ confirmations });
  }

  return {
    step,
    picked,
    userName,
    entry,
    begun,
    groups,
    isRunning: picking.isRunning || beginning.isRunning || finishing.isRunning,
    error: picking.error ?? beginning.error ?? finishing.error,
    setUserName,
    setEntry,
    setGroups,
    pickFolder,
    goTo,
    goBack,
    begin,
    finish,
    abandon: () => void call('vault.cancelCreate', undefined),
  };
}
