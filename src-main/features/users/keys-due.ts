import type { Compartment } from '#shared/features/vault/compartments.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import { membersOf } from '../../vault/members.ts';

/** Does what may take keys from a person, and says which they lost: they may have noted them, so these are due to be changed. */
export function sayingKeysDue<Code extends string>(call: Call, id: UserId, change: () => Result<null, Code>): Result<{ readonly keysDue: readonly Compartment[] }, Code> {
  const held = (): readonly Compartment[] => membersOf(call).find((member) => member.id === id)?.compartments ?? [];
  const before = held();
  const done = change();
  if (!done.ok) return done;
  const left = held();
  return succeed({ keysDue: before.filter((name) => !left.includes(name)) });
}
