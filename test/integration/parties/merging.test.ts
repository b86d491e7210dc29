import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AmendmentDraft } from '#shared/features/amendments/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { ContractRecord } from '#shared/features/contracts/record.ts';
import type { PartyMergeEntry } from '#shared/features/parties/merging.ts';
import type { Party, PartyId } from '#shared/features/parties/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { enterParty, proposedMerge } from '../../harness/duplicate-parties.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { membersOf } from '../../harness/members.ts';
import { registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

// One company twice in the vault: as it was entered, and as the CRM brought it.

const uscc = '91440300708461136T';
const account = { bankName: '示例银行', bankAccount: '6222 0000' };

let world: TestWorld;
let kept: Party;
let merged: Party;
let own: Party;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  own = await enterParty(world, { kind: 'internal', nameZh: '蓝港航运' });
  kept = await enterParty(world, { nameZh: '青石海洋工程装备有限公司', legalRepresentative: '张三' });
  merged = await enterParty(world, { nameZh: '青石海洋装备', uscc, legalRepresentative: '李四', noticeAddress: '深圳' }, account);
});
afterEach(() => world.close());

const between = (other: PartyId, signatory = ''): ContractRecord['parties'] => [
  { partyId: own.id, role: 'party_a', signatory: '陈静' },
  { partyId: other, role: 'party_b', signatory },
];
const contractWith = (other: PartyId, title = '浮标采购') => registerSigned(world, title, { parties: between(other) });
const contract = ({ summary: { id } }: Contract) => world.must('contracts.get', { id });
const partiesOf = async (made: Contract) => (await contract(made)).record.parties.map(({ partyId }) => partyId);
const merge = async (change: Partial<PartyMergeEntry> = {}) => world.must('parties.merge', { ...(await proposedMerge(world, kept.id, merged.id)), ...change });
const found = async (text: string) => (await world.must('contracts.search', { text, limit: 10 })).hits.map(({ contract: { title } }) => title);
const listed = async (search = '') => (await world.must('parties.list', { search, archived: false, sort: 'name', offset: 0, limit: 50 })).parties.map(({ id }) => id);

describe('a merge', () => {
  test('leaves one record that says what was chosen, and the empty filled from the other', async () => {
    const { party } = await merge();
    expect(party).toMatchObject({ id: kept.id, nameZh: kept.nameZh, legalRepresentative: '张三', uscc, noticeAddress: '深圳', bank: account, revision: 2 });
    expect(await listed()).toEqual(expect.arrayContaining([own.id, kept.id]));
    expect(await listed()).not.toContain(merged.id);
    expect((await world.must('parties.list', { search: '', archived: true, sort: 'name', offset: 0, limit: 50 })).total).toBe(0);
    expect(await world.must('parties.get', { id: merged.id })).toMatchObject({ nameZh: '青石海洋装备', uscc, bank: account });
  });

  test('takes contracts, communications and risks along, and says before how many', async () => {
    const made = await contractWith(merged.id);
    await world.must('problems.addCommunication', { contractId: made.summary.id, kind: 'call', partyId: merged.id, happenedOn: '2026-11-20' as Day, text: { subject: '催货', body: '', correspondent: '' } });
    await world.must('risks.save', { id: null, revision: 0, draft: { category: 'legal', title: '停产', contractId: null, partyId: merged.id, likelihood: 3, impact: 3, state: 'open', treatment: 'reduce', ownerId: null, reviewOn: null } });
    expect(await world.must('parties.mergeEffects', { keptId: kept.id, mergedId: merged.id })).toEqual({ contracts: 1, communications: 1, risks: 1, folded: [], opposed: [] });
    await merge();
    expect(await partiesOf(made)).toEqual([own.id, kept.id]);
    expect(await world.must('problems.ofParty', { partyId: kept.id })).toHaveLength(1);
    expect((await world.must('risks.list', { contractId: null, withClosed: false })).map(({ partyId }) => partyId)).toEqual([kept.id]);
    expect((await world.must('contracts.list', { search: '', sort: 'number', limit: 5, filter: { partyId: kept.id } })).total).toBe(1);
  });

  test('lets the contracts be found by both names, and the record by the one that was merged away', async () => {
    await contractWith(merged.id);
    expect(await found('青石海洋工程')).toEqual([]);
    await merge();
    expect(await found('青石海洋工程')).toEqual(['浮标采购']);
    expect(await found('青石海洋装备')).toEqual(['浮标采购']);
    expect((await world.must('contracts.list', { search: '', sort: 'number', limit: 5, filter: { partyName: '青石海洋装备' } })).total).toBe(1);
    expect(await listed('青石海洋装备')).toEqual([kept.id]);
    expect(await world.must('parties.similar', { nameZh: '青石海洋装备', nameEn: '', uscc: '', except: null })).toMatchObject([{ id: kept.id, nameZh: kept.nameZh }]);
  });

  test('leaves the text of a contract and its hash as they were, and a later version names the record that was kept', async () => {
    const { templateVersionId, entry } = await sampleEntry(world);
    const [key = ''] = Object.entries(entry.parties).find(([, id]) => id !== undefined) ?? [];
    const made = await world.must('contracts.create', { templateVersionId, entry: { ...entry, parties: { ...entry.parties, [key]: merged.id } } });
    await merge();
    const after = await contract(made);
    expect(after.versions).toEqual(made.versions);
    expect(after.values).toEqual(made.values);
    expect(JSON.stringify(after.values)).toContain('青石海洋装备');
    expect(after.parties[key]).toBe(kept.id);
    const revised = await world.must('contracts.revise', { id: made.summary.id, revision: after.revision, entry: { ...entry, parties: { ...entry.parties, [key]: merged.id } } });
    expect(revised.parties[key]).toBe(kept.id);
    expect(JSON.stringify(revised.values)).toContain('青石海洋工程装备有限公司');
    const restored = await world.must('versions.restore', { contractId: made.summary.id, revision: revised.revision, versionNumber: 1 });
    expect((await contract(made)).parties[key], JSON.stringify(restored).slice(0, 80)).toBe(kept.id);
  });

  test('is told on the contract and in the log', async () => {
    const made = await contractWith(merged.id);
    await merge();
    expect(await world.must('parties.mergesIn', { contractId: made.summary.id })).toMatchObject([{ kept: { id: kept.id }, merged: { id: merged.id, nameZh: '青石海洋装备' }, byName: userName }]);
    await world.must('users.invite', { name: '审计', roles: ['auditor'] }).then(async ({ passphrase }) => {
      world.core.vaults.lock();
      await world.must('vault.unlock', { userName: '审计', passphrase, takeOver: false });
    });
    const { events } = await world.must('audit.list', { filter: { subjectKind: 'contract', subjectId: made.summary.id }, before: null, limit: 10 });
    expect(events[0]).toMatchObject({ operation: 'parties.merge', facts: JSON.stringify({ keptParty: kept.id, mergedParty: merged.id }) });
  });

  test('of a record that is archived with one in use leaves a record in use', async () => {
    await world.must('parties.archive', { id: kept.id });
    expect((await merge()).party.archivedAt).toBeNull();
  });

  test('after another leads on to the last record', async () => {
    const made = await contractWith(merged.id);
    await merge();
    const last = await enterParty(world, { nameZh: '青石集团' });
    await world.must('parties.merge', await proposedMerge(world, last.id, kept.id));
    expect(await partiesOf(made)).toEqual([own.id, last.id]);
    expect(await found('青石海洋装备')).toEqual(['浮标采购']);
    const late = await contractWith(merged.id, '第二份');
    expect(await partiesOf(late)).toEqual([own.id, last.id]);
  });
});

describe('on a contract where both stand', () => {
  test('in one role, one line stays with who signs for it', async () => {
    const parties: ContractRecord['parties'] = [...between(kept.id), { partyId: merged.id, role: 'party_b', signatory: '李雷' }];
    const made = await registerSigned(world, '三方', { parties });
    const { folded } = await world.must('parties.mergeEffects', { keptId: kept.id, mergedId: merged.id });
    expect(folded).toMatchObject([{ id: made.summary.id }]);
    const { mergeId } = await merge();
    expect((await contract(made)).record.parties).toEqual([between(kept.id)[0], { partyId: kept.id, role: 'party_b', signatory: '李雷' }]);
    await world.must('parties.unmerge', { mergeId });
    expect((await contract(made)).record.parties).toEqual(parties);
  });

  test('in two blanks of a text that is not signed yet, nothing is merged; of one that is signed one line stays', async () => {
    const { templateVersionId, entry } = await sampleEntry(world);
    const [first = '', second = ''] = Object.keys(entry.parties);
    const made = await world.must('contracts.create', { templateVersionId, entry: { ...entry, parties: { [first]: kept.id, [second]: merged.id } } });
    const oneRole = made.record.parties.map((party) => ({ ...party, role: 'party_b' as const }));
    const draft = await world.must('contracts.saveRecord', { id: made.summary.id, revision: made.revision, title: made.summary.title, contractType: 'sales', record: { ...made.record, parties: oneRole } });
    const opposed = async () => (await world.must('parties.mergeEffects', { keptId: kept.id, mergedId: merged.id })).opposed.map(({ reason }) => reason);
    expect(await opposed()).toEqual(['draft']);
    await world.must('contracts.changeStage', { id: made.summary.id, revision: draft.revision, to: 'signed', details: { reason: '', basis: '', notice: '', effectiveOn: null, signedOn: '2026-11-01' as Day } });
    expect(await opposed()).toEqual([]);
    await merge();
    expect(await partiesOf(made)).toEqual([kept.id]);
  });

  test('in different roles nothing is merged', async () => {
    const apart = await registerSigned(world, '对签', { parties: [{ partyId: kept.id, role: 'party_a', signatory: '' }, { partyId: merged.id, role: 'party_b', signatory: '' }] });
    const { opposed } = await world.must('parties.mergeEffects', { keptId: kept.id, mergedId: merged.id });
    expect(opposed).toMatchObject([{ id: apart.summary.id, reason: 'roles' }]);
    const reply = await world.call('parties.merge', await proposedMerge(world, kept.id, merged.id));
    expect(reply).toMatchObject({ ok: false, error: { code: 'PARTIES_OPPOSED', params: { count: 1 } } });
    expect(await partiesOf(apart)).toEqual([kept.id, merged.id]);
    expect(await world.must('parties.get', { id: kept.id })).toEqual(kept);
    expect(await listed()).toContain(merged.id);
  });

  test('in different roles by an amendment that is to come, nothing is merged either', async () => {
    const made = await contractWith(kept.id);
    const parties: AmendmentDraft['terms']['parties'] = [{ partyId: own.id, role: 'party_a' }, { partyId: kept.id, role: 'party_b' }, { partyId: merged.id, role: 'guarantor' }];
    await amend(made, parties, '2027-01-01');
    expect(await world.call('parties.merge', await proposedMerge(world, kept.id, merged.id))).toMatchObject({ error: { code: 'PARTIES_OPPOSED' } });
  });
});

describe('an amended contract', () => {
  test('keeps its original terms as they were signed, and its amendments lead to the record that was kept', async () => {
    const other = await enterParty(world, { nameZh: '远景重工' });
    const made = await contractWith(other.id, '待变更');
    await amend(made, [{ partyId: own.id, role: 'party_a' }, { partyId: merged.id, role: 'party_b' }], '2026-11-10');
    await amend(made, [{ partyId: own.id, role: 'party_a' }, { partyId: merged.id, role: 'party_b' }, { partyId: kept.id, role: 'party_b' }], '2026-12-01');
    await merge();
    world.clock.advance(20 * 86_400_000);
    await membersOf(world).become(userName);
    expect((await contract(made)).record.parties.map(({ partyId, role }) => [partyId, role])).toEqual([[own.id, 'party_a'], [kept.id, 'party_b']]);
    const { amendments, partyNames } = await world.must('amendments.list', { contractId: made.summary.id });
    expect(amendments[0]?.terms.parties?.[1]?.partyId).toBe(merged.id);
    expect(partyNames).toContainEqual({ id: merged.id, nameZh: '青石海洋装备', nameEn: '' });
  });
});

describe('what was begun before a merge', () => {
  test('and is taken up after it names the record that was kept', async () => {
    const of = { kind: 'standalone', parentId: null } as const;
    await world.must('contracts.keepRecord', { of, form: { revision: null, entries: { parties: [{ partyId: merged.id, name: '青石海洋装备', role: 'party_b', signatory: '' }] } } });
    const { templateVersionId } = await sampleEntry(world);
    await world.must('contracts.keepForm', { templateVersionId, form: { language: 'zh', title: '', entries: { buyer: merged.id } } });
    await world.must('contracts.saveView', { name: '青石', selection: { search: '', sort: 'number', descending: false, filter: { partyId: merged.id } }, hiddenColumns: [] });
    const ids = async () =>
      JSON.stringify([await world.must('contracts.keptRecord', { of }), await world.must('contracts.keptForm', { templateVersionId }), await world.must('contracts.views', undefined)]).match(new RegExp(`${kept.id}|${merged.id}`, 'g'));
    expect(await ids()).toEqual([merged.id, merged.id, merged.id]);
    const { mergeId } = await merge();
    expect(await ids()).toEqual([kept.id, kept.id, kept.id]);
    await world.must('parties.unmerge', { mergeId });
    expect(await ids()).toEqual([merged.id, merged.id, merged.id]);
  });

  test('and is saved after it is led to the record that was kept, or refused where it would overwrite', async () => {
    const made = await contractWith(merged.id);
    await merge();
    const late = await world.call('contracts.saveRecord', { id: made.summary.id, revision: made.revision, title: '新名', contractType: 'purchase', record: made.record });
    expect(late).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } });
    expect(await partiesOf(await contractWith(merged.id, '刚录入'))).toEqual([own.id, kept.id]);
    expect(await world.call('parties.update', { id: merged.id, revision: 2, details: { ...merged, notes: '改' }, bank: account })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await world.call('parties.restore', { id: merged.id })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('an undone merge', () => {
  test('leaves both records and everything that names them as they were', async () => {
    const made = await contractWith(merged.id);
    const mine = await contractWith(kept.id, '留下的');
    const { mergeId } = await merge();
    await world.must('parties.unmerge', { mergeId });
    const stood = ({ revision: _, updatedAt: __, ...said }: Party) => said;
    expect(stood(await world.must('parties.get', { id: kept.id }))).toEqual(stood(kept));
    expect(stood(await world.must('parties.get', { id: merged.id }))).toEqual(stood(merged));
    expect([await partiesOf(made), await partiesOf(mine)]).toEqual([[own.id, merged.id], [own.id, kept.id]]);
    expect(await listed()).toContain(merged.id);
    expect(await found('青石海洋工程')).toEqual(['留下的']);
    expect(await world.must('parties.mergesOf', { id: kept.id })).toEqual([]);
    expect(await world.call('parties.unmerge', { mergeId })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('leaves a third record, which stood on the contract too and was merged since, its place; in whichever order they are undone', async () => {
    const third = await enterParty(world, { nameZh: '青石海工' });
    const parties: ContractRecord['parties'] = [...between(merged.id, '李雷'), { partyId: third.id, role: 'party_b', signatory: '王芳' }];
    const sorted = async (made: Contract) => (await contract(made)).record.parties.toSorted((one, other) => one.partyId.localeCompare(other.partyId));
    for (const order of [[0, 1], [1, 0]] as const) {
      const made = await registerSigned(world, `三家 ${order.join()}`, { parties });
      const merges = [await merge(), await world.must('parties.merge', await proposedMerge(world, kept.id, third.id))];
      expect(await partiesOf(made)).toEqual([own.id, kept.id]);
      const mergeOf = (at: 0 | 1) => ({ mergeId: merges[at]?.mergeId ?? ('' as never) });
      await world.must('parties.unmerge', mergeOf(order[0]));
      expect((await partiesOf(made)).toSorted()).toEqual([own.id, kept.id, order[0] === 0 ? merged.id : third.id].toSorted());
      await world.must('parties.unmerge', mergeOf(order[1]));
      expect(await sorted(made)).toEqual(parties.toSorted((one, other) => one.partyId.localeCompare(other.partyId)));
    }
  });

  test('leaves what was changed since', async () => {
    const { mergeId, party } = await merge();
    await world.must('parties.update', { id: kept.id, revision: party.revision, details: { ...party, noticeAddress: '广州' }, bank: { ...account, bankAccount: '9999' } });
    await world.must('parties.unmerge', { mergeId });
    expect(await world.must('parties.get', { id: kept.id })).toMatchObject({ noticeAddress: '广州', uscc: '', bank: { ...account, bankAccount: '9999' } });
    expect(await world.must('parties.get', { id: merged.id })).toMatchObject({ uscc, bank: account });
  });

  test('is refused while another has the credit code that would come back, or the record went further', async () => {
    const { mergeId } = await merge({ details: { ...kept, uscc: '' } });
    const other = await enterParty(world, { nameZh: '另一家', uscc });
    expect(await world.call('parties.unmerge', { mergeId })).toMatchObject({ error: { code: 'USCC_TAKEN', params: { partyId: other.id } } });
    expect(await listed()).not.toContain(merged.id);
    await world.must('parties.merge', await proposedMerge(world, other.id, kept.id));
    expect(await world.call('parties.unmerge', { mergeId })).toMatchObject({ error: { code: 'MERGED_FURTHER' } });
  });
});

describe('a merge is refused', () => {
  test('when one of the records was changed meanwhile, and nothing is half done', async () => {
    const made = await contractWith(merged.id);
    const entry = await proposedMerge(world, kept.id, merged.id);
    await world.must('parties.update', { id: merged.id, revision: 1, details: { ...merged, notes: '改过' }, bank: account });
    expect(await world.call('parties.merge', entry)).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } });
    expect(await partiesOf(made)).toEqual([own.id, merged.id]);
  });

  test('with details that no party may have, or the code of a third one, and everything stays', async () => {
    const third = await enterParty(world, { nameZh: '第三家', uscc: '91330200MA7DEMXA1L' });
    const made = await contractWith(merged.id);
    const entry = await proposedMerge(world, kept.id, merged.id);
    const saying = (details: Partial<Party>) => world.call('parties.merge', { ...entry, details: { ...entry.details, ...details } });
    expect(await saying({ uscc: third.uscc })).toMatchObject({ error: { code: 'USCC_TAKEN', params: { partyId: third.id } } });
    expect(await saying({ nameZh: '', nameEn: '' })).toMatchObject({ error: { code: 'PARTY_INVALID' } });
    expect(await saying({ nameZh: '青石\u202E' })).toMatchObject({ error: { code: 'PARTY_INVALID' } });
    expect(await partiesOf(made)).toEqual([own.id, merged.id]);
    expect(await listed()).toContain(merged.id);
  });

  test('of a record with itself, or with one that gave way already', async () => {
    expect(await world.call('parties.merge', { ...(await proposedMerge(world, kept.id, merged.id)), mergedId: kept.id })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    await merge();
    expect(await world.call('parties.mergeEffects', { keptId: merged.id, mergedId: own.id })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await world.call('parties.merge', await proposedMerge(world, merged.id, own.id))).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

test('bank accounts are noted with the money only, so that core never holds one', async () => {
  await merge();
  const columns = connectionOf(world).all<{ text: string }>(sql`SELECT kept_before || kept_after AS text FROM main.party_merges`);
  expect(columns).toHaveLength(1);
  expect(columns[0]?.text).not.toMatch(/6222|示例银行/);
});

async function amend(made: Contract, parties: AmendmentDraft['terms']['parties'], effectiveOn: string): Promise<void> {
  const draft: AmendmentDraft = { kind: 'change', effectiveOn: effectiveOn as Day, documentId: null, terms: { parties }, amount: null, rationale: '', clauses: [] };
  await world.must('amendments.record', { contractId: made.summary.id, revision: (await contract(made)).revision, draft });
}
