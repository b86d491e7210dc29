import type { z } from 'zod';
import type { Operation } from '#shared/ipc/contract.ts';
import type { Feature, Registry } from '#shared/ipc/registry.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Readable, Writable } from '../db/connection.ts';
import type { RecordChange, Session } from '../vault/session.ts';

/** What a handler of an operation that needs an open vault is given beside the input. */
export interface Call {
  readonly session: Session;
  readonly db: Readable;
  /** One transaction with its audit events; see `Session.write`. */
  write<Value, Code extends string>(
    work: (db: Writable, record: RecordChange) => Result<Value, Code>,
  ): Result<Value, Code>;
}

type Answer<Op extends Operation> = Result<z.infer<Op['output']>, Op['errors'][number]>;
type Handler<Op extends Operation> = Op['access'] extends 'anyone'
  ? (input: z.infer<Op['input']>) => Answer<Op> | Promise<Answer<Op>>
  : (input: z.infer<Op['input']>, call: Call) => Answer<Op> | Promise<Answer<Op>>;

/** A handler for every operation of a feature: a missing one, or one that answers an undeclared code, fails the build. */
export type HandlersOf<F extends Feature> = {
  readonly [Op in keyof Registry[F]]: Registry[F][Op] extends Operation ? Handler<Registry[F][Op]> : never;
};

export type Handlers = { readonly [F in Feature]: HandlersOf<F> };

/** A handler as the router sees it, after input and authority were checked. */
export type AnyHandler = (input: unknown, call: Call | null) => unknown;

/** The handler behind a declared name. */
export function findHandler(handlers: Handlers, name: string): AnyHandler {
  const [feature, operation] = name.split('.');
  const ofFeature = handlers[feature as Feature] as unknown as Readonly<Record<string, AnyHandler>>;
  const handler = ofFeature[operation ?? ''];
  if (handler === undefined) throw new Error(`No handler for ${name}`);
  return handler;
}
