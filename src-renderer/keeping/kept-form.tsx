import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { KeptDialogOf, KeptEntries } from '#shared/features/contracts/kept-dialogs.ts';
import { call } from '../ipc/client.ts';
import { queryClient } from '../ipc/query-client.ts';
import { useCommand } from '../ipc/use-command.ts';
import { restoreTyped, type FieldsOf } from './restore-typed.ts';
import { useKeeping, useKept, type KeptState } from './use-keeping.ts';
import { useResumedForm } from './use-resumed-form.tsx';

/** A form on a contract that is kept while it is filled in. */
export interface KeptForm<Form> {
  readonly typed: Form;
  readonly change: (part: Partial<Form>) => void;
  /** Keeps what is typed without showing it, for a form that holds it by itself. */
  readonly keep: (typed: Form) => void;
  /** The revision of what is changed that the form was begun with. */
  readonly revision: number | null;
  /** That the form was restored, for above its fields. */
  readonly notice: ReactNode;
  /** Whether it is kept by now, for beside its buttons. */
  readonly status: ReactNode;
  readonly isKept: boolean;
  /** Throws away what was kept: it was saved, or given up. */
  readonly forget: () => void;
  /** Gives up what was typed, or is called once it is saved: forgets it and closes what the form stands in. */
  readonly close: () => void;
  /**
   * The same for a form that stays on the screen once it is saved, with the revision that it has then, and as it was saved
   * where that is more than `typed`. What was typed since is kept on.
   */
  readonly settle: (revision: number | null, saved?: Form) => void;
}

export interface KeptFormProps<Form extends object> {
  readonly of: KeptDialogOf;
  readonly revision?: number | null;
  readonly fields: FieldsOf<Form>;
  readonly fresh: () => Form;
  /** For a form that is on the screen only until it is saved or given up. */
  readonly onClose?: () => void;
  readonly children: (form: KeptForm<Form>) => ReactNode;
}

/** Goes on with a form where it was left, and keeps what is typed in it. */
export function KeptForm<Form extends object>({ of, ...form }: KeptFormProps<Form>) {
  const { contractId, dialog, about } = of;
  const same = useMemo(() => ({ contractId, dialog, about }), [contractId, dialog, about]);
  const kept = useKept(useCallback(() => call('contracts.keptDialog', { of: same }), [same]));
  if (kept.kind === 'loading') return null;
  return <BegunForm of={same} kept={kept} {...form} />;
}

interface BegunFormProps<Form extends object> extends KeptFormProps<Form> {
  readonly kept: KeptState<KeptEntries>;
}

function BegunForm<Form extends object>({ of, kept: state, revision: present = null, fields, fresh, onClose, children }: BegunFormProps<Form>) {
  const { run } = useCommand('contracts.discardDialog');
  const kept = state.kind === 'ready' ? state.kept : null;
  const [revision, setRevision] = useState(kept === null ? present : kept.form.revision);
  const keeping = useKeeping(
    useCallback((form: Form) => call('contracts.keepDialog', { of, form: { revision, entries: structuredClone(form) as KeptEntries['entries'] } }), [of, revision]),
  );
  const discard = useCallback(() => run({ of }), [run, of]);
  const begin = () => (kept === null ? fresh() : restoreTyped(fields, fresh(), kept.form.entries));
  const resumed = useResumedForm({ keptAt: kept?.keptAt ?? null, begin, fresh, keeping, discard, onStartOver: () => setRevision(present) });
  const { isKept, keepTyped } = resumed;
  const latest = useRef<Form | null>(null);
  const onTyped = useCallback(
    (typed: Form, isDirty: boolean) => {
      latest.current = typed;
      keepTyped(typed, isDirty);
    },
    [keepTyped],
  );
  const keep = useCallback((typed: Form) => keepTyped(typed, true), [keepTyped]);
  const { stop, hasSent } = keeping;
  const wasKept = kept !== null;
  const forget = useCallback(() => {
    stop();
    if (wasKept || hasSent()) void discard().then(refreshUnfinished);
  }, [stop, wasKept, hasSent, discard]);
  const close = () => {
    forget();
    onClose?.();
  };
  const settle = (present: number | null, saved: Form) => {
    forget();
    const isAsTyped = JSON.stringify(latest.current) === JSON.stringify(saved);
    resumed.settle(isAsTyped && latest.current !== null ? latest.current : saved);
    setRevision(present);
  };
  // What is left open for later is offered on the contract's page.
  useEffect(() => refreshUnfinished, []);
  return (
    <Typed key={resumed.round} initial={resumed.initial} onTyped={onTyped}>
      {(typed, change) => children({ typed, change, keep, revision, notice: resumed.notice, status: resumed.status, isKept, forget, close, settle: (present, saved = typed) => settle(present, saved) })}
    </Typed>
  );
}

function refreshUnfinished(): void {
  void queryClient.invalidateQueries({ queryKey: ['contracts', 'unfinishedDialogs'] });
}

interface TypedProps<Form> {
  readonly initial: Form;
  readonly onTyped: (typed: Form, isDirty: boolean) => void;
  readonly children: (typed: Form, change: (part: Partial<Form>) => void) => ReactNode;
}

function Typed<Form>({ initial, onTyped, children }: TypedProps<Form>) {
  const [typed, setTyped] = useState(initial);
  const change = useCallback((part: Partial<Form>) => setTyped((present) => ({ ...present, ...part })), []);
  useEffect(() => onTyped(typed, typed !== initial), [typed, initial, onTyped]);
  return children(typed, change);
}
