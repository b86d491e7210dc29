import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import { rotationMonths, type RotationMonths } from '#shared/features/users/model.ts';
import { defaultRotationMonths, rotationDueAt } from '#shared/features/users/rules.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import { listOldKeyed, rekeyAttachment, type OldKeyed } from '../../attachments/rekey.ts';
import { readHeader } from '../../vault/header.ts';
import { rotateKeys, type RotationParts } from '../../vault/rotate-keys.ts';
import type { Session } from '../../vault/session.ts';
import { readSetting, writeSetting } from '../../vault/vault-settings.ts';

export interface KeyServiceParts extends RotationParts {
  readonly session: () => Session | null;
  /** Told when a change of keys is over, however it ended: what could not be written meanwhile goes on. */
  readonly onOver: () => void;
  readonly onProgress: (taskId: Id<'task'>, phase: 'write', at: { readonly step: number; readonly steps: number }) => void;
}

interface Rotated {
  readonly rotated: readonly Compartment[];
  /** How many stored files got keys of their own anew, and how many are left for the next time. */
  readonly files: number;
  readonly filesLeft: number;
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
    return succeed({ rotatedAt, due: rotationsDue, held: session.compartments, everyMonths, dueAt, isDue: parts.clock.now() >= dueAt, filesLeft: oldFiles(session).length });
  }

  function setSchedule(call: Call, everyMonths: RotationMonths): Result<null, never> {
    return call.write<null, never>((db, note) => {
      writeSetting(db, 'key_rotation_months', String(everyMonths));
      note('keys', 'schedule', { everyMonths });
      return succeed(null);
    });
  }

  /** Only one change of keys goes on at a time: null while there is one. */
  async function alone<Value>(taskId: Id<'task'> | null, work: (signal: AbortSignal) => Promise<Value>): Promise<Value | null> {
    if (running !== null) return null;
    const controller = new AbortController();
    running = { taskId, controller };
    try {
      return await work(controller.signal);
    } finally {
      running = null;
      parts.onOver();
    }
  }

  async function rotate(session: Session, taskId: Id<'task'> | null, wanted: readonly Compartment[] = compartments): Promise<Result<Rotated, 'DAMAGED_HEADER' | 'ROTATION_RUNNING'>> {
    const outcome = await alone(taskId, async (signal): Promise<Result<Rotated, 'DAMAGED_HEADER'>> => {
      const since = parts.clock.now();
      const files = listOldKeyed(session, since);
      const rotated = await rotateKeys(session, wanted, parts, signal, (step, steps) => told(taskId, step, steps + files.length));
      if (!rotated.ok) return rotated;
      session.derive((db) => writeSetting(db, 'attachment_keys_since', String(since)));
      const steps = rotated.value.length + 1 + files.length;
      const done = await rekey(session, files, { since, signal }, (count) => told(taskId, steps - files.length + count, steps));
      return succeed({ rotated: rotated.value, files: done, filesLeft: oldFiles(session).length });
    });
    return outcome ?? fail('ROTATION_RUNNING');
  }

  function told(taskId: Id<'task'> | null, step: number, steps: number): void {
    if (taskId !== null) parts.onProgress(taskId, 'write', { step, steps });
  }

  /** One file after the other. What is left when the person stops it, or the vault is locked, is done when it is opened next. */
  async function rekey(session: Session, files: readonly OldKeyed[], { since, signal }: { readonly since: number; readonly signal: AbortSignal }, onDone: (count: number) => void): Promise<number> {
    let done = 0;
    for (const file of files) {
      try {
        await rekeyAttachment(session, file, Math.max(parts.clock.now(), since), signal);
      } catch (error) {
        if (error instanceof Error && error.name === 'AbortError') return done;
        throw error;
      }
      done += 1;
      onDone(done);
    }
    return done;
  }

  /** Files that still lie under a key from before the last change. */
  function oldFiles(session: Session): readonly OldKeyed[] {
    const since = keptSince(session);
    return since === 0 ? [] : listOldKeyed(session, since);
  }

  function keptSince(session: Session): number {
    return Number(readSetting(session.whole, 'attachment_keys_since') ?? 0);
  }

  async function continueFiles(session: Session): Promise<void> {
    await alone(null, (signal) => rekey(session, oldFiles(session), { since: keptSince(session), signal }, () => undefined));
  }

  return {
    state,
    setSchedule,
    rotate,
    cancel: (taskId: Id<'task'>): void => {
      if (running?.taskId === taskId) running.controller.abort();
    },
    /** Told of a vault that is about to be closed: nothing more is made ready in a folder that is somebody else's next. */
    closing: (): void => running?.controller.abort(),
    /** What was due when somebody left, and could not be done by who removed them, is done by who opens the vault with the keys. */
    opened: (): void => {
      const session = parts.session();
      const header = session === null ? null : readHeader(session.folder);
      const due = header?.ok === true ? (header.value.rotationsDue ?? []) : [];
      if (session === null) return;
      const isDue = due.some((name) => session.holds(name));
      if (!isDue && oldFiles(session).length === 0) return;
      setTimeout(() => {
        if (parts.session() !== session) return;
        void (isDue ? rotate(session, null, due) : continueFiles(session)).catch((error: unknown) => {
          parts.log.info('rotation-put-off', { kind: error instanceof Error ? error.name : '' });
        });
      }, restMs).unref();
    },
  };
}
