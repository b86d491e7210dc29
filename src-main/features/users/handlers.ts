import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { KeyService } from './keys.ts';
import type { UserService } from './service.ts';

export function createUsersHandlers(users: UserService, keys: KeyService): HandlersOf<'users'> {
  return {
    keys: (_, call) => keys.state(call),
    rotateKeys: ({ taskId }, call) => keys.rotate(call.session, taskId),
    cancelRotation: ({ taskId }) => {
      keys.cancel(taskId);
      return succeed(null);
    },
    list: (_, call) => succeed(users.list(call)),
    invite: ({ name, roles }, call) => users.invite(call, name, roles),
    changeRoles: ({ id, roles }, call) => users.changeRoles(call, id, roles),
    remove: ({ id }, call) => users.remove(call, id),
  };
}
