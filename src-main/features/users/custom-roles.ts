import { mayCarry, maximumCustomRoles, assignablePermissions, type CustomRole, type CustomRoleGrant, type CustomRoleId } from '#shared/features/vault/custom-roles.ts';
import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import { readHeader, writeHeader } from '../../vault/header.ts';
import { countHolders, withCustomRole, withoutCustomRole } from '../../vault/manage-users.ts';
import { listCustomRoles, retireCustomRole, saveCustomRoleName } from './role-queries.ts';

export interface CustomRoleParts {
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface CustomRoleDraft {
  /** Null for a new one. */
  readonly id: CustomRoleId | null;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly permissions: CustomRole['permissions'];
  readonly compartments: readonly Compartment[];
}

type SavingError = 'NOT_FOUND' | 'ROLE_NAME_TAKEN' | 'ROLES_FULL' | 'KEY_NEEDED' | 'NOT_HELD' | 'NOT_ONESELF' | 'DAMAGED_HEADER';

/** A vault's own roles: what they give stands in its header, beside the keys that follow from it; their names lie in core. */
export function createCustomRoles({ clock, ids }: CustomRoleParts) {
  function list({ session, db }: Call): Result<readonly CustomRole[], 'DAMAGED_HEADER'> {
    const header = readHeader(session.folder);
    if (!header.ok) return fail('DAMAGED_HEADER');
    const grantById = new Map(header.value.customRoles?.map((grant) => [grant.id, grant]));
    return succeed(
      listCustomRoles(db).map(({ id, nameZh, nameEn }) => {
        const grant = grantById.get(id);
        return { id, nameZh, nameEn, ...shownGrant(grant), holders: countHolders(header.value, id), isRetired: grant === undefined };
      }),
    );
  }

  /** Answers the compartments of which somebody lost the key: these keys are due to be changed. */
  function save(call: Call, draft: CustomRoleDraft): Result<{ id: CustomRoleId; withdrawn: readonly Compartment[] }, SavingError> {
    const { session } = call;
    const held = compartments.filter((name) => name === 'core' || draft.compartments.includes(name));
    if (!draft.permissions.every((permission) => mayCarry(permission, held))) return fail('KEY_NEEDED');
    return call.write<{ id: CustomRoleId; withdrawn: readonly Compartment[] }, SavingError>((db, note) => {
      const header = readHeader(session.folder);
      if (!header.ok) return fail('DAMAGED_HEADER');
      const present = header.value.customRoles?.find(({ id }) => id === draft.id);
      if (draft.id !== null && present === undefined) return fail('NOT_FOUND');
      if (draft.id === null && (header.value.customRoles?.length ?? 0) >= maximumCustomRoles) return fail('ROLES_FULL', { count: maximumCustomRoles });
      const inForce = new Set(header.value.customRoles?.map(({ id }) => id));
      const isTaken = listCustomRoles(db).some(({ id, nameZh, nameEn }) => id !== draft.id && inForce.has(id) && (isSame(nameZh, draft.nameZh) || isSame(nameEn, draft.nameEn)));
      if (isTaken) return fail('ROLE_NAME_TAKEN');
      const grant: CustomRoleGrant = { id: draft.id ?? ids.create<'customRole'>(), permissions: assignablePermissions.filter((one) => draft.permissions.some((chosen) => chosen === one)), compartments: held };
      // Nobody widens what they hold themselves, and the open session would go on with its old keys.
      if (session.user.customRoles.includes(grant.id) && !isSameGrant(present, grant)) return fail('NOT_ONESELF');
      const next = withCustomRole(header.value, session.ring, grant);
      if (!next.ok) return next;
      saveCustomRoleName(db, { id: grant.id, nameZh: draft.nameZh, nameEn: draft.nameEn }, clock.now());
      note('role', grant.id, { created: draft.id === null, permissions: grant.permissions, compartments: grant.compartments, withdrawn: next.value.withdrawn });
      // Last: if it can't be written, nothing happened.
      writeHeader(session.folder, next.value.header, session.ring.header);
      return succeed({ id: grant.id, withdrawn: next.value.withdrawn });
    });
  }

  function retire({ session, write }: Call, id: CustomRoleId): Result<null, 'NOT_FOUND' | 'ROLE_IN_USE' | 'DAMAGED_HEADER'> {
    return write<null, 'NOT_FOUND' | 'ROLE_IN_USE' | 'DAMAGED_HEADER'>((db, note) => {
      const header = readHeader(session.folder);
      if (!header.ok) return fail('DAMAGED_HEADER');
      const next = withoutCustomRole(header.value, id);
      if (!next.ok) return next;
      retireCustomRole(db, id, clock.now());
      note('role', id, { retired: true });
      writeHeader(session.folder, next.value, session.ring.header);
      return succeed(null);
    });
  }

  return { list, save, retire };
}

function shownGrant(grant: CustomRoleGrant | undefined): Pick<CustomRole, 'permissions' | 'compartments'> {
  if (grant === undefined) return { permissions: [], compartments: [] };
  return { permissions: assignablePermissions.filter((permission) => grant.permissions.includes(permission)), compartments: grant.compartments };
}

function isSameGrant(one: CustomRoleGrant | undefined, other: CustomRoleGrant): boolean {
  return one !== undefined && one.permissions.toSorted().join() === other.permissions.toSorted().join() && one.compartments.join() === other.compartments.join();
}

function isSame(one: string, other: string): boolean {
  return one.normalize('NFKC').toLocaleLowerCase('en') === other.normalize('NFKC').toLocaleLowerCase('en');
}
