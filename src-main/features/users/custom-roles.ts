import { mayCarry, maximumCustomRoles, assignablePermissions, type CustomRole, type CustomRoleGrant, type CustomRoleId } from '#shared/features/vault/custom-roles.ts';
import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import { readHeader, type Header, type UnsignedHeader } from '../../vault/header.ts';
import { countHolders, withCustomRole, withoutCustomRole } from '../../vault/manage-users.ts';
import { changeHeader, voiceless } from './change-header.ts';
import { listCustomRoles, retireCustomRole, saveCustomRoleName } from './role-queries.ts';
import type { UserServiceParts } from './service.ts';

export interface CustomRoleParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly onVoiceLost: UserServiceParts['onVoiceLost'];
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
export function createCustomRoles({ clock, ids, onVoiceLost }: CustomRoleParts) {
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
    const id = draft.id ?? ids.create<'customRole'>();
    const grant: CustomRoleGrant = { id, permissions: assignablePermissions.filter((one) => draft.permissions.some((chosen) => chosen === one)), compartments: held };
    return call.write<{ id: CustomRoleId; withdrawn: readonly Compartment[] }, SavingError>((db, note) => {
      let withdrawn: readonly Compartment[] = [];
      const change = (header: Header): Result<UnsignedHeader, SavingError> => {
        const { customRoles = [] } = header;
        const present = customRoles.find((role) => role.id === draft.id);
        if (draft.id !== null && present === undefined) return fail('NOT_FOUND');
        if (draft.id === null && customRoles.length >= maximumCustomRoles) return fail('ROLES_FULL', { count: maximumCustomRoles });
        const isTaken = listCustomRoles(db).some((role) => role.id !== draft.id && customRoles.some((one) => one.id === role.id) && (isSame(role.nameZh, draft.nameZh) || isSame(role.nameEn, draft.nameEn)));
        if (isTaken) return fail('ROLE_NAME_TAKEN');
        // Nobody widens what they hold themselves, and the open session would go on with its old keys.
        if (session.user.customRoles.includes(id) && !isSameGrant(present, grant)) return fail('NOT_ONESELF');
        const next = withCustomRole(header, session.ring, grant);
        if (!next.ok) return next;
        ({ withdrawn } = next.value);
        return succeed(next.value.header);
      };
      const changed = changeHeader(session, change, (after) => {
        for (const silent of voiceless(after, (user) => user.customRoles?.includes(id) === true)) onVoiceLost(db, note, silent, session.user.id);
        saveCustomRoleName(db, { id, nameZh: draft.nameZh, nameEn: draft.nameEn }, clock.now());
        note('role', id, { created: draft.id === null, permissions: grant.permissions, compartments: grant.compartments, withdrawn });
      });
      return changed.ok ? succeed({ id, withdrawn }) : changed;
    });
  }

  function retire({ session, write }: Call, id: CustomRoleId): Result<null, 'NOT_FOUND' | 'ROLE_IN_USE' | 'DAMAGED_HEADER'> {
    return write<null, 'NOT_FOUND' | 'ROLE_IN_USE' | 'DAMAGED_HEADER'>((db, note) =>
      changeHeader(session, (header) => withoutCustomRole(header, id), () => {
        retireCustomRole(db, id, clock.now());
        note('role', id, { retired: true });
      }),
    );
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
