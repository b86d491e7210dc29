import { z } from 'zod';
import { maximumCallBytes, type InputIssue, type Operation, type RouterError } from '#shared/ipc/contract.ts';
import { findOperation } from '#shared/ipc/registry.ts';
import type { FailureParams, Result } from '#shared/kernel/result.ts';
import { assert } from '#shared/kernel/assert.ts';
import { isDamage, isDiskFull, isReadOnly, systemErrorCode } from '../files/file-errors.ts';
import type { Log } from '../ports.ts';
import { noteAsked } from '../scheduler/slices.ts';
import { VaultBusy, VaultLocked, type Session } from '../vault/session.ts';
import { judgeOf } from './declared.ts';
import { findHandler, type Call, type Handlers } from './handlers.ts';

/** What every call is answered with; nothing else ever crosses to the renderer. */
export type Envelope =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly error: { readonly code: string; readonly params?: FailureParams; readonly issues?: readonly InputIssue[] };
    };

export interface RouterParts {
  readonly handlers: Handlers;
  readonly session: () => Session | null;
  readonly log: Log;
  /** Told the features whose data a successful command changed. */
  readonly onChanged: (features: readonly string[]) => void;
}

export type Router = (name: unknown, input: unknown) => Promise<Envelope>;

/**
 * The one way into main: authorise, validate, run, enclose. It always answers. The name and the input come from a
 * renderer that is treated as hostile; neither reaches a handler before it was checked.
 */
export function createRouter(parts: RouterParts): Router {
  return async (name, input) => {
    const operation = typeof name === 'string' ? findOperation(name) : undefined;
    if (typeof name !== 'string' || operation === undefined) return refusal('UNKNOWN_OPERATION');
    if (!isSmall(input)) return refusal('TOO_LARGE', { megabytes: maximumCallBytes / 1024 / 1024 });
    // Who may not call it is not told what it takes.
    const authority = authorise(operation, parts.session());
    if (typeof authority === 'string') return refusal(authority);
    noteAsked();
    const parsed = parse(operation, input);
    if (parsed === null) return refusal('INVALID_INPUT');
    if (!parsed.success) return refusal('INVALID_INPUT', undefined, issuesOf(parsed.error));
    try {
      if (authority.session?.db.isLimited === true && namesOutOfReach(parsed.data, authority.session)) return refusal('OUT_OF_REACH');
      const result = (await run(operation, findHandler(parts.handlers, name), name, parsed.data, authority.session)) as Result<unknown>;
      // What was read of a vault that was locked meanwhile is told to nobody: somebody else may have opened it since.
      if (operation.kind === 'query' && authority.session?.isClosed === true) return refusal('VAULT_LOCKED');
      if (!result.ok) return { ok: false, error: result.error };
      const value = declaredOf(operation, name, result.value);
      if (authority.session !== null) noteDisclosure(operation, name, parsed.data, value, authority.session);
      if (operation.changes.length > 0) parts.onChanged(operation.changes);
      return { ok: true, value };
    } catch (error) {
      // Whatever goes wrong in a vault that was locked meanwhile, does so for that.
      if (authority.session?.isClosed === true) return refusal('VAULT_LOCKED');
      return enclose(error, name, parts.log);
    }
  };
}

/** Null for what no schema can even look at: bytes can't be frozen, and a getter may throw. */
function parse({ input: schema }: Operation, input: unknown): z.ZodSafeParseResult<unknown> | null {
  try {
    return z.safeParse(schema, input);
  } catch {
    return null;
  }
}

/** What an answer declares of what a handler gave, and nothing else of it. */
function declaredOf({ output }: Operation, name: string, value: unknown): unknown {
  if (judgeOf(output)(value) === 'same') return value;
  const read = z.safeParse(output, value);
  assert(read.success, `${name} answered what it does not declare`);
  return read.data;
}

function authorise(operation: Operation, session: Session | null): RouterError | { readonly session: Session | null } {
  if (operation.access === 'anyone') return { session: null };
  if (session === null) return 'VAULT_LOCKED';
  if (!session.permissions.has(operation.access)) return 'FORBIDDEN';
  return operation.compartments.every((compartment) => session.holds(compartment)) ? { session } : 'WITHHELD';
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Whether an input names, wherever in it, something that belongs to a contract that the person may not see. What they
 * read can't hold it; what they change is decided with the whole book in view, so they are stopped before.
 */
function namesOutOfReach(input: unknown, session: Session): boolean {
  if (typeof input === 'string') return uuid.test(input) && session.isOutOfReach(input);
  return typeof input === 'object' && input !== null && !ArrayBuffer.isView(input) && Object.values(input).some((value) => namesOutOfReach(value, session));
}

/** Whoever holds no key but core's was shown nothing that is kept from anybody; a cancelled dialog gave out nothing. */
function noteDisclosure({ discloses, kind }: Operation, name: string, input: unknown, output: unknown, session: Session): void {
  if (discloses === null || output === null || !(session.holds('clauses') || session.holds('finance'))) return;
  const named = discloses.named === null ? 'list' : (input as Readonly<Record<string, unknown>>)[discloses.named];
  session.noteDisclosure(name, discloses.subject, String(named), kind === 'query');
}

/** What a query reads before it first waits, it reads in one look. */
function run({ kind }: Operation, handler: ReturnType<typeof findHandler>, name: string, input: unknown, session: Session | null): unknown {
  if (session === null) return handler(input, null);
  const call = callOf(name, session);
  return kind === 'query' ? session.look(() => handler(input, call)) : handler(input, call);
}

function callOf(name: string, session: Session): Call {
  return { session, db: session.db, write: (work) => session.write(name, work) };
}

/** Turns a throw into an answer: the disk's own troubles by name, everything else without its inner text. */
function enclose(error: unknown, name: string, log: Log): Envelope {
  if (error instanceof Error && error.name === 'AbortError') return refusal('CANCELLED');
  if (error instanceof VaultBusy) return refusal('VAULT_BUSY');
  if (error instanceof VaultLocked) return refusal('VAULT_LOCKED');
  if (isDiskFull(error)) return refusal('DISK_FULL');
  if (isReadOnly(error)) return refusal('READ_ONLY');
  if (isDamage(error)) return refusal('DAMAGED_PAGE');
  const incident = Math.random().toString(36).slice(2, 8).toUpperCase();
  log.error('operation-failed', {
    incident,
    operation: name,
    kind: error instanceof Error ? error.constructor.name : typeof error,
    code: systemErrorCode(error) ?? '',
    at: placeOf(error),
  });
  return refusal('INTERNAL', { incident });
}

/** Where in our own code an error arose: file and line only, since messages may quote data. */
function placeOf(error: unknown): string {
  const frame = error instanceof Error ? /\n\s+at .*?([^/\\(]+:\d+):\d+\)?/.exec(error.stack ?? '') : null;
  return frame?.[1] ?? '';
}

function refusal(code: RouterError, params?: FailureParams, issues?: readonly InputIssue[]): Envelope {
  return {
    ok: false,
    error: { code, ...(params === undefined ? {} : { params }), ...(issues === undefined ? {} : { issues }) },
  };
}

function issuesOf(error: z.ZodError): readonly InputIssue[] {
  return error.issues
    .slice(0, 50)
    .map((issue) => ({ path: issue.path.map((part) => (typeof part === 'number' ? part : String(part))), code: codeOf(issue) }));
}

/** A check of our own names what it found; zod's are told by their kind, without its sentences. */
function codeOf({ code, message }: z.core.$ZodIssue): string {
  return code === 'custom' && /^[A-Z_]+$/.test(message) ? message : code;
}

/**
 * Whether an input's text stays within the limit. Counted piece by piece and given up at the limit: writing it out as JSON
 * first takes seconds for what is nested deeply and millions of times. What JSON can't hold (BigInt) is no valid input of
 * any operation, and what holds itself never ends.
 */
function isSmall(input: unknown): boolean {
  const waiting: unknown[] = [input];
  let bytes = 0;
  try {
    while (waiting.length > 0) {
      const value = waiting.pop();
      if (typeof value === 'bigint') return false;
      bytes += typeof value === 'string' ? Buffer.byteLength(value) + 2 : 4;
      if (ArrayBuffer.isView(value)) bytes += value.byteLength * 4;
      else if (Array.isArray(value)) for (const item of value as readonly unknown[]) waiting.push(item);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, item] of Object.entries(value)) {
          bytes += Buffer.byteLength(key) + 4;
          waiting.push(item);
        }
      }
      if (bytes + waiting.length * 2 > maximumCallBytes) return false;
    }
    return true;
  } catch {
    return false;
  }
}
