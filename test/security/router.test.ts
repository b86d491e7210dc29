import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findOperation, operationNames } from '#shared/ipc/registry.ts';
import { createTestVault, testWorld, type TestWorld } from '../harness/world.ts';

// The attack: a renderer that was taken over calls main with whatever it likes. Whatever is not declared, too large,
// of the wrong form or not allowed must be refused before any handler runs, and must be answered.

let world: TestWorld;
beforeEach(() => {
  world = testWorld();
});
afterEach(() => world.close());

const send = (name: unknown, input: unknown) => world.core.router(name, input);

test('main offers exactly these operations', () => {
  expect(operationNames()).toEqual([
    'settings.get',
    'settings.update',
    'settings.about',
    'vault.status',
    'vault.recent',
    'vault.measurePassphrase',
    'vault.pickFolder',
    'vault.beginCreate',
    'vault.finishCreate',
    'vault.cancelCreate',
    'vault.createSample',
    'vault.deleteSample',
    'vault.select',
    'vault.forget',
    'vault.unlock',
    'vault.lock',
    'vault.changePassphrase',
    'vault.recover',
    'vault.beginRecoveryRenewal',
    'vault.finishRecoveryRenewal',
    'vault.touch',
    'parties.list',
    'parties.get',
    'parties.create',
    'parties.update',
    'parties.archive',
    'parties.restore',
    'templates.list',
    'templates.get',
    'templates.catalogue',
    'templates.version',
    'templates.startDraft',
    'templates.saveDraft',
    'templates.discardDraft',
    'templates.submit',
    'templates.sendBack',
    'templates.publish',
    'templates.retire',
    'templates.saveKeeping',
    'templates.groups',
    'templates.saveGroup',
    'templates.superseded',
    'templates.readFile',
    'templates.exportPack',
    'templates.openPack',
    'templates.importPack',
    'clauses.list',
    'clauses.versions',
    'clauses.save',
    'clauses.retire',
    'clauses.requirements',
    'clauses.saveRequirement',
    'clauses.deviations',
    'contracts.list',
    'contracts.count',
    'contracts.search',
    'contracts.tags',
    'contracts.family',
    'contracts.register',
    'contracts.saveRecord',
    'contracts.changeStage',
    'contracts.supersede',
    'contracts.addNotice',
    'contracts.views',
    'contracts.saveView',
    'contracts.deleteView',
    'contracts.exportList',
    'contracts.exportChanges',
    'contracts.changeMany',
    'contracts.get',
    'contracts.takeLinked',
    'contracts.create',
    'contracts.revise',
    'contracts.keepForm',
    'contracts.keptForm',
    'contracts.discardForm',
    'contracts.numbering',
    'contracts.changeNumbering',
    'imports.pickFile',
    'imports.preview',
    'imports.check',
    'imports.saveProblems',
    'imports.run',
    'imports.resume',
    'imports.cancel',
    'imports.undo',
    'imports.batches',
    'signing.envelopes',
    'signing.allEnvelopes',
    'signing.startEnvelope',
    'signing.signWithCertificate',
    'signing.signByHand',
    'signing.stampSeal',
    'signing.handOut',
    'signing.pickReturned',
    'signing.checkReturned',
    'signing.acceptReturned',
    'signing.declineEnvelope',
    'signing.voidEnvelope',
    'signing.saveSigned',
    'signing.draftMail',
    'signing.exportMany',
    'signing.seals',
    'signing.sealUses',
    'signing.sealImage',
    'signing.pickSealImage',
    'signing.addSeal',
    'signing.retireSeal',
    'signing.timestamps',
    'signing.setTimestampServer',
    'signing.stampQueued',
    'signing.identity',
    'signing.createIdentity',
    'signing.pickPkcs12',
    'signing.importPkcs12',
    'signing.exportSigned',
    'signing.cancelExport',
    'signing.showExport',
    'verification.pickFile',
    'verification.run',
    'versions.text',
    'versions.label',
    'versions.restore',
    'versions.pickFile',
    'versions.importRound',
    'versions.exportFile',
    'versions.cancel',
    'checker.check',
    'checker.waive',
    'checker.withdrawWaiver',
    'checker.rules',
    'checker.tune',
    'approvals.flows',
    'approvals.members',
    'approvals.saveFlow',
    'approvals.removeFlow',
    'approvals.tryFlow',
    'approvals.route',
    'approvals.ofContract',
    'approvals.submit',
    'approvals.decide',
    'approvals.recall',
    'approvals.inbox',
    'approvals.absences',
    'approvals.setAbsence',
    'approvals.figures',
    'users.list',
    'users.invite',
    'users.changeRoles',
    'users.keys',
    'users.rotateKeys',
    'users.cancelRotation',
    'users.remove',
    'audit.list',
    'audit.choices',
    'audit.check',
    'audit.cancelCheck',
    'audit.exportList',
    'backups.overview',
    'backups.chooseFolder',
    'backups.setAutomatic',
    'backups.run',
    'backups.cancel',
    'backups.remove',
    'backups.drill',
    'backups.pickRestoreFolder',
    'backups.restore',
    'backups.showFolder',
    'attachments.list',
    'attachments.pickFile',
    'attachments.add',
    'attachments.rename',
    'attachments.remove',
    'attachments.restore',
    'attachments.saveAs',
    'attachments.preview',
    'attachments.cancel',
    'training.courses',
    'training.course',
    'training.markRead',
    'training.startQuiz',
    'training.attempt',
    'training.answer',
    'training.beginPractice',
    'training.checkPractice',
    'training.saveCertificate',
    'training.giveFeedback',
    'training.feedback',
    'training.matrix',
    'training.exportMatrix',
    'training.assign',
    'training.withdraw',
    'training.source',
    'training.versions',
    'training.saveCourse',
    'amendments.list',
    'amendments.record',
    'amendments.void',
    'reviews.list',
    'reviews.plan',
    'reviews.get',
    'reviews.ofContract',
    'reviews.start',
    'reviews.save',
    'reviews.complete',
    'reviews.skip',
    'reviews.assign',
    'reviews.add',
    'reviews.saveKpis',
    'reviews.findings',
    'reviews.changeFinding',
    'reviews.policy',
    'reviews.savePolicy',
    'reviews.checklists',
    'reviews.saveChecklist',
    'reviews.laws',
    'reviews.saveLaw',
    'reviews.removeLaw',
    'reviews.citing',
    'reviews.planForLaw',
    'reviews.planForRules',
    'reviews.reports',
    'reviews.saveReport',
    'reviews.report',
    'reviews.portfolioReport',
    'home.dashboard',
    'home.money',
    'home.cycleTimes',
    'home.layout',
    'home.saveLayout',
    'improvement.list',
    'improvement.get',
    'improvement.report',
    'improvement.save',
    'improvement.move',
    'improvement.saveGoal',
    'improvement.removeGoal',
    'improvement.metrics',
    'analytics.run',
    'analytics.saved',
    'analytics.save',
    'analytics.remove',
    'analytics.exportTable',
    'analytics.exportDetails',
    'analytics.exportPicture',
    'analytics.cancel',
    'editor.copy',
    'editor.state',
    'editor.keep',
    'editor.discard',
    'editor.save',
    'fulfilment.ofContract',
    'fulfilment.people',
    'fulfilment.list',
    'fulfilment.count',
    'fulfilment.board',
    'fulfilment.calendar',
    'fulfilment.myDay',
    'fulfilment.obligation',
    'fulfilment.clauses',
    'fulfilment.propose',
    'fulfilment.take',
    'fulfilment.report',
    'fulfilment.saveObligation',
    'fulfilment.endSeries',
    'fulfilment.move',
    'fulfilment.saveMilestone',
    'fulfilment.removeMilestone',
    'fulfilment.addDeliverable',
    'fulfilment.removeDeliverable',
    'fulfilment.countDelivered',
    'fulfilment.saveMetric',
    'fulfilment.measure',
    'fulfilment.savePayment',
    'fulfilment.removePayment',
    'fulfilment.addInvoice',
    'fulfilment.addPaymentRecord',
    'fulfilment.removeMoneyLine',
    'fulfilment.setBadDebt',
    'fulfilment.addNote',
    'fulfilment.addPicture',
    'fulfilment.addFile',
    'fulfilment.picture',
    'fulfilment.saveEvidence',
    'calendar.ownYears',
    'calendar.saveYear',
    'calendar.removeYear',
    'problems.ofContract',
    'problems.myTasks',
    'problems.save',
    'problems.move',
    'problems.sendLetter',
    'problems.readEmail',
    'problems.addCommunication',
    'problems.addTask',
    'problems.setTaskDone',
    'problems.addSheet',
    'problems.runSheet',
    'reminders.list',
    'reminders.due',
    'reminders.count',
    'reminders.acknowledge',
    'reminders.withdraw',
    'reminders.snooze',
    'reminders.settle',
    'reminders.policy',
    'reminders.savePolicy',
    'reminders.device',
    'reminders.setDevice',
    'reminders.test',
    'reminders.exportCalendar',
    'reminders.keepCalendar',
    'reminders.takeOpened',
    'risks.list',
    'risks.save',
    'risks.score',
    'risks.scores',
    'risks.weights',
    'risks.saveWeights',
    'risks.rules',
    'risks.saveRule',
    'risks.addShipped',
    'risks.removeRule',
    'risks.dryRun',
    'risks.alerts',
    'risks.acknowledge',
    'risks.judge',
  ]);
});

describe('a call that was never declared', () => {
  test.each([
    'parties.drop',
    'parties',
    '',
    '.',
    'parties.list.extra',
    'constructor.constructor',
    '__proto__.toString',
    'parties.constructor',
    'parties.__proto__',
    'file.read',
  ])('%j is refused', async (name) => {
    expect(await send(name, undefined)).toEqual({ ok: false, error: { code: 'UNKNOWN_OPERATION' } });
  });

  test.each([[null], [undefined], [42], [{}], [['parties.list']], [Symbol.iterator.toString()]])(
    'a name that is %j is refused',
    async (name) => {
      expect(await send(name, undefined)).toMatchObject({ ok: false, error: { code: 'UNKNOWN_OPERATION' } });
    },
  );
});

describe('input', () => {
  test('of over 8 MiB is refused before it is looked at', async () => {
    const reply = await send('settings.update', { language: 'x'.repeat(9 * 1024 * 1024) });
    expect(reply).toMatchObject({ ok: false, error: { code: 'TOO_LARGE', params: { megabytes: 8 } } });
  });

  test('with a cycle or a BigInt is refused', async () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(await send('settings.update', cycle)).toMatchObject({ error: { code: 'TOO_LARGE' } });
    expect(await send('settings.update', { idleLockMinutes: 5n })).toMatchObject({ error: { code: 'TOO_LARGE' } });
  });

  test('of the wrong form is refused with the place and no echo of the value', async () => {
    const reply = await send('settings.update', { idleLockMinutes: 'secret text' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', issues: [{ path: ['idleLockMinutes'] }] } });
    expect(JSON.stringify(reply)).not.toContain('secret text');
  });

  test('that pollutes prototypes changes nothing', async () => {
    await send('settings.update', JSON.parse('{"__proto__": {"polluted": true}, "theme": "dark"}'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

test('without an open vault, every operation that needs one answers VAULT_LOCKED or INVALID_INPUT', async () => {
  for (const name of operationNames()) {
    if (findOperation(name)?.access === 'anyone') continue;
    const reply = await send(name, undefined);
    expect(reply.ok, name).toBe(false);
    if (!reply.ok) expect(['VAULT_LOCKED', 'INVALID_INPUT'], name).toContain(reply.error.code);
  }
});

test('every operation answers hostile input, and none with the inner text of an error', async () => {
  await createTestVault(world);
  const hostile: unknown[] = [undefined, null, 0, '', [], {}, { id: '../../etc/passwd' }, { id: "' OR 1=1 --" }, 'x'.repeat(1000)];
  for (const name of operationNames()) {
    if (['vault.createSample', 'vault.lock', 'vault.deleteSample', 'vault.cancelCreate'].includes(name)) continue;
    for (const input of hostile) {
      const reply = await send(name, input);
      if (!reply.ok) expect(JSON.stringify(reply), name).not.toMatch(/sqlite|stack|node:|\.ts:/i);
    }
  }
});

test('a handler that throws answers INTERNAL with an incident number, and the log holds no data', async () => {
  await createTestVault(world);
  const session = world.core.vaults.session();
  session?.write('test', (db, record) => {
    db.run({ text: 'DROP TABLE number_counters', values: [] });
    record('vault', 'test');
    return { ok: true, value: null };
  });
  const reply = await send('contracts.numbering', undefined);
  expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  expect(JSON.stringify(reply)).not.toContain('number_counters');
  expect(world.log.join('\n')).toContain('operation-failed');
  expect(world.log.join('\n')).not.toContain('no such table');
});
