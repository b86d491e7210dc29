import { readFile, stat } from 'node:fs/promises';
import { contactCardSchema, type Contact, type ContactCard, type ContactId } from '#shared/features/exchange/model.ts';
import { isSpokenEnd } from '#shared/features/exchange/rules.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { assert } from '#shared/kernel/assert.ts';
import type { Picks } from '../../device/picks.ts';
import type { Writable } from '../../db/connection.ts';
import { fingerprintOf, isSignedBy } from '../../exchange/keys.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, FilePicker, Ids } from '../../ports.ts';
import { cardBytes, type Identities } from './identity.ts';
import * as queries from './queries.ts';

export interface ContactParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picker: FilePicker;
  readonly picks: Picks;
  readonly identities: Identities;
}

const largestCard = 16 * 1024;

/** The people one exchanges packs with. Nobody is believed before their fingerprint was compared by another channel. */
export function createContacts({ clock, ids, picker, picks, identities }: ContactParts) {
  function list({ db }: Call): readonly Contact[] {
    return queries.listContacts(db).map(shown);
  }

  async function add(call: Call, pickId: PickId | null): Promise<Result<Contact | null, 'PICK_EXPIRED' | 'CARD_UNREADABLE' | 'CARD_IS_OWN' | 'CONTACT_KNOWN'>> {
    const path = pickId === null ? await picker.chooseFile({ name: 'Deedbox', extensions: ['deedcard'] }) : picks.find(pickId);
    if (path === null) return succeed(null);
    const card = path === undefined ? undefined : await readCard(path);
    if (card === undefined) return fail('PICK_EXPIRED');
    if (card === null) return fail('CARD_UNREADABLE');
    const fingerprint = fingerprintOf(card.keys);
    if (identities.open(call)?.fingerprint === fingerprint) return fail('CARD_IS_OWN');
    return call.write<Contact, 'CONTACT_KNOWN' | 'CARD_UNREADABLE'>((db, note) => {
      const known = queries.findContactByFingerprint(db, fingerprint);
      if (known !== undefined && known.removedAt === null) return fail('CONTACT_KNOWN', { name: known.name });
      if (known === undefined && queries.isSigningKeyKnown(db, card.keys.signingKey)) return fail('CARD_UNREADABLE');
      const id = known?.id ?? ids.create<'contact'>();
      const [at, by] = [clock.now(), call.session.user.id];
      if (known === undefined) queries.insertContact(db, { id, name: card.name, keys: card.keys, fingerprint, at, by });
      else queries.reviveContact(db, id, card.name, at, by);
      note('exchangeContact', id, { fingerprint });
      const contact = queries.findContact(db, id);
      assert(contact !== undefined, 'a contact vanished within a transaction');
      return succeed(shown(contact));
    });
  }

  function confirm(call: Call, id: ContactId, spoken: string): Result<null, 'CONTACT_NOT_FOUND' | 'FINGERPRINT_DIFFERS'> {
    const found = queries.findContact(call.db, id);
    if (found !== undefined && !isSpokenEnd(found.fingerprint, spoken)) return fail('FINGERPRINT_DIFFERS');
    return change(call, id, { confirmed: true }, (db) => queries.confirmContact(db, id, clock.now(), call.session.user.id));
  }

  /** Only for oneself: nobody else can say whose decisions come from a key. */
  function link(call: Call, id: ContactId, isMe: boolean): Result<null, 'CONTACT_NOT_FOUND' | 'CONTACT_UNCONFIRMED' | 'NOT_YOUR_CONTACT'> {
    const found = queries.findContact(call.db, id);
    const me = call.session.user.id;
    if (found !== undefined && found.memberId !== null && found.memberId !== me) return fail('NOT_YOUR_CONTACT');
    if (found !== undefined && isMe && found.confirmedAt === null) return fail('CONTACT_UNCONFIRMED');
    return change(call, id, { isMe }, (db) => queries.linkContact(db, id, isMe ? me : null));
  }

  function remove(call: Call, id: ContactId): Result<null, 'CONTACT_NOT_FOUND'> {
    return change(call, id, { removed: true }, (db) => queries.removeContact(db, id, clock.now()));
  }

  return { list, add, confirm, link, remove };
}

function change(call: Call, id: ContactId, facts: Readonly<Record<string, boolean>>, work: (db: Writable) => void): Result<null, 'CONTACT_NOT_FOUND'> {
  return call.write<null, 'CONTACT_NOT_FOUND'>((db, note) => {
    if (queries.findContact(db, id) === undefined) return fail('CONTACT_NOT_FOUND');
    work(db);
    note('exchangeContact', id, facts);
    return succeed(null);
  });
}

function shown({ signingKey: _, ageRecipient: __, removedAt: ___, ...contact }: queries.ContactRow): Contact {
  return contact;
}

/** A card whose own signature holds; null for anything else, undefined for a file that is gone. */
async function readCard(path: string): Promise<ContactCard | null | undefined> {
  let text: string;
  try {
    if ((await stat(path)).size > largestCard) return null;
    text = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const card = contactCardSchema.safeParse(JSON.parse(text));
    return card.success && isSignedBy(card.data.keys.signingKey, cardBytes(card.data), Buffer.from(card.data.signature, 'base64url')) ? card.data : null;
  } catch {
    return null;
  }
}
