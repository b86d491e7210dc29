import type { ContractId } from '#shared/features/contracts/model.ts';
import type { TaskOrigin } from '#shared/features/problems/model.ts';
import { mentionsIn } from '#shared/kernel/mentions.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import { askMentioned } from './queries.ts';

export interface MentionParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly members: (call: Pick<Call, 'session' | 'db'>) => readonly { readonly id: UserId; readonly name: string }[];
}

export interface Mentioning {
  readonly contractId: ContractId;
  readonly origin: TaskOrigin;
  readonly originId: string;
  readonly texts: readonly string[];
  /** The words are new, so that who looked at earlier ones is asked anew. */
  readonly isNew: boolean;
}

/** Asks colleagues who are mentioned in a text to look at it, within the transaction that keeps the text. Gives how many. */
export type AskMentioned = (call: Call, db: Writable, mentioning: Mentioning) => number;

export function createMentions({ clock, ids, members }: MentionParts): AskMentioned {
  return (call, db, { contractId, origin, originId, texts, isNew }) => {
    if (!texts.some((text) => /[@＠]/.test(text))) return 0;
    const self = call.session.user.id;
    // Oneself one needn't ask.
    const mentioned = mentionsIn(texts, members({ session: call.session, db })).filter((id) => id !== self);
    for (const assigneeId of mentioned) askMentioned(db, { id: ids.create<'taskItem'>(), contractId, origin, originId, assigneeId, isNew, at: clock.now(), by: self });
    return mentioned.length;
  };
}
