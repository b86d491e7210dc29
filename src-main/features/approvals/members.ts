import type { Member } from '#shared/features/approvals/model.ts';
import type { Call } from '../../ipc/handlers.ts';
import { membersOf } from '../../vault/members.ts';

/** The people of the vault as flows see them: with what their roles, shipped ones and the vault's own, let them do. */
export function approvalMembers(call: Pick<Call, 'session' | 'db'>): readonly Member[] {
  return membersOf(call).map(({ id, name, roles, permissions }) => ({ id, name, roles, mayDecide: permissions.has('approvals.decide'), maySubmit: permissions.has('contracts.write') }));
}
