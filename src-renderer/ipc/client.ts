import type { Bridge, EventName, EventPayload } from '#shared/ipc/events.ts';
import type { InputOf, OperationName, Reply } from '#shared/ipc/registry.ts';
import { fromWire } from '#shared/ipc/wire.ts';

declare global {
  interface Window {
    readonly deedbox: Bridge;
  }
}

/**
 * Asks main for one declared operation. Always answers: a broken connection reads as INTERNAL. Main has validated its
 * own reply against the declaration, hence none is made here.
 */
export async function call<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<Reply<Name>>;
// Of no type in here: the compiler would work out every operation’s input at once to pass one on.
export async function call(name: OperationName, input: unknown): Promise<unknown> {
  try {
    return fromWire(await window.deedbox.call(name, input));
  } catch {
    return { ok: false, error: { code: 'INTERNAL' } };
  }
}

/** Listens to what main tells unasked; the answer stops it. */
export function onEvent<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void {
  return window.deedbox.on(name, (payload) => listener(payload as EventPayload<Name>));
}
