import { expect, test } from 'vitest';
import type { TemplateStatus } from '#shared/features/templates/model.ts';
import { isMaintainer, isReviewDue, isStepOpen, mayPublish, type PublishQuestion } from '#shared/features/templates/lifecycle.ts';
import { templateProblems } from '#shared/features/templates/template-problems.ts';
import { seedTemplates } from '#shared/features/templates/seeds/seed-templates.ts';
import type { UserId } from '#shared/features/vault/model.ts';

const [anna, ben] = ['anna', 'ben'] as unknown as readonly [UserId, UserId];
const question: PublishQuestion = { authorId: anna, submittedById: anna, by: anna, publishers: [anna, ben], reason: '' };

test('the author does not publish while somebody else may', () => {
  expect(mayPublish({ ...question, reason: '已经逐条核对，没有问题' })).toMatchObject({ ok: false, error: { code: 'SECOND_PERSON_NEEDED' } });
  expect(mayPublish({ ...question, by: ben })).toEqual({ ok: true, value: { isAlone: false } });
});

test('who submitted does not publish either, whoever wrote it', () => {
  expect(mayPublish({ ...question, authorId: ben, publishers: [anna, ben, 'cara' as never] })).toMatchObject({ ok: false });
});

test('alone in a vault one publishes with a reason of some length', () => {
  const alone = { ...question, publishers: [anna] };
  expect(mayPublish({ ...alone, reason: '好的' })).toMatchObject({ error: { code: 'REASON_MISSING' } });
  expect(mayPublish({ ...alone, reason: '合同库只有我一人，已核对' })).toEqual({ ok: true, value: { isAlone: true } });
});

test('only a draft is saved, only what is in review is published, only what is published is retired', () => {
  expect(['draft', 'in_review', 'published', 'superseded', 'retired'].map((status) => [isStepOpen('save', status as never), isStepOpen('publish', status as never), isStepOpen('retire', status as never)])).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
    [false, false, false],
    [false, false, false],
  ]);
});

test('a group that names nobody is kept by everybody', () => {
  expect([isMaintainer([], anna), isMaintainer([ben], anna), isMaintainer([anna], anna)]).toEqual([true, false, true]);
});

test('a review is due on its day and after', () => {
  const versions = [{ summary: { status: 'published' } }] as const;
  const isDue = (nextReviewOn: string | null) => isReviewDue({ nextReviewOn: nextReviewOn as never, versions }, '2026-11-23' as never);
  expect([...['2026-11-22', '2026-11-23', '2026-11-24'].map(isDue), isDue(null)]).toEqual([true, true, false, false]);
});

test('the review of a template is due only while a version of it is in use or in work', () => {
  const isDue = (...statuses: TemplateStatus[]) => isReviewDue({ nextReviewOn: '2026-11-01' as never, versions: statuses.map((status) => ({ summary: { status } })) }, '2026-11-23' as never);
  expect([isDue('retired', 'superseded'), isDue('retired'), isDue('draft', 'retired'), isDue('in_review'), isDue('published', 'superseded')]).toEqual([false, false, true, true, true]);
});

test('the shipped templates have no problem, and each kind of problem is found', () => {
  for (const template of seedTemplates) expect(templateProblems(template, [])).toEqual([]);
  const [sales] = seedTemplates;
  if (sales === undefined) throw new Error('no template');
  const without = (key: string) => ({ ...sales, variables: sales.variables.filter((one) => one.key !== key) });
  expect(templateProblems(without('deliveryDate'), [])).toMatchObject([{ code: 'UNDECLARED_VARIABLE' }, { code: 'OBLIGATION_VARIABLE' }]);
  expect(templateProblems({ ...sales, variables: [...sales.variables, ...sales.variables.slice(0, 1)] }, [])).toMatchObject([{ code: 'TWICE_DECLARED', key: 'seller' }]);
  expect(templateProblems({ ...sales, bodyEn: { ...sales.bodyEn, content: sales.bodyEn.content.slice(1) } }, ['insurance'])).toMatchObject([{ code: 'MISSING_CLAUSE', category: 'insurance' }, { code: 'NOT_PARALLEL', blocks: false }]);
});
