import { useCallback } from 'react';
import type { KeptRecord, KeptRecordOf } from '#shared/features/contracts/model.ts';
import { call } from '../../../../ipc/client.ts';
import { useCommand } from '../../../../ipc/use-command.ts';
import { useKeeping, useKept, type KeptState } from '../../../../keeping/use-keeping.ts';
import { useResumedForm } from '../../../../keeping/use-resumed-form.tsx';
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
  const { run } = useCommand('contracts.discardRecord');
  const discard = useCallback(() => run({ of }), [run, of]);
  const keeping = useKeeping(useCallback((form: RecordForm) => call('contracts.keepRecord', { of, form: { revision, entries: recordFormToKept(form) } }), [of, revision]));
  const begin = () => (kept === null ? fresh() : restoreRecordForm(fresh(), kept.form.entries, editor.locks));
  const { round, initial, keepTyped, notice, status } = useResumedForm({ keptAt: kept?.keptAt ?? null, begin, fresh, keeping, discard, onStartOver });
  const { stop } = keeping;

  const forget = useCallback(async () => {
    stop();
    await discard();
  }, [stop, discard]);
  const giveUp = useCallback(() => void forget(), [forget]);
  return (
    <RecordEditor
      key={round}
      {...editor}
      initial={initial}
      onSubmit={(assessed, typed) => onSubmit(assessed, typed, forget)}
      onTyped={keepTyped}
      onDiscard={giveUp}
      notice={notice}
      status={status}
    />
  );
}
