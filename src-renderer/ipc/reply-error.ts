import type { ReplyError } from '#shared/ipc/registry.ts';

/** Carries a refusal through TanStack Query, which knows thrown errors only. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reply: ReplyError;

  constructor(reply: ReplyError) {
    super(reply.code);
    this.reply = reply;
  }
}
