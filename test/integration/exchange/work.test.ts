import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeptDialog } from '#shared/features/contracts/kept-dialogs.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { ObligationStatus } from '#shared/features/fulfilment/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { obligationEntry } from '../../harness/signed-contract.ts';
import { pickPack, twoVaults, type TwoVaults } from '../../harness/two-vaults.ts';
import { createTestVault, taskId, testWorld } from '../../harness/world.ts';

// The office sends a contract to the site, each with a vault and a laptop of its own. The clock stands on 23 November 2026.

let both: TwoVaults;
let contract: Contract;
beforeEach(async () => {
  both = await twoVaults();
  contract = await both.office.must('contracts.create', await sampleEntry(both.office));
  for (const title of ['交付设备', '现场验收']) {
    await both.office.must('fulfilment.saveObligation', { contractId: contract.summary.id, id: null, revision: 0, entry: obligationEntry(title, { evidenceRequired: title === '现场验收', due: { kind: 'fixed', on: (title === '现场验收' ? '2026-12-20' : '2026-12-01') as Day } }) });
  }
});
afterEach(() => both.close());

const day = '2026-11-23' as Day;
const path = (name: string) => join(both.office.folder, name);
const obligations = async () => (await both.office.must('fulfilment.ofContract', { contractId: contract.summary.id })).obligations;
const obligation = async (title: string) => (await obligations()).find((one) => one.title === title) ?? Promise.reject(new Error(title));

async function send(name = 'work.deedpack', withAmounts = false) {
  both.office.answers.push(path(name));
  const sent = await both.office.must('exchange.sendWork', { contactId: both.siteContact, contractIds: [contract.summary.id], withFiles: true, withAmounts, message: '请周五前完成', taskId: taskId() });
  expect(sent?.fileName).toBe(name);
  return path(name);
}
async function receive(file: string) {
  const picked = await pickPack(both.site, file);
  return (await both.site.must('exchange.receive', picked)).packId;
}
async function reply(packId: Awaited<ReturnType<typeof receive>>, name: string) {
  both.site.answers.push(path(name));
  await both.site.must('exchange.reply', { packId, message: '已完成', taskId: taskId() });
  return path(name);
}
async function returned(file: string) {
  const picked = await pickPack(both.office, file);
  const preview = await both.office.must('exchange.openPack', picked);
  if (preview.kind !== 'workReturn') throw new Error(preview.kind);
  return { ...picked, preview };
}
async function moveAtOffice(title: string, to: ObligationStatus) {
  const { id, revision } = await obligation(title);
  await both.office.must('fulfilment.move', { id, revision, to, on: day, reason: '' });
}
const code = (reply: { readonly ok: boolean; readonly error?: { readonly code: string } }) => (reply.ok ? 'ok' : reply.error?.code);

test('somebody who asks for an identity twice at once has one', async () => {
  const world = testWorld();
  await createTestVault(world, 'third');
  const make = () => world.must('exchange.makeIdentity', undefined);
  const [first, second] = await Promise.all([make(), make()]);
  expect(second.fingerprint).toBe(first.fingerprint);
  expect((await world.must('exchange.identity', undefined))?.fingerprint).toBe(first.fingerprint);
  await world.close();
});

describe('contract work', () => {
  test('leaves no file that the vault can not note as sent, for its answer would be refused', async () => {
    const sealing = both.office.hold('seal');
    both.office.answers.push(path('work.deedpack'));
    const sending = both.office.call('exchange.sendWork', { contactId: both.siteContact, contractIds: [contract.summary.id], withFiles: true, withAmounts: false, message: '', taskId: taskId() });
    await sealing.reached;
    const preparing = both.office.hold('prepareCompartment');
    const rotating = both.office.must('users.rotateKeys', { taskId: taskId() });
    await preparing.reached;
    sealing.open();
    expect(await sending).toMatchObject({ ok: false, error: { code: 'VAULT_BUSY' } });
    expect(existsSync(path('work.deedpack'))).toBe(false);
    preparing.open();
    await rotating;
    await send();
  });

  test('into a folder that is gone is not noted as sent', async () => {
    both.office.answers.push(join(path('gone'), 'work.deedpack'));
    const sent = await both.office.call('exchange.sendWork', { contactId: both.siteContact, contractIds: [contract.summary.id], withFiles: true, withAmounts: false, message: '', taskId: taskId() });
    expect(sent).toMatchObject({ ok: false, error: { code: 'FOLDER_GONE' } });
    expect(await both.office.must('exchange.sent', undefined)).toEqual([]);
  });

  test('goes out without money, is done elsewhere, and comes back as proofs and steps', async () => {
    const packId = await receive(await send());
    const sheet = await both.site.must('exchange.sheet', { packId });
    expect(sheet).toMatchObject({ kind: 'work', message: '请周五前完成', amounts: null, contracts: [{ number: contract.summary.number, obligations: [{ title: '交付设备' }, { title: '现场验收' }] }] });
    // Neither sums nor bank accounts travel inside the text.
    const travelled = JSON.stringify(sheet);
    expect(travelled).not.toContain('"minor"');
    expect(travelled).not.toMatch(/"bankAccount":"/);
    const acceptance = sheet.contracts[0]?.obligations[1]?.id ?? ('' as never);
    expect(code(await both.site.call('exchange.step', { packId, obligationId: acceptance, to: 'met', on: day, reason: '' }))).toBe('EVIDENCE_MISSING');
    await both.site.must('exchange.addNote', { packId, obligationId: acceptance, words: '清点 120 套，完好' });
    await both.site.must('exchange.step', { packId, obligationId: acceptance, to: 'met', on: day, reason: '' });

    const back = await returned(await reply(packId, 'back.deedpack'));
    expect(back.preview).toMatchObject({ message: '已完成', changes: [{ obligationTitle: '现场验收', verdict: 'take', refusal: null, theirs: { status: 'met' } }], evidence: [{ kind: 'note', isNew: true }] });
    expect(await both.office.must('exchange.merge', { pickId: back.pickId, stamp: back.preview.stamp, decisions: {} })).toEqual({ changes: 1, evidence: 1 });
    expect(await obligation('现场验收')).toMatchObject({ status: 'met', metOn: day, evidence: [{ kind: 'note', words: expect.stringContaining('清点 120 套，完好') as string }] });
    expect(await obligation('交付设备')).toMatchObject({ status: 'planned' });
  });

  test('carries its money only where the sender holds it and chose to', async () => {
    const packId = await receive(await send('money.deedpack', true));
    const sheet = await both.site.must('exchange.sheet', { packId });
    expect(JSON.stringify(sheet.amounts)).toContain('"minor"');
    const { passphrase } = await both.office.must('users.invite', { name: '法务', roles: ['legal'] });
    await both.office.must('vault.lock', undefined);
    await both.office.must('vault.unlock', { userName: '法务', passphrase, takeOver: false });
    await both.office.must('exchange.makeIdentity', undefined);
    // The lawyer's identity is another: the site has to know it first.
    const file = await send('legal.deedpack', true);
    expect(code(await both.site.call('exchange.openPack', await pickPack(both.site, file)))).toBe('PACK_SENDER_UNKNOWN');
    expect((await both.office.must('exchange.sent', undefined)).map(({ hasAmounts }) => hasAmounts).toSorted()).toEqual([false, true]);
  });

  test('asks a person where both sides changed the same, and takes all of it or nothing', async () => {
    const packId = await receive(await send());
    const delivery = (await obligation('交付设备')).id;
    const acceptance = (await obligation('现场验收')).id;
    await both.site.must('exchange.step', { packId, obligationId: delivery, to: 'partially_met', on: day, reason: '少两套' });
    await both.site.must('exchange.addNote', { packId, obligationId: acceptance, words: '合格' });
    await both.site.must('exchange.step', { packId, obligationId: acceptance, to: 'met', on: day, reason: '' });
    await moveAtOffice('交付设备', 'met');
    const back = await returned(await reply(packId, 'back.deedpack'));
    expect(back.preview.changes.map(({ verdict }) => verdict).toSorted()).toEqual(['conflict', 'take']);
    const merge = (decisions: Record<string, 'ours' | 'theirs'>, stamp = back.preview.stamp) => both.office.call('exchange.merge', { pickId: back.pickId, stamp, decisions });
    expect(code(await merge({}))).toBe('CONFLICT_UNDECIDED');
    // "met" can't become "partly met" by the rules: nothing of the pack is taken, not even its proofs.
    expect(code(await merge({ [delivery]: 'theirs' }))).toBe('MERGE_REFUSED');
    expect(await obligation('现场验收')).toMatchObject({ status: 'planned', evidence: [] });
    expect(code(await merge({ [delivery]: 'ours' }, '0'.repeat(64)))).toBe('CHANGED_MEANWHILE');
    expect(code(await merge({ [delivery]: 'ours' }))).toBe('ok');
    expect(await obligation('交付设备')).toMatchObject({ status: 'met' });
    expect(await obligation('现场验收')).toMatchObject({ status: 'met', evidence: [{ kind: 'note' }] });
    expect(code(await merge({ [delivery]: 'ours' }))).toBe('PACK_REPLAYED');
  });

  test('may come back time and again: only what is new is taken, and an older answer not after a later one', async () => {
    const packId = await receive(await send());
    const delivery = (await obligation('交付设备')).id;
    await both.site.must('exchange.addNote', { packId, obligationId: delivery, words: '已发车' });
    await both.site.must('exchange.step', { packId, obligationId: delivery, to: 'in_progress', on: day, reason: '' });
    const first = await reply(packId, 'first.deedpack');
    const older = await reply(packId, 'older.deedpack');
    await both.site.must('exchange.addNote', { packId, obligationId: delivery, words: '已签收' });
    await both.site.must('exchange.step', { packId, obligationId: delivery, to: 'met', on: day, reason: '' });
    const last = await reply(packId, 'last.deedpack');
    const one = await returned(first);
    await both.office.must('exchange.merge', { pickId: one.pickId, stamp: one.preview.stamp, decisions: {} });
    const two = await returned(last);
    expect(two.preview.changes).toMatchObject([{ verdict: 'take', base: { status: 'in_progress' }, theirs: { status: 'met' } }]);
    expect(await both.office.must('exchange.merge', { pickId: two.pickId, stamp: two.preview.stamp, decisions: {} })).toEqual({ changes: 1, evidence: 1 });
    expect((await obligation('交付设备')).evidence).toHaveLength(2);
    expect(code(await both.office.call('exchange.openPack', await pickPack(both.office, older)))).toBe('PACK_REPLAYED');
  });

  test('is kept by whoever received it alone, and received once', async () => {
    const file = await send();
    const packId = await receive(file);
    expect(code(await both.site.call('exchange.receive', await pickPack(both.site, file)))).toBe('PACK_REPLAYED');
    const { passphrase } = await both.site.must('users.invite', { name: '同事', roles: ['contract_manager'] });
    await both.site.must('vault.lock', undefined);
    await both.site.must('vault.unlock', { userName: '同事', passphrase, takeOver: false });
    expect(await both.site.must('exchange.received', undefined)).toEqual([]);
    expect(code(await both.site.call('exchange.sheet', { packId }))).toBe('NOT_FOUND');
  });
});

test('what is typed on a pack is hindered once its step was taken, and for whoever did not receive it', async () => {
  const packId = await receive(await send());
  const [first] = (await both.site.must('exchange.sheet', { packId })).contracts[0]?.obligations ?? [];
  const keep = (dialog: KeptDialog, about: string) => both.site.must('contracts.keepDialog', { of: { contractId: null, dialog, about }, form: { revision: null, entries: {} } });
  const told = async () => Object.fromEntries((await both.site.must('contracts.unfinishedDialogs', { contractId: null })).map(({ dialog, about, obstacle }) => [`${dialog} ${about}`, obstacle]));
  const keepAll = async () => {
    await keep('packReply', packId);
    await keep('packAnswer', packId);
    await keep('packNote', `${packId} ${first?.id ?? ''}`);
    await keep('packStep', `${packId} ${first?.id ?? ''} in_progress`);
    await keep('pack', 'templates');
  };
  await keepAll();
  expect(new Set(Object.values(await told()))).toEqual(new Set([null]));
  await both.site.must('exchange.step', { packId, obligationId: first?.id ?? ('' as never), to: 'in_progress', on: day, reason: '' });
  expect(Object.entries(await told()).filter(([, obstacle]) => obstacle !== null)).toEqual([[`packStep ${packId} ${first?.id ?? ''} in_progress`, 'MOVED_ON']]);
  const { passphrase } = await both.site.must('users.invite', { name: '同事', roles: ['contract_manager'] });
  await both.site.must('vault.lock', undefined);
  await both.site.must('vault.unlock', { userName: '同事', passphrase, takeOver: false });
  await keepAll();
  expect(Object.entries(await told()).filter(([, obstacle]) => obstacle === null)).toEqual([['pack templates', null]]);
  expect(new Set(Object.values(await told()))).toEqual(new Set([null, 'GONE']));
});

describe('a pack is refused', () => {
  const openAtSite = async (file: string) => code(await both.site.call('exchange.openPack', await pickPack(both.site, file)));

  test('by a person without an identity, by anybody but its recipient, and when it answers what was never sent', async () => {
    const file = await send();
    const other = testWorld();
    try {
      await createTestVault(other);
      other.answers.push(file);
      const picked = await other.must('exchange.pickPack', undefined);
      expect(code(await other.call('exchange.openPack', picked ?? ('' as never)))).toBe('IDENTITY_LOST');
      await other.must('exchange.makeIdentity', undefined);
      expect(code(await other.call('exchange.openPack', picked ?? ('' as never)))).toBe('PACK_SENDER_UNKNOWN');
      both.office.answers.push(join(both.office.folder, 'own.deedcard'));
      await both.office.must('exchange.saveCard', undefined);
      other.answers.push(join(both.office.folder, 'own.deedcard'));
      await other.must('exchange.addContact', { pickId: null });
      expect(code(await other.call('exchange.openPack', picked ?? ('' as never)))).toBe('PACK_SENDER_UNCONFIRMED');
    } finally {
      await other.close();
    }
    const packId = await receive(file);
    const back = await reply(packId, 'back.deedpack');
    // The site's own answer, opened at the site: it is not for them.
    expect(await openAtSite(back)).toBe('PACK_SENDER_UNKNOWN');
    expect(await openAtSite(join(both.office.folder, 'nowhere.deedpack'))).toBe('PACK_MISSING');
  });

  test('when its sender was removed, and when it is no pack at all', async () => {
    const file = await send();
    await both.site.must('exchange.removeContact', { id: both.officeContact });
    expect(await openAtSite(file)).toBe('PACK_SENDER_UNKNOWN');
    writeFileSync(file, '{"format":"deedbox-template-pack"}');
    expect(await openAtSite(file)).toBe('PACK_OF_TEMPLATES');
    writeFileSync(file, readFileSync(import.meta.filename));
    expect(await openAtSite(file)).toBe('PACK_BROKEN');
  });
});

test('a changed pack has no effect at all: nothing is kept, and the log says nothing', async () => {
  const file = await send();
  const whole = readFileSync(file);
  const events = () => both.site.core.vaults.session()?.db.get<{ last: number }>({ text: 'SELECT max(sequence) AS last FROM audit_events', values: [] })?.last;
  const before = events();
  for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 40)) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x20;
    writeFileSync(file, changed);
    expect(code(await both.site.call('exchange.receive', await pickPack(both.site, file))), String(at)).toMatch(/^PACK_/);
  }
  expect(await both.site.must('exchange.received', undefined)).toEqual([]);
  expect(events()).toBe(before);
});

describe('a contact', () => {
  test('is believed only once its fingerprint was compared, and a changed card not at all', async () => {
    await both.office.must('exchange.removeContact', { id: both.siteContact });
    const card = join(both.site.folder, 'own.deedcard');
    writeFileSync(join(both.office.folder, 'changed.deedcard'), readFileSync(card, 'utf8').replace('陈静', '李四'));
    both.office.answers.push(join(both.office.folder, 'changed.deedcard'));
    expect(code(await both.office.call('exchange.addContact', { pickId: null }))).toBe('CARD_UNREADABLE');
    both.office.answers.push(card);
    const again = await both.office.must('exchange.addContact', { pickId: null });
    expect(again).toMatchObject({ id: both.siteContact, confirmedAt: null });
    const request = { contactId: both.siteContact, contractIds: [contract.summary.id], withFiles: false, withAmounts: false, message: '', taskId: taskId() };
    expect(code(await both.office.call('exchange.sendWork', request))).toBe('CONTACT_UNCONFIRMED');
    expect(code(await both.office.call('exchange.confirmContact', { id: both.siteContact, spoken: '0000 0000' }))).toBe('FINGERPRINT_DIFFERS');
    both.office.answers.push(card);
    expect(code(await both.office.call('exchange.addContact', { pickId: null }))).toBe('CONTACT_KNOWN');
    both.site.answers.push(card);
    expect(code(await both.site.call('exchange.addContact', { pickId: null }))).toBe('CARD_IS_OWN');
  });
});
