import Button from '@mui/material/Button';
import { useCallback, useMemo, useState } from 'react';
import type { KeptRecord, KeptRecordOf } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { call } from '../../../../ipc/client.ts';
import { useCommand } from '../../../../ipc/use-command.ts';
import { useConfirm } from '../../../../ui/confirm-store.ts';
import { useToast } from '../../../../ui/use-toast.ts';
import { KeepStatus, ResumedNotice } from '../../components/keep-notices.tsx';
import { useKeeping, useKept, type KeptState } from '../../use-kept-form.ts';
import type { RecordAssessment } from './assess-record.ts';
import { RecordEditor, type RecordEditorProps } from './record-editor.tsx';
import type { RecordForm } from './record-form.ts';
import { recordFormToKept, restoreRecordForm } from './restore-record-form.ts';

export function useKeptRecord(of: KeptRecordOf): KeptState<KeptRecord> {
  return useKept(useCallback(() => call('contracts.keptRecord', { of }), [of]));
}

interface KeptRecordEditorProps extends Omit<RecordEditorProps, 'initial' | 'onSubmit' | 'onTyped' | 'onDiscard' | 'notice' | 'status'> {
  readonly of: KeptRecordOf;
  readonly kept: { readonly form: KeptRecord; readonly keptAt: number } | null;
  /** The revision that the form is based on; null for a contract that is being registered. */
  readonly revision: number | null;
  readonly fresh: () => RecordForm;
  /** `forget` throws away what was kept, once it is saved. */
  readonly onSubmit: (assessed: RecordAssessment, typed: RecordForm, forget: () => Promise<void>) => void;
  readonly onStartOver?: () => void;
}

/** The form of a record: restored where it was left, and kept while it is filled in. */
export function KeptRecordEditor({ of, kept, revision, fresh, onSubmit, onStartOver, ...editor }: KeptRecordEditorProps) {
  const translate = useTranslate();
  const toast = useToast();
  const confirm = useConfirm();
  const discard = useCommand('contracts.discardRecord');
  const send = useCallback((form: RecordForm) => call('contracts.keepRecord', { of, form: { revision, entries: recordFormToKept(form) } }), [of, revision]);
  const { state, keepSoon, stop } = useKeeping(send);
  const [round, setRound] = useState(0);
  const [resumedAt, setResumedAt] = useState(kept?.keptAt ?? null);
  const [initial, setInitial] = useState(() => (kept === null ? fresh() : restoreRecordForm(fresh(), kept.form.entries, editor.locks)));
  const { run } = discard;

  const forget = useCallback(async () => {
    stop();
    await run({ of });
  }, [stop, run, of]);

  async function startOver(): Promise<void> {
    const isSure = await confirm({
      title: translate('contracts.form.startOverConfirm.title'),
      body: translate('contracts.form.startOverConfirm.body'),
      confirmLabel: translate('contracts.form.startOverConfirm.confirm'),
      destructive: true,
    });
    if (!isSure) return;
    stop();
    const reply = await run({ of });
    if (!reply.ok) return toast.failure(reply.error);
    setInitial(fresh());
    setResumedAt(null);
    setRound(round + 1);
    onStartOver?.();
  }

  const keepTyped = useCallback(
    (typed: RecordForm, isDirty: boolean) => {
      if (isDirty) keepSoon(typed);
    },
    [keepSoon],
  );
  const giveUp = useMemo(() => () => void forget(), [forget]);
  const isResumed = resumedAt !== null;
  return (
    <RecordEditor
      key={round}
      {...editor}
      initial={initial}
      onSubmit={(assessed, typed) => onSubmit(assessed, typed, forget)}
      onTyped={keepTyped}
      onDiscard={giveUp}
      notice={isResumed && <ResumedNotice at={resumedAt} onStartOver={() => void startOver()} />}
      status={
        <>
          <KeepStatus state={state} />
          {!isResumed && state.kind === 'kept' && (
            <Button size="small" color="inherit" onClick={() => void startOver()}>
              {translate('contracts.form.startOver')}
            </Button>
          )}
        </>
      }
    />
  );
}
