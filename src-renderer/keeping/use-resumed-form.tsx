import Button from '@mui/material/Button';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslate } from '../i18n/i18n.ts';
import type { ReplyError } from '#shared/ipc/registry.ts';
import { useConfirm } from '../ui/confirm-store.ts';
import { useToast } from '../ui/use-toast.ts';
import type { useKeeping } from './use-keeping.ts';
import { KeepStatus, ResumedNotice } from './keep-notices.tsx';

interface ResumedFormParts<Form> {
  /** When it was kept; null for a form that is begun. */
  readonly keptAt: number | null;
  /** The form as it was left, or a fresh one. */
  readonly begin: () => Form;
  readonly fresh: () => Form;
  readonly keeping: ReturnType<typeof useKeeping<Form>>;
  /** Has main forget what was kept. */
  readonly discard: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: ReplyError }>;
  readonly onStartOver?: (() => void) | undefined;
}

interface ResumedForm<Form> {
  /** Changes when the person starts over, and then the form is another. */
  readonly round: number;
  readonly initial: Form;
  /** It was saved like this, and stays on the screen: nothing of it is restored any more, and only what differs from it is kept again. */
  readonly settle: (saved: Form) => void;
  readonly keepTyped: (typed: Form, isDirty: boolean) => void;
  /** Whether the vault holds something of it, or is about to. */
  readonly isKept: boolean;
  /** That the form was restored, for above its fields; null where it wasn't. */
  readonly notice: ReactNode;
  /** Whether it is kept by now, for beside its buttons, and the way to a fresh one where `notice` has none. */
  readonly status: ReactNode;
}

/** A form that goes on where it was left, is kept while it is filled in, and starts over when the person asks for it. */
export function useResumedForm<Form>({ keptAt, begin, fresh, keeping: { state, keepSoon, stop }, discard, onStartOver }: ResumedFormParts<Form>): ResumedForm<Form> {
  const translate = useTranslate();
  const toast = useToast();
  const confirm = useConfirm();
  const [round, setRound] = useState(0);
  const [resumedAt, setResumedAt] = useState(keptAt);
  const [initial, setInitial] = useState(begin);

  async function startOver(): Promise<void> {
    const isSure = await confirm({
      title: translate('contracts.form.startOverConfirm.title'),
      body: translate('contracts.form.startOverConfirm.body'),
      confirmLabel: translate('contracts.form.startOverConfirm.confirm'),
      destructive: true,
    });
    if (!isSure) return;
    stop();
    const reply = await discard();
    if (!reply.ok) return toast.failure(reply.error);
    setInitial(fresh());
    setResumedAt(null);
    setRound(round + 1);
    onStartOver?.();
  }

  const keepTyped = useCallback(
    (typed: Form, isDirty: boolean) => {
      if (isDirty) keepSoon(typed);
    },
    [keepSoon],
  );
  return {
    round,
    initial,
    settle: useCallback((saved: Form) => {
      setInitial(saved);
      setResumedAt(null);
    }, []),
    keepTyped,
    isKept: resumedAt !== null || state.kind !== 'nothing',
    notice: resumedAt !== null && <ResumedNotice at={resumedAt} onStartOver={() => void startOver()} />,
    status: (
      <>
        <KeepStatus state={state} />
        {resumedAt === null && state.kind === 'kept' && (
          <Button size="small" color="inherit" onClick={() => void startOver()}>
            {translate('contracts.form.startOver')}
          </Button>
        )}
      </>
    ),
  };
}
