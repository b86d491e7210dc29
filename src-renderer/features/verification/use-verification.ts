import { useState } from 'react';
import type { OutputOf, ReplyError } from '#shared/ipc/registry.ts';
import { call } from '../../ipc/client.ts';

export type Verification = OutputOf<'verification.run'>;

export type VerificationState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking'; readonly fileName: string }
  | { readonly kind: 'done'; readonly verification: Verification }
  | { readonly kind: 'failed'; readonly fileName: string | null; readonly error: ReplyError };

/** Lets the person choose a PDF and checks it. */
export function useVerification() {
  const [state, setState] = useState<VerificationState>({ kind: 'idle' });

  async function verify(): Promise<void> {
    const picked = await call('verification.pickFile', undefined);
    if (!picked.ok) return setState({ kind: 'failed', fileName: null, error: picked.error });
    if (picked.value === null) return;
    const { pickId, fileName } = picked.value;
    setState({ kind: 'checking', fileName });
    const reply = await call('verification.run', { pickId });
    setState(reply.ok ? { kind: 'done', verification: reply.value } : { kind: 'failed', fileName, error: reply.error });
  }

  return { state, verify };
}
