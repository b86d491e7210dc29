import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import { rotationMonths, type RotationMonths } from '#shared/features/users/model.ts';
import { defaultRotationMonths, rotationDueAt } from '#shared/features/users/rules.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import { readHeader } from '../../vault/header.ts';
import { rotateKeys, type RotationParts } from '../../vault/rotate-keys.ts';
import type { Session } from '../../vault/session.ts';
import { readSetting, writeSetting } from '../../vault/vault-settings.ts';

export interface KeyServiceParts extends RotationParts {
  readonly session: () => Session | null;
  readonly onChanged: (features: readonly string[]) => void;
  readonly onProgress: (taskId: Id<'task'>, phase: 'write', at: { readonly step: number; readonly steps: number }) => void;
}

/** What else is due when a vault opens goes first: it writes. */
const restMs = 1_500;

export type KeyService = ReturnType<typeof createKeyService>;

/** Fresh keys for the vault: on demand, and by itself where somebody left who knew the old ones. */
export function createKeyService(parts: KeyServiceParts) {
  let running: { readonly taskId: Id<'task'> | null; readonly controller: AbortController } | null = null;

  function state({ session, db }: Call): Result<OutputOf<'users.keys'>, 'DAMAGED_HEADER'> {
    const header = readHeader(session.folder);
    if (!header.ok) return fail('DAMAGED_HEADER');
    const { rotatedAt = null, rotationsDue = [], createdAt } = header.value;
    const kept = Number(readSetting(db, 'key_rotation_months'));
    const everyMonths = rotationMonths.find((months) => months === kept) ?? defaultRotationMonths;
    const dueAt = rotationDueAt(rotatedAt, createdAt, everyMonths);
    return succeed({ rotatedAt, due: rotationsDue, held: session.compartments, everyMonths, dueAt, isDue: parts.clock.now() >= dueAt });
  }

  function setSchedule(call: Call, everyMonths: RotationMonths): Result<null, never> {
    return call.write<null, never>((db, note) => {
      writeSetting(db, 'key_rotation_months', String(everyMonths));
      note('keys', 'schedule', { everyMonths });
      return succeed(null);
    });
  }

  async function rotate(session: Session, taskId: Id<'task'> | null, wanted: readonly Compartment[] = compartments): Promise<Result<{ rotated: readonly Compartment[] }, 'DAMAGED_HEADER' | 'ROTATION_RUNNING'>> {
    if (running !== null) return fail('ROTATION_RUNNING');
    const controller = new AbortController();
    running = { taskId, controller };
    try {
      const rotated = await rotateKeys(session, wanted, parts, controller.signal, (step, steps) => {
        if (taskId !== null) parts.onProgress(taskId, 'write', { step, steps });
      });
      return rotated.ok ? succeed({ rotated: rotated.value }) : rotated;
    } finally {
      running = null;
    }
  }

  return {
    state,
    setSchedule,
    rotate,
    cancel: (taskId: Id<'task'>): void => {
      if (running?.taskId === taskId) running.controller.abort();
    },
    /** What was due when somebody left, and could not be done by who removed them, is done by who opens the vault with the keys. */
    opened: (): void => {
      const session = parts.session();
      const header = session === null ? null : readHeader(session.folder);
      const due = header?.ok === true ? (header.value.rotationsDue ?? []) : [];
      if (session === null || !due.some((name) => session.holds(name))) return;
      setTimeout(() => {
        if (parts.session() !== session) return;
        void rotate(session, null, due).then(
          () => parts.onChanged(['users']),
          (error: unknown) => parts.log.info('rotation-put-off', { kind: error instanceof Error ? error.name : '' }),
        );
      }, restMs).unref();
    },
  };
}
