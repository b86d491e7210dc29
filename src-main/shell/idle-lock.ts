import { powerMonitor } from 'electron';

export interface IdleLock {
  /** The person did something: the waiting begins anew. */
  touch(): void;
}

/** Locks when nobody has done anything for the minutes given (0: never), when the system sleeps or its screen locks. */
export function startIdleLock(idleMinutes: () => number, lock: () => void): IdleLock {
  let timer: NodeJS.Timeout | undefined;
  const touch = (): void => {
    clearTimeout(timer);
    const minutes = idleMinutes();
    if (minutes > 0) timer = setTimeout(lock, minutes * 60_000);
  };
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  touch();
  return { touch };
}
