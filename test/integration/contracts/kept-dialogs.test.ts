import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectionOf } from '../../harness/connection-of.ts';
import { membersOf } from '../../harness/members.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';
import { registerSigned } from '../../harness/signed-contract.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const entries = { effectiveOn: '2026-1', entries: [{ field: 'seat', text: '上海', unit: 'day' }], sum: { inclusive: '１５万' }, clauses: [{ reference: '', before: '每季度\u200b', after: '' }], rationale: '扩建' };
const stored = (table: string) => connectionOf(world).get<{ entries: string }>({ text: `SELECT entries FROM ${table}`, values: [] })?.entries ?? '';

test('an amendment comes back as typed, its sum out of the finance compartment and its words out of the texts’', async () => {
  const { summary } = await registerSigned(world, '厂房租赁');
  const of = { contractId: summary.id, dialog: 'amendment', about: '' } as const;
  await world.must('contracts.keepDialog', { of, form: { revision: null, entries } });
  expect((await world.must('contracts.keptDialog', { of }))?.form).toEqual({ revision: null, entries });
  expect(stored('kept_records')).toContain('上海');
  expect(stored('kept_records')).not.toMatch(/１５万|每季度|扩建/);
  expect(stored('clauses.kept_record_texts')).toMatch(/每季度.*扩建/);
  expect(stored('clauses.kept_record_texts')).not.toContain('１５万');
  expect(stored('finance.kept_record_amounts')).toContain('１５万');
  await world.must('contracts.discardDialog', { of });
  expect(await world.must('contracts.keptDialog', { of })).toBeNull();
  expect([stored('kept_records'), stored('clauses.kept_record_texts'), stored('finance.kept_record_amounts')]).toEqual(['', '', '']);
});

test('a contract tells what was left unfinished on it, the latest first, and its record’s own form is none of them', async () => {
  const [one, other] = [await registerSigned(world, 'A'), await registerSigned(world, 'B')];
  const contractId = one.summary.id;
  const keep = (id: typeof contractId, dialog: 'stage' | 'notice', about: string) => world.must('contracts.keepDialog', { of: { contractId: id, dialog, about }, form: { revision: 1, entries: { reason: dialog } } });
  await world.must('contracts.keepRecord', { of: { contractId }, form: { revision: 1, entries: {} } });
  await keep(contractId, 'stage', 'terminated');
  world.clock.advance(1000);
  await keep(contractId, 'notice', '');
  await keep(other.summary.id, 'notice', '');
  expect((await world.must('contracts.unfinishedDialogs', { contractId })).map(({ dialog, about }) => [dialog, about])).toEqual([['notice', ''], ['stage', 'terminated']]);
  expect((await world.must('contracts.keptDialog', { of: { contractId, dialog: 'stage', about: 'terminated' } }))?.form.entries).toEqual({ reason: 'stage' });
  expect(await world.must('contracts.keptDialog', { of: { contractId, dialog: 'stage', about: 'superseded' } })).toBeNull();
});

test('each person has their own; who may not record an amendment keeps none, and a key that is not held opens nothing', async () => {
  const members = membersOf(world);
  const { summary } = await registerSigned(world, 'A');
  const of = { contractId: summary.id, dialog: 'amendment', about: '' } as const;
  await members.invite('Lin', 'legal');
  await members.invite('Gao', 'auditor');
  await world.must('contracts.keepDialog', { of, form: { revision: null, entries } });
  await members.become('Lin');
  expect(await world.must('contracts.keptDialog', { of })).toBeNull();
  const { sum: _, ...withoutSum } = entries;
  await world.must('contracts.keepDialog', { of, form: { revision: null, entries } });
  expect((await world.must('contracts.keptDialog', { of }))?.form.entries).toEqual(withoutSum);
  await members.become('Gao');
  expect(await world.call('contracts.keepDialog', { of, form: { revision: null, entries } })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  expect(await world.must('contracts.unfinishedDialogs', { contractId: summary.id })).toEqual([]);
});

// Where each word of a form lies, so that whoever copies a file without its key reads none of it.
const placesByDialog = {
  revision: { core: [], clauses: ['language', 'title', 'values'], finance: ['amounts'] },
  voiding: { core: ['reason'], clauses: [], finance: [] },
  decision: { core: ['comment'], clauses: ['quotes', 'words', 'remark'], finance: [] },
  risk: { core: ['title', 'party'], clauses: ['notes'], finance: [] },
  problemStep: { core: ['reason'], clauses: [], finance: [] },
  template: { core: [], clauses: ['titleZh', 'bodyZh', 'bodyEn', 'variables', 'defaults'], finance: [] },
  clause: { core: ['category'], clauses: ['titleZh', 'preferred', 'fallbacks', 'hardLineEn', 'guidanceZh', 'note'], finance: [] },
  course: { core: ['lessons', 'bank'], clauses: [], finance: [] },
  improvement: { core: ['description', 'whys'], clauses: [], finance: [] },
  improvementReport: { core: ['title', 'description'], clauses: [], finance: [] },
  improvementResult: { core: ['result'], clauses: [], finance: [] },
  improvementGoal: { core: ['target'], clauses: [], finance: [] },
  completion: { core: ['result'], clauses: ['tasks'], finance: [] },
  party: { core: ['details'], clauses: [], finance: ['bank'] },
  recall: { core: ['reason'], clauses: [], finance: [] },
  finding: { core: ['state'], clauses: ['resolution'], finance: [] },
  obligationStep: { core: ['on', 'reason'], clauses: [], finance: [] },
  obligationNote: { core: ['words'], clauses: [], finance: [] },
  siteSignature: { core: [], clauses: ['name', 'strokes', 'width'], finance: [] },
  refusal: { core: [], clauses: ['reason'], finance: [] },
  envelopeVoiding: { core: [], clauses: ['reason'], finance: [] },
  waiver: { core: [], clauses: ['reason'], finance: [] },
  reviewSkip: { core: [], clauses: ['reason'], finance: [] },
  comment: { core: [], clauses: ['text'], finance: [] },
  proposals: { core: [], clauses: ['obligations'], finance: ['payments'] },
  payment: { core: ['direction', 'due'], clauses: [], finance: ['share', 'amount', 'condition'] },
  moneyLine: { core: [], clauses: [], finance: ['sum', 'on', 'words'] },
  submission: { core: ['note'], clauses: [], finance: [] },
  signing: { core: ['rows', 'expiresOn'], clauses: [], finance: [] },
  kpis: { core: [], clauses: ['kpis', 'known'], finance: [] },
  checkSheet: { core: ['name', 'items'], clauses: [], finance: [] },
  deliverable: { core: ['name', 'quantity'], clauses: ['spec'], finance: [] },
  tuning: { core: ['added', 'silenced'], clauses: [], finance: [] },
  workingYear: { core: ['number', 'holidays'], clauses: [], finance: [] },
  mail: { core: ['isProtected'], clauses: ['to', 'subject', 'text'], finance: [] },
  pack: { core: ['ids', 'contactId'], clauses: ['message'], finance: [] },
  packReply: { core: [], clauses: ['message'], finance: [] },
  packAnswer: { core: [], clauses: ['comment'], finance: [] },
  packStep: { core: ['on'], clauses: ['reason'], finance: [] },
  packNote: { core: [], clauses: ['words'], finance: [] },
  milestone: { core: ['name', 'dueOn'], clauses: [], finance: ['value', 'share'] },
  metric: { core: ['name', 'target', 'unit'], clauses: [], finance: ['credit'] },
  flow: { core: ['name', 'steps'], clauses: [], finance: [] },
  checklist: { core: ['nameZh', 'items'], clauses: [], finance: [] },
  law: { core: ['nameZh', 'note'], clauses: [], finance: [] },
  warningRule: { core: ['name', 'trigger'], clauses: [], finance: [] },
  rating: { core: ['rating', 'comment'], clauses: [], finance: [] },
  templateStep: { core: [], clauses: ['reason'], finance: [] },
  changeNote: { core: [], clauses: ['changeNote'], finance: [] },
  packMerge: { core: ['decisions'], clauses: [], finance: [] },
  reminderPolicy: { core: ['texts', 'policy'], clauses: [], finance: [] },
  reviewPolicy: { core: ['policy'], clauses: [], finance: ['bands'] },
} as const;

test.each(Object.entries(placesByDialog) as [keyof typeof placesByDialog, (typeof placesByDialog)[keyof typeof placesByDialog]][])('what is typed for a %s lies where it goes once it is saved, and nowhere else', async (dialog, places) => {
  const { summary } = await registerSigned(world, '厂房租赁');
  // What anybody may say of a course is on no contract.
  const of = { contractId: dialog === 'rating' ? null : summary.id, dialog, about: '' } as const;
  const typed: Readonly<Record<string, { readonly deep: string }>> = Object.fromEntries(Object.values<readonly string[]>(places).flatMap((fields) => fields.map((field) => [field, { deep: `said-${field}` }] as const)));
  await world.must('contracts.keepDialog', { of, form: { revision: null, entries: typed } });
  const placed = { core: stored('kept_records'), clauses: stored('clauses.kept_record_texts'), finance: stored('finance.kept_record_amounts') };
  const saidIn = (text: string) => [...text.matchAll(/said-(\w+)/g)].map(([, field]) => field);
  expect(Object.fromEntries(Object.entries(placed).map(([place, text]) => [place, saidIn(text)]))).toEqual(places);
  expect((await world.must('contracts.keptDialog', { of }))?.form.entries).toEqual(typed);
});

test('what is on no contract is kept apart from what is on one', async () => {
  const { summary } = await registerSigned(world, 'A');
  const keep = (contractId: typeof summary.id | null, title: string) => world.must('contracts.keepDialog', { of: { contractId, dialog: 'risk', about: '' }, form: { revision: null, entries: { title } } });
  await keep(null, 'a strike at the port');
  await keep(summary.id, 'the roof leaks');
  expect((await world.must('contracts.keptDialog', { of: { contractId: null, dialog: 'risk', about: '' } }))?.form.entries).toEqual({ title: 'a strike at the port' });
  expect(await world.must('contracts.unfinishedDialogs', { contractId: null })).toMatchObject([{ dialog: 'risk', about: '', obstacle: null }]);
  await world.must('contracts.discardDialog', { of: { contractId: null, dialog: 'risk', about: '' } });
  expect(await world.must('contracts.unfinishedDialogs', { contractId: null })).toEqual([]);
  expect(await world.must('contracts.unfinishedDialogs', { contractId: summary.id })).toHaveLength(1);
});

test('sums are kept for nobody who could not enter them', async () => {
  const members = membersOf(world);
  const { summary } = await registerSigned(world, 'A');
  await members.invite('Lin', 'legal');
  await members.become('Lin');
  const of = { contractId: summary.id, dialog: 'payment', about: '' } as const;
  expect(await world.call('contracts.keepDialog', { of, form: { revision: null, entries: { share: '30' } } })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  expect(stored('kept_records')).toBe('');
});

test('what an administrator says of a course is kept, who reads no contract and keeps nothing of one', async () => {
  const members = membersOf(world);
  const { summary } = await registerSigned(world, 'A');
  await members.invite('Gu', 'administrator');
  await members.become('Gu');
  const of = { contractId: null, dialog: 'rating', about: 'contract-basics lesson-1' } as const;
  const form = { revision: null, entries: { rating: 4, comment: '例子' } };
  await world.must('contracts.keepDialog', { of, form });
  expect((await world.must('contracts.keptDialog', { of }))?.form).toEqual(form);
  expect(await world.must('contracts.unfinishedDialogs', { contractId: null })).toMatchObject([{ dialog: 'rating', about: of.about, obstacle: null }]);
  for (const dialog of ['notice', 'improvementReport', 'mail', 'rating'] as const) {
    expect(await world.call('contracts.keepDialog', { of: { contractId: summary.id, dialog, about: '' }, form })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  }
  await world.must('contracts.discardDialog', { of });
  expect(await world.must('contracts.unfinishedDialogs', { contractId: null })).toEqual([]);
});
