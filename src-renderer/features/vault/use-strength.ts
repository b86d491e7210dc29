import { useEffect, useState } from 'react';
import type { PassphraseStrength } from '#shared/features/vault/model.ts';
import { call } from '../../ipc/client.ts';

const pauseMs = 180;

interface Measured {
  readonly passphrase: string;
  readonly strength: PassphraseStrength;
}

/**
 * How strong a passphrase is, once typing pauses; null while that isn't known. It goes straight to main and past the
 * query cache, which would keep every stage of the passphrase as a key.
 */
export function useStrength(passphrase: string, userName: string): PassphraseStrength | null {
  const [measured, setMeasured] = useState<Measured | null>(null);

  useEffect(() => {
    if (passphrase === '') return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void call('vault.measurePassphrase', { passphrase, userName: userName.slice(0, 80) }).then((reply) => {
        if (isCurrent && reply.ok) setMeasured({ passphrase, strength: reply.value });
      });
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [passphrase, userName]);

  return measured?.passphrase === passphrase ? measured.strength : null;
}
