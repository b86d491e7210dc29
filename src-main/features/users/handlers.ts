import { wholeReach } from '#shared/features/vault/reach.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { createAccessReviews, type AccessReviewParts } from './access-review.ts';
import { createCustomRoles } from './custom-roles.ts';
import { sayingKeysDue } from './keys-due.ts';
import type { KeyService } from './keys.ts';
import { listDepartments, listSessionEvents } from './queries.ts';
import { createUserService, type UserServiceParts } from './service.ts';

export type UsersParts = UserServiceParts & Omit<AccessReviewParts, 'users'>;

/** The people of a vault, their keys, and the review of who may open it. */
export function createUsers(parts: UsersParts, keys: KeyService): HandlersOf<'users'> {
  const users = createUserService(parts);
  const reviews = createAccessReviews({ ...parts, users });
  const own = createCustomRoles(parts);
  return {
    keys: (_, call) => keys.state(call),
    setRotationSchedule: ({ everyMonths }, call) => keys.setSchedule(call, everyMonths),
    rotateKeys: ({ taskId }, call) => keys.rotate(call.session, taskId),
    cancelRotation: ({ taskId }) => {
      keys.cancel(taskId);
      return succeed(null);
    },
    list: (_, call) => succeed(users.list(call)),
    invite: ({ name, reach, ...held }, call) => users.invite(call, name, held, reach ?? wholeReach),
    renewPassphrase: ({ id }, call) => users.renewPassphrase(call, id),
    changeRoles: ({ id, reach, ...held }, call) => sayingKeysDue(call, id, () => users.changeRoles(call, id, held, reach)),
    departments: (_, { db }) => succeed(listDepartments(db)),
    customRoles: (_, call) => own.list(call),
    saveCustomRole: (draft, call) => own.save(call, draft),
    retireCustomRole: ({ id }, call) => own.retire(call, id),
    remove: ({ id }, call) => users.remove(call, id),
    disable: ({ id }, call) => users.disable(call, id),
    enable: ({ id }, call) => users.enable(call, id),
    sessions: ({ before, limit }, { db }) => succeed(listSessionEvents(db, before, limit)),
    accessReview: (_, call) => reviews.overview(call),
    startAccessReview: (_, call) => reviews.start(call),
    decideGrant: ({ reviewId, userId, decision }, call) => sayingKeysDue(call, userId, () => reviews.decide(call, reviewId, userId, decision)),
    finishAccessReview: ({ reviewId }, call) => reviews.finish(call, reviewId),
    saveAccessReport: ({ reviewId, language }, call) => reviews.saveReport(call, reviewId, language),
  };
}
