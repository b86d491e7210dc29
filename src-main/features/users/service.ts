import type { VaultUser } from '#shared/features/users/ipc.ts';
import type { HeldRoles } from '#shared/features/vault/custom-roles.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Reach } from '#shared/features/vault/reach.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { createRecoveryCode } from '../../crypto/recovery-code.ts';
import type { Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import { readHeader, type Header, type UnsignedHeader } from '../../vault/header.ts';
import { freshParameters, type Kdf } from '../../vault/kdf.ts';
import { withDisabled, withEnabled, withFirstPassphrase, withNewUser, withoutUser, withRoles } from '../../vault/manage-users.ts';
import { membersOf } from '../../vault/members.ts';
import { reachOf, setReach } from '../../vault/reach.ts';
import type { RecordChange } from '../../vault/session.ts';
import { changeHeader, voiceless } from './change-header.ts';
import { hasOpened, insertUser, nameOfUser } from './queries.ts';

export interface UserServiceParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly kdf: Kdf;
  /** What follows elsewhere when somebody leaves, within the same transaction. */
  readonly onLeft: (db: Writable, note: RecordChange, id: UserId, by: UserId) => void;
  /** The same where somebody's roles let them decide on approvals no more. */
  readonly onVoiceLost: UserServiceParts['onLeft'];
}

export type UserService = ReturnType<typeof createUserService>;

/** The people of a vault. What they are granted changes with the file that holds their keys, in one step with its audit event. */
export function createUserService({ clock, ids, kdf, onLeft, onVoiceLost }: UserServiceParts) {
  function list(call: Call): readonly VaultUser[] {
    const header = readHeader(call.session.folder);
    const disabled = header.ok ? (header.value.disabledUsers ?? []) : [];
    return [
      ...membersOf(call).map((member) => ({ ...member, reach: reachOf(call.db, member.id), isDisabled: false, hasOpened: hasOpened(call.db, member.id) })),
      ...disabled.map(({ id, roles, customRoles = [] }) => ({ id, roles, customRoles, name: nameOfUser(call.db, id), compartments: [], reach: reachOf(call.db, id), isDisabled: true, hasOpened: hasOpened(call.db, id) })),
    ];
  }

  async function invite(call: Call, name: string, held: HeldRoles, reach: Reach): Promise<Result<{ passphrase: string }, 'NAME_TAKEN' | 'NOT_FOUND' | 'NOT_HELD' | 'ADMINISTRATOR_SEES_ALL' | 'DAMAGED_HEADER'>> {
    if (!fits(held, reach)) return fail('ADMINISTRATOR_SEES_ALL');
    const { passphrase, parameters, passphraseKey } = await firstPassphrase();
    const id = ids.create<'user'>();
    const saved = save<'NAME_TAKEN' | 'NOT_FOUND' | 'NOT_HELD'>(call, id, { invited: true, ...factsOf(held), reach: reach.scope }, (header) => withNewUser(header, call.session.ring, { id, name, held, kdf: parameters, passphraseKey }), (db) => {
      insertUser(db, id, name, clock.now());
      setReach(db, id, reach, clock.now());
    });
    passphraseKey.wipe();
    return saved.ok ? succeed({ passphrase }) : saved;
  }

  async function renewPassphrase(call: Call, id: UserId): Promise<Result<{ passphrase: string }, 'NOT_FOUND' | 'NOT_HELD' | 'ALREADY_OPENED' | 'DAMAGED_HEADER'>> {
    if (hasOpened(call.db, id)) return fail('ALREADY_OPENED');
    const { passphrase, parameters, passphraseKey } = await firstPassphrase();
    const saved = save<'NOT_FOUND' | 'NOT_HELD' | 'ALREADY_OPENED'>(call, id, { firstPassphrase: true }, (header) => {
      // Deriving the key takes its time, and they may have come in it.
      return hasOpened(call.db, id) ? fail('ALREADY_OPENED') : withFirstPassphrase(header, call.session.ring, id, { kdf: parameters, passphraseKey });
    });
    passphraseKey.wipe();
    return saved.ok ? succeed({ passphrase }) : saved;
  }

  /** 160 random bits in groups that can be read aloud: as strong as a recovery code, and as easy to copy by hand. */
  async function firstPassphrase() {
    const passphrase = createRecoveryCode();
    const parameters = await freshParameters(kdf);
    return { passphrase, parameters, passphraseKey: await kdf.derive(passphrase, parameters) };
  }

  /** Gives other roles, and another reach where one is given. */
  function changeRoles(call: Call, id: UserId, held: HeldRoles, given: Reach | undefined): Result<null, 'NOT_FOUND' | 'NOT_HELD' | 'LAST_ADMINISTRATOR' | 'NOT_ONESELF' | 'ADMINISTRATOR_SEES_ALL' | 'DAMAGED_HEADER'> {
    const reach = given ?? reachOf(call.db, id);
    if (!fits(held, reach)) return fail('ADMINISTRATOR_SEES_ALL');
    // The open session would go on with its old keys; somebody else has to do it.
    if (id === call.session.user.id) return fail('NOT_ONESELF');
    return save<'NOT_FOUND' | 'NOT_HELD' | 'LAST_ADMINISTRATOR'>(call, id, { ...factsOf(held), reach: reach.scope }, (header) => withRoles(header, call.session.ring, id, held), (db, note, next) => {
      setReach(db, id, reach, clock.now());
      for (const silent of voiceless(next, (user) => user.id === id)) onVoiceLost(db, note, silent, call.session.user.id);
    });
  }

  function remove(call: Call, id: UserId): Result<null, 'NOT_FOUND' | 'LAST_ADMINISTRATOR' | 'NOT_ONESELF' | 'DAMAGED_HEADER'> {
    if (id === call.session.user.id) return fail('NOT_ONESELF');
    return save<'NOT_FOUND' | 'LAST_ADMINISTRATOR'>(call, id, { removed: true }, (header) => withoutUser(header, id), (db, note) => onLeft(db, note, id, call.session.user.id));
  }

  function disable(call: Call, id: UserId): Result<null, 'NOT_FOUND' | 'LAST_ADMINISTRATOR' | 'NOT_ONESELF' | 'DAMAGED_HEADER'> {
    return call.write<null, 'NOT_FOUND' | 'LAST_ADMINISTRATOR' | 'NOT_ONESELF' | 'DAMAGED_HEADER'>((db, note) => disableWithin(call, db, note, id));
  }

  /** As `disable`, in a transaction that is running. */
  function disableWithin(call: Call, db: Writable, note: RecordChange, id: UserId): Result<null, 'NOT_FOUND' | 'LAST_ADMINISTRATOR' | 'NOT_ONESELF' | 'DAMAGED_HEADER'> {
    if (id === call.session.user.id) return fail('NOT_ONESELF');
    return saveWithin<'NOT_FOUND' | 'LAST_ADMINISTRATOR'>(call, db, note, id, { disabled: true }, (header) => withDisabled(header, id), () => onLeft(db, note, id, call.session.user.id));
  }

  function enable(call: Call, id: UserId): Result<null, 'NOT_FOUND' | 'NOT_HELD' | 'DAMAGED_HEADER'> {
    return save<'NOT_FOUND' | 'NOT_HELD'>(call, id, { disabled: false }, (header) => withEnabled(header, call.session.ring, id));
  }

  function save<Code extends string>(
    call: Call,
    id: UserId,
    facts: { readonly [name: string]: boolean | string | readonly string[] },
    change: (header: Header) => Result<UnsignedHeader, Code>,
    alongside: Alongside = () => undefined,
  ): Result<null, Code | 'DAMAGED_HEADER'> {
    return call.write<null, Code | 'DAMAGED_HEADER'>((db, note) => saveWithin(call, db, note, id, facts, change, alongside));
  }

  function saveWithin<Code extends string>(
    { session }: Call,
    db: Writable,
    note: RecordChange,
    id: UserId,
    facts: { readonly [name: string]: boolean | string | readonly string[] },
    change: (header: Header) => Result<UnsignedHeader, Code>,
    alongside: Alongside,
  ): Result<null, Code | 'DAMAGED_HEADER'> {
    return changeHeader(session, change, (next) => {
      alongside(db, note, next);
      note('user', id, facts);
    });
  }

  return { list, invite, renewPassphrase, changeRoles, remove, disable, disableWithin, enable };
}

type Alongside = (db: Writable, note: RecordChange, next: UnsignedHeader) => void;

/** Whoever keeps people, keys and backups can't see a part of the contracts only. */
function fits({ roles }: HeldRoles, reach: Reach): boolean {
  return reach.scope === 'all' || !roles.includes('administrator');
}

function factsOf({ roles, customRoles = [] }: HeldRoles): { readonly [name: string]: readonly string[] } {
  return customRoles.length === 0 ? { roles } : { roles, customRoles };
}
