import type { OperationName, Reply } from '#shared/ipc/registry.ts';

/** Any failure that any operation may answer: a code with its facts. */
export type ReplyError = Extract<Reply<OperationName>, { readonly ok: false }>['error'];

export type ErrorOfReply<Name extends OperationName> = Extract<Reply<Name>, { readonly ok: false }>['error'];

/** Carries a refusal through TanStack Query, which knows thrown errors only. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reply: ReplyError;

  constructor(reply: ReplyError) {
    super(reply.code);
    this.reply = reply;
  }
}
