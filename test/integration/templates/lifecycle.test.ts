import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { templateFromFound } from '#shared/features/templates/found-template.ts';
import type { TemplateContent, TemplateVersionId } from '#shared/features/templates/model.ts';
import type { OperationName } from '#shared/ipc/registry.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let people: Members;
let published: TemplateVersionId;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  people = membersOf(world);
  published = (await world.must('templates.list', undefined)).find(({ contractType }) => contractType === 'sales')?.versionId ?? ('' as never);
});
afterEach(() => world.close());

const draft = async () => (await world.must('templates.startDraft', { from: 'version', versionId: published, isNewTemplate: false })).versionId;
const version = (versionId: TemplateVersionId) => world.must('templates.version', { versionId });
const target = async (versionId: TemplateVersionId) => ({ versionId, revision: (await version(versionId)).record.revision });
const status = async (versionId: TemplateVersionId) => (await version(versionId)).record.summary.status;
async function save(versionId: TemplateVersionId, part: Partial<TemplateContent>) {
  const { content, record } = await version(versionId);
  return world.must('templates.saveDraft', { versionId, revision: record.revision, content: { ...content, ...part }, changeNote: '改了标题' });
}
const codeOf = (reply: { readonly ok: boolean; readonly error?: { readonly code: string } }) => (reply.ok ? null : (reply.error?.code ?? ''));

describe('a template', () => {
  test('is drafted, reviewed and published by a second person, and the version before is superseded', async () => {
    await people.invite('李法务', 'legal');
    const { templateVersionId, entry } = await sampleEntry(world);
    const contract = await world.must('contracts.create', { templateVersionId, entry });
    const versionId = await draft();
    expect(codeOf(await world.call('templates.startDraft', { from: 'version', versionId: published, isNewTemplate: false }))).toBe('DRAFT_EXISTS');
    await save(versionId, { titleZh: '买卖合同（新）' });
    expect(codeOf(await world.call('templates.publish', { ...(await target(versionId)), reason: '' }))).toBe('NO_SUCH_STEP');
    await world.must('templates.submit', await target(versionId));
    expect(codeOf(await world.call('templates.publish', { ...(await target(versionId)), reason: '我自己看过了，没有问题' }))).toBe('SECOND_PERSON_NEEDED');
    await people.become('李法务');
    expect((await version(versionId)).notes.changeNote).toBe('改了标题');
    await world.must('templates.sendBack', { ...(await target(versionId)), comment: '请恢复标题' });
    await people.become(userName);
    expect([await status(versionId), (await version(versionId)).notes.reviewComment]).toEqual(['draft', '请恢复标题']);
    await world.must('templates.submit', await target(versionId));
    await people.become('李法务');
    await world.must('templates.publish', { ...(await target(versionId)), reason: '' });
    expect([await status(versionId), await status(published)]).toEqual(['published', 'superseded']);
    expect(await world.must('templates.superseded', undefined)).toMatchObject([{ contractId: contract.summary.id, versionNumber: 1, presentVersionNumber: 2 }]);
    expect((await world.must('contracts.get', { id: contract.summary.id })).templateVersionId).toBe(published);
    await people.become(userName);
    expect(codeOf(await world.call('contracts.create', { templateVersionId: published, entry }))).toBe('TEMPLATE_NOT_FOUND');
  });

  test('that is superseded while a contract is filled in hands what was typed to its next version, once', async () => {
    const { templateVersionId, entry } = await sampleEntry(world);
    const form = { language: 'zh' as const, title: '泵站买卖合同', entries: { quantity: '12', totalPrice: { text: '1,200', currency: 'CNY' } } };
    await world.must('contracts.keepForm', { templateVersionId, form });
    const versionId = await draft();
    await world.must('templates.submit', await target(versionId));
    await world.must('templates.publish', { ...(await target(versionId)), reason: '只有我一人，已逐条核对' });
    expect((await world.must('contracts.keptForm', { templateVersionId: versionId }))?.form).toEqual(form);
    const further = { ...form, title: '泵站买卖合同（二期）' };
    await world.must('contracts.keepForm', { templateVersionId: versionId, form: further });
    expect((await world.must('contracts.keptForm', { templateVersionId: versionId }))?.form).toEqual(further);
    await world.must('contracts.create', { templateVersionId: versionId, entry });
    expect(await world.must('contracts.keptForm', { templateVersionId: versionId })).toBeNull();
    expect(await world.must('contracts.keptForm', { templateVersionId })).toBeNull();
  });

  test('of a vault with one person is published alone, with a reason that is kept', async () => {
    const versionId = await draft();
    await world.must('templates.submit', await target(versionId));
    expect(codeOf(await world.call('templates.publish', { ...(await target(versionId)), reason: '好' }))).toBe('REASON_MISSING');
    await world.must('templates.publish', { ...(await target(versionId)), reason: '合同库只有我一人，已逐条核对' });
    expect((await version(versionId)).notes.publishReason).toBe('合同库只有我一人，已逐条核对');
  });

  test('with problems that block goes no further', async () => {
    const versionId = await draft();
    const { content } = await version(versionId);
    await save(versionId, { variables: content.variables.filter(({ key }) => key !== 'goodsName') });
    expect((await version(versionId)).problems).toMatchObject([{ code: 'UNDECLARED_VARIABLE', key: 'goodsName', blocks: true }]);
    expect(codeOf(await world.call('templates.submit', await target(versionId)))).toBe('TEMPLATE_PROBLEMS');
    await save(versionId, { variables: content.variables });
    await world.must('clauses.saveRequirement', { contractType: 'sales', categories: ['insurance'] });
    expect((await version(versionId)).problems).toMatchObject([{ code: 'MISSING_CLAUSE', category: 'insurance' }]);
  });

  test('is edited only by those who keep its group', async () => {
    await people.invite('李法务', 'legal');
    await world.must('templates.saveGroup', { id: null, name: '采购组', maintainerIds: [(await world.must('approvals.members', undefined)).find(({ name }) => name === '李法务')?.id ?? ('' as never)] });
    const [group] = await world.must('templates.groups', undefined);
    const [template] = await world.must('templates.catalogue', undefined);
    if (template === undefined) throw new Error('no template');
    await world.must('templates.saveKeeping', { templateId: template.id, revision: template.revision, groupId: group?.id ?? null, ownerId: null, nextReviewOn: '2026-11-01' as never, isReviewed: false });
    expect(codeOf(await world.call('templates.startDraft', { from: 'version', versionId: published, isNewTemplate: false }))).toBe('NOT_MAINTAINER');
    expect(codeOf(await world.call('templates.saveGroup', { id: group?.id ?? null, name: '采购组', maintainerIds: [] }))).toBe('NOT_MAINTAINER');
    await people.become('李法务');
    expect(await draft()).toBeTruthy();
  });

  test('of a group can go on changing though one of its people left, who keeps its templates again once they are back', async () => {
    await people.invite('李法务', 'legal');
    const ids = (await world.must('approvals.members', undefined)).map(({ id }) => id).toSorted();
    const legal = (await world.must('approvals.members', undefined)).find(({ name }) => name === '李法务')?.id ?? ('' as never);
    await world.must('templates.saveGroup', { id: null, name: '采购组', maintainerIds: ids });
    const group = async () => {
      const [first] = await world.must('templates.groups', undefined);
      return first === undefined ? undefined : { ...first, maintainerIds: first.maintainerIds.toSorted() };
    };
    const id = (await group())?.id ?? null;
    expect((await group())?.absent).toEqual([]);
    await world.must('users.disable', { id: legal });
    expect(await group()).toMatchObject({ maintainerIds: ids, absent: [{ id: legal, name: '李法务' }] });
    await world.must('templates.saveGroup', { id, name: '采购', maintainerIds: ids });
    expect(await group()).toMatchObject({ name: '采购', maintainerIds: ids });
    await world.must('users.enable', { id: legal });
    expect((await group())?.absent).toEqual([]);
    await world.must('users.remove', { id: legal });
    await world.must('templates.saveGroup', { id, name: '采购', maintainerIds: ids.filter((one) => one !== legal) });
    expect(codeOf(await world.call('templates.saveGroup', { id, name: '采购', maintainerIds: ids }))).toBe('NOT_FOUND');
  });

  test('that was looked through is due again on a later day, or on none, and keeps an owner who left', async () => {
    await people.invite('李法务', 'legal');
    const legal = (await world.must('approvals.members', undefined)).find(({ name }) => name === '李法务')?.id ?? ('' as never);
    const first = async () => {
      const [template] = await world.must('templates.catalogue', undefined);
      if (template === undefined) throw new Error('no template');
      return template;
    };
    const keep = async (nextReviewOn: string | null, isReviewed: boolean) => world.call('templates.saveKeeping', { templateId: (await first()).id, revision: (await first()).revision, groupId: null, ownerId: legal, nextReviewOn: nextReviewOn as never, isReviewed });
    await keep('2026-11-23', false);
    await world.must('users.remove', { id: legal });
    expect([codeOf(await keep('2026-11-23', true)), codeOf(await keep('2026-11-22', true)), (await first()).reviewedAt]).toEqual(['REVIEW_NOT_AHEAD', 'REVIEW_NOT_AHEAD', null]);
    expect([codeOf(await keep('2026-11-24', true)), codeOf(await keep(null, true))]).toEqual([null, null]);
    expect(await first()).toMatchObject({ ownerId: legal, ownerName: '李法务', nextReviewOn: null });
  });

  test('keeps its reminders and its flow with every contract made from it', async () => {
    const { templateVersionId, entry } = await sampleEntry(world);
    await world.must('contracts.create', { templateVersionId, entry });
    const kept = world.core.vaults.session()?.db.all<{ reminders: string }>({ text: 'SELECT reminders FROM contract_template_defaults', values: [] });
    expect(JSON.parse(kept?.[0]?.reminders ?? '[]')).toContainEqual({ event: 'expiry', offsetDays: [90, 60, 30, 7, 0] });
  });
});

test('a draft that is discarded leaves nothing, and a copy is a template of its own', async () => {
  const versionId = await draft();
  await world.must('templates.discardDraft', await target(versionId));
  expect(codeOf(await world.call('templates.version', { versionId }))).toBe('NOT_FOUND');
  const before = (await world.must('templates.catalogue', undefined)).length;
  await world.must('templates.startDraft', { from: 'version', versionId: published, isNewTemplate: true });
  expect(await world.must('templates.catalogue', undefined)).toHaveLength(before + 1);
});

test('a text file becomes a draft, its blanks variables', async () => {
  const path = join(world.folder, 'old.txt');
  writeFileSync(path, '采购合同\n甲方：{{甲方}}\n第一条 付款\n甲方应于【付款日期】以前向乙方支付{{total price}}。交付地点为______。\n');
  world.answers.push(path);
  const found = await world.must('templates.readFile', undefined);
  expect(found?.placeholders.map(({ words, key, type }) => [words, key, type])).toEqual([
    ['{{甲方}}', 'blank1', 'party'],
    ['【付款日期】', 'blank2', 'date'],
    ['{{total price}}', 'totalPrice', 'money'],
    ['______', 'blank4', 'text'],
  ]);
  if (found === null) throw new Error('nothing was read');
  const { versionId } = await world.must('templates.startDraft', { from: 'content', content: templateFromFound(found, found.placeholders, 'purchase') });
  expect((await version(versionId)).content.variables).toHaveLength(4);
});

describe('a template pack', () => {
  const path = () => join(world.folder, 'ours.deedpack');
  async function exported() {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '', years: 3 } as never);
    world.answers.push(path());
    await world.must('templates.exportPack', { versionIds: [published] });
    return readFileSync(path(), 'utf8');
  }
  const open = (name: OperationName & 'templates.openPack' = 'templates.openPack') => {
    world.answers.push(path());
    return world.call(name, undefined);
  };

  test('goes from vault to vault as drafts, with who signed it', async () => {
    expect(codeOf(await world.call('templates.exportPack', { versionIds: [published] }))).toBe('NO_IDENTITY');
    await exported();
    const opened = await open();
    if (!opened.ok || opened.value === null) throw new Error('the pack does not open');
    expect(opened.value.signer).toContain('陈静');
    expect(opened.value.templates).toMatchObject([{ titleZh: '买卖合同', contractType: 'sales' }]);
    expect(await world.must('templates.importPack', { pickId: opened.value.pickId, chosen: [0] })).toEqual({ drafts: 1 });
    const copy = (await world.must('templates.catalogue', undefined)).at(-1)?.versions[0];
    expect(copy?.summary).toMatchObject({ status: 'draft', titleZh: '买卖合同' });
  });

  test('that somebody changed is refused, wherever it was changed', async () => {
    const text = await exported();
    for (const changed of [text.replace('买卖合同', '买卖合洞'), text.replace('"version":1', '"version":1,"more":true'), text.replace(/"signature":"..../, '"signature":"AAAA')]) {
      writeFileSync(path(), changed);
      expect(codeOf(await open())).toBe('PACK_CHANGED');
    }
    writeFileSync(path(), 'not a pack');
    expect(codeOf(await open())).toBe('PACK_UNREADABLE');
  });
});
