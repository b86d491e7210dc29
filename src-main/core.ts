import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import type { TemplateVersionId } from '#shared/features/templates/model.ts';
import type { Readable, Writable } from './db/connection.ts';
import { workingCalendar } from './calendar/working-calendar.ts';
import { createPicks } from './device/picks.ts';
import { createAmendmentsHandlers } from './features/amendments/handlers.ts';
import { createAmendmentService } from './features/amendments/service.ts';
import { createExchange } from './features/exchange/handlers.ts';
import { createFlowService } from './features/approvals/flows.ts';
import { keepFindingCounts } from './features/analytics/finding-counts.ts';
import { createAnalytics } from './features/analytics/handlers.ts';
import { approvalDeadlines } from './features/approvals/deadlines.ts';
import { createEscalation } from './features/approvals/escalation.ts';
import { createHandingOver } from './features/approvals/handing-over.ts';
import { createApprovalsHandlers } from './features/approvals/handlers.ts';
import { approvedSteps, listOpenTasks, sparingFlow } from './features/approvals/queries.ts';
import { createApprovalService, type ApprovalService } from './features/approvals/service.ts';
import { createAudit } from './features/audit/handlers.ts';
import { createBackups } from './features/backups/handlers.ts';
import type { SelectiveParts } from './features/backups/selective.ts';
import { createAttachments } from './features/attachments/handlers.ts';
import { createCalendar } from './features/calendar/handlers.ts';
import { createCheckerHandlers } from './features/checker/handlers.ts';
import { createCheckerService } from './features/checker/service.ts';
import { createSpelling } from './features/spelling/handlers.ts';
import { createEditor } from './features/editor/handlers.ts';
import { createClausesHandlers } from './features/clauses/handlers.ts';
import { createStandardTexts } from './features/clauses/seeding.ts';
import { createClauseService } from './features/clauses/service.ts';
import { createContractBook } from './features/contracts/contract-book.ts';
import { contractDeadlines } from './features/contracts/deadlines.ts';
import { createContractsHandlers } from './features/contracts/handlers.ts';
import { createIndexing } from './features/contracts/indexing.ts';
import { createLinks } from './features/contracts/linked.ts';
import { createKeptDates } from './features/contracts/kept-dates.ts';
import { createKeptNames } from './features/contracts/kept-names.ts';
import { forgetWorkingDays, noteChange } from './features/contracts/record-queries.ts';
import { createKeptRecords } from './features/contracts/kept-records.ts';
import { findContract } from './features/contracts/queries.ts';
import { returnToReview } from './features/contracts/return-to-review.ts';
import { createRecordService, type RecordServiceParts } from './features/contracts/records.ts';
import { createContractService } from './features/contracts/service.ts';
import { createStoredVersions } from './features/contracts/stored-versions.ts';
import { textOfContract } from './features/contracts/text-of.ts';
import { createTermsWriter } from './features/contracts/write-terms.ts';
import { obligationDeadlines, openPayments, paymentDeadlines } from './features/fulfilment/due-sources.ts';
import { createFulfilment } from './features/fulfilment/handlers.ts';
import { listMetrics } from './features/fulfilment/part-queries.ts';
import { contractsTurnedOverdue, overdueHistory } from './features/fulfilment/overdue-history.ts';
import { contractsWithOverdue, countOverdueOf } from './features/fulfilment/queries.ts';
import { evidenceFilesOf } from './features/fulfilment/evidence-files.ts';
import { createHome } from './features/home/handlers.ts';
import { createImports } from './features/imports/handlers.ts';
import { createImprovement } from './features/improvement/handlers.ts';
import { createDuplicates } from './features/parties/duplicates.ts';
import { createPartiesHandlers } from './features/parties/handlers.ts';
import { createPartyMerging } from './features/parties/merging.ts';
import { findParty } from './features/parties/queries.ts';
import { createPartyService } from './features/parties/service.ts';
import { listFallenGrades, worstGradeOf } from './features/parties/standing-queries.ts';
import { createReminders } from './features/reminders/reminders.ts';
import { reviewDeadlines } from './features/reviews/due-source.ts';
import { createReviews } from './features/reviews/handlers.ts';
import { createProblems } from './features/problems/handlers.ts';
import { createMentions } from './features/problems/mentions.ts';
import { registeredLevelOf } from './features/risks/contract-level.ts';
import { riskReviews } from './features/risks/risk-reviews.ts';
import { createRisks } from './features/risks/risks.ts';
import { createSettingsHandlers } from './features/settings/handlers.ts';
import { endSigning } from './features/signing/ending.ts';
import { createSigningHandlers } from './features/signing/handlers.ts';
import { openSigningKey } from './features/signing/identities.ts';
import { signedFilesOf, unfinishedFilesOf } from './features/signing/signed-files.ts';
import { findEnvelopeByDigest } from './features/signing/envelope-queries.ts';
import { findExportByDigest, listExports } from './features/signing/queries.ts';
import { repairPlacements } from './features/signing/repair-placements.ts';
import { createTakeoutHandlers } from './features/takeout/handlers.ts';
import { templateReviews } from './features/templates/due-source.ts';
import { createTemplates } from './features/templates/handlers.ts';
import { findContractDefaults } from './features/templates/record-queries.ts';
import { addSeedTemplates, copyTemplateDefaults, getTemplate } from './features/templates/service.ts';
import { trainingDeadlines } from './features/training/due-trainings.ts';
import { createTraining } from './features/training/handlers.ts';
import { accessReviewDeadline } from './features/users/due-review.ts';
import { createUpdates } from './features/updates/handlers.ts';
import { createUsers } from './features/users/handlers.ts';
import { createKeyService } from './features/users/keys.ts';
import { createVaultHandlers } from './features/vault/handlers.ts';
import { createRecoveryRenewal } from './features/vault/recovery-renewal.ts';
import { createVaultService } from './features/vault/service.ts';
import { createVerificationHandlers } from './features/verification/handlers.ts';
import { printVersion } from './features/versions/export-version.ts';
import { createVersionsHandlers } from './features/versions/handlers.ts';
import { createOrderedIds } from './imports/ordered-ids.ts';
import type { Call, Handlers } from './ipc/handlers.ts';
import { createRouter } from './ipc/router.ts';
import { obstaclesOn } from './kept-obstacles.ts';
import { dayOn } from './ports.ts';
import { createReportPrinter } from './reports/print-report.ts';
import { fillSample } from './sample-vault.ts';
import { seedTemplates } from '#shared/features/templates/seeds/seed-templates.ts';
import { createScheduler } from './scheduler/scheduler.ts';
import { createBackupTasks } from './workers/backup-tasks.ts';
import { createDocxTasks } from './workers/docx-tasks.ts';
import { createDuplicateTasks } from './workers/duplicates-tasks.ts';
import { createImportTasks } from './workers/import-tasks.ts';
import { createPdfTasks } from './workers/pdf-tasks.ts';
import { createReadingTasks } from './workers/reading-tasks.ts';
import { membersOf } from './vault/members.ts';
import { createWhileOpen } from './vault/while-open.ts';
import { createWorkerKdf } from './workers/worker-kdf.ts';
import type { Session } from './vault/session.ts';
import type { World } from './world.ts';

/** The whole application without a window: the features, joined where they need one another's facts. */
export function createCore(outside: World) {
  const whileOpen = createWhileOpen(() => vaults.openSession());
  const world: World = { ...outside, picker: whileOpen.picker(outside.picker), printer: whileOpen.printer(outside.printer) };
  const workers = whileOpen.workers(world.workers);
  const picks = createPicks(world.ids);
  const pdf = createPdfTasks(workers);
  const parties = createPartyService(world.clock, world.ids);
  const findTemplate = (db: Readable, versionId: TemplateVersionId) => valueOf(getTemplate(db, versionId));
  const contracts = createContractService({
    ...world,
    findTemplate,
    onMade: copyTemplateDefaults,
    findParty: parties.find,
    listSignedExports: listExports,
    // Obligations come after what they belong to, so they are reached through a function.
    recordChanged: (db, id, endedOn) => fulfilment.recordChanged(db, id, endedOn),
  });
  const checker = createCheckerService({ ...world, readContract: contracts.get, findParty: parties.find });
  const clauses = createClauseService({ ...world, readContract: contracts.get, findTemplate });
  const askMentioned = createMentions({ ...world, members: membersOf });
  const fulfilment = createFulfilment({ ...world, daysMoved: (db, id) => reminders.daysMoved(db, id), askMentioned, pdf, workingCalendar, members: membersOf, readContract: contracts.get, findTemplate });
  const recordParts: RecordServiceParts = {
    ...world,
    countBlockingFindings: checker.countBlocking,
    takeNumber: contracts.takeNumber,
    partyExists: (db, id) => findParty(db, id) !== undefined,
    read: contracts.get,
    recordChanged: fulfilment.recordChanged,
    // The approvals come after what they act on, so they are reached through a function.
    guards: {
      isUnderFlow: (db, type, id) => approvals.isUnderFlow(db, type, id),
      isBeingApproved: (db, id) => approvals.isBeingApproved(db, id),
      isApproved: (db, id, hash) => approvals.isApproved(db, id, hash),
      voidApproval: (db, note, id) => approvals.voidFor(db, note, id),
      endSigning: (db, note, id, why) => endSigning(db, note, id, why, world.clock),
      keptTerm: (db, id, before, after) => amendments.keptTerm(db, id, before, after),
      correctOriginal: (db, id, before, after) => amendments.correctOriginal(db, id, before, after),
    },
  };
  const records = createRecordService(recordParts);
  const amendments = createAmendmentService({ ...world, readContract: contracts.get, writeTerms: createTermsWriter({ ...world, recordChanged: fulfilment.recordChanged }) });
  /** At once, so that nobody reads a record of yesterday. What fails is tried again by its job, and keeps nobody out of the vault. */
  const applyAmendments = (session: Session): void => {
    try {
      amendments.applyDue(session);
    } catch (error) {
      world.log.error('amendments-put-off', { kind: error instanceof Error ? error.name : '' });
    }
  };
  const approvalParts = { ...world, readContract: contracts.get, moveWithin: records.moveWithin, workingCalendar, countFindings: checker.countGrave, countDeviations: clauses.countDeviations, chosenFlow: (db: Readable, id: ContractId) => findContractDefaults(db, id)?.approvalFlowId ?? null, textOf: textOfContract, gradeOf: worstGradeOf, riskLevel: (call: Call, id: ContractId) => risks.levelOf(call, id) };
  const approvals: ApprovalService = createApprovalService(approvalParts);
  const kdf = createWorkerKdf(world.workers, world.kdfTargetMs);
  const standardAdditions = [(db: Writable) => addSeedTemplates(db, seedTemplates, world), clauses.addSeeds];
  const vaults = createVaultService({
    ...world,
    kdf,
    onStatus: (status) => {
      if (status.state === 'unlocked') {
        standardTexts.opened();
        indexing.wake();
        attachments.opened();
        keys.opened();
        training.opened();
        const session = vaults.session();
        if (session !== null) {
          repairPlacements(session, world);
          applyAmendments(session);
        }
        reviews.scheduling.wake();
        fulfilment.opened(vaults.session());
      }
      scheduler.plan();
      world.onStatus(status);
    },
    onClosing: (session) => {
      keys.closing();
      reminders.closing(session);
      return backups.closing(session);
    },
    fill: (db) => {
      for (const add of standardAdditions) add(db);
    },
    fillSample: (session) => fillSample(session, { ...world, parties, contracts, records, fulfilment: fulfilment.sample }),
  });
  const standardTexts = createStandardTexts({ ...world, session: vaults.session, additions: standardAdditions });
  const indexing = createIndexing(vaults.session, textOfContract, () => world.onChanged(['contracts']));
  const scheduler = createScheduler({ ...world, session: vaults.session });
  const told: World['onChanged'] = (features) => {
    indexing.wake();
    risks.wake();
    scheduler.plan();
    reviews.scheduling.wake();
    // What the checker says, which way a contract goes, and whether it is still being signed, follows from the contract, its text and its parties.
    world.onChanged(features.includes('contracts') || features.includes('parties') ? [...features, 'checker', 'approvals', 'signing', 'reviews', 'home', 'analytics', 'improvement'] : features);
  };
  const orderedIds = createOrderedIds(world.ids, world.clock);
  const imports = createImports({
    ...world,
    picks,
    tasks: createImportTasks(world.workers, world.ids),
    addContract: createRecordService({ ...recordParts, ids: orderedIds }).add,
    addParty: createPartyService(world.clock, orderedIds).add,
    onChanged: told,
  });
  const isApproved = (db: Readable, { summary, versions }: Contract) => (!approvals.isBeingApproved(db, summary.id) && !approvals.isUnderFlow(db, summary.contractType, summary.id)) || approvals.isApproved(db, summary.id, versions[0]?.contentHash ?? null);
  const reading = createReadingTasks(world.workers);
  const attachments = createAttachments({ ...world, picks, reading, session: vaults.session, isBackedUp: () => backups.isTaking() });
  const keptDates = createKeptDates({ ...world, recordChanged: fulfilment.recordChanged, onChanged: told });
  const keptNames = createKeptNames(told);
  const bringUp = (session: Session): void => [keptDates, keptNames].forEach((kept) => kept.bringUp(session));
  const book = createContractBook({ ...world, indexing, bringUp });
  const training = createTraining({
    ...world,
    pdf,
    members: membersOf,
    session: vaults.session,
    openVault: () => {
      const status = vaults.status();
      return status.state === 'unlocked' ? status.vault : null;
    },
    listContracts: (call) => valueOf(book.list(call, { search: '', sort: 'updated', descending: true, limit: 100 }))?.contracts ?? [],
    readContract: contracts.get,
    countBlockingFindings: checker.countBlocking,
    listParties: (call) => parties.list(call, { search: '', archived: false, sort: 'updated', offset: 0, limit: 100 }).parties,
    findParty: parties.find,
    registerContract: records.register,
  });
  const printReport = createReportPrinter({ ...world, pdf });
  const reviews = createReviews({ ...world, reviewsMoved: (db, id) => reminders.reviewsMoved(db, id), printReport, riskOf: registeredLevelOf, countOverdue: countOverdueOf, contractsWithOverdue, session: vaults.session, members: membersOf, ruleSetVersion: (call) => checker.rules(call).version, serviceLevelsOf: ({ session }, db, id) => listMetrics(db, id, session.holds('finance')) });
  const stored = createStoredVersions({ ...world, ...recordParts.guards, findTemplate, recordChanged: fulfilment.recordChanged });
  const contentChanged: SelectiveParts['contentChanged'] = (db, note, id, by) => {
    const row = findContract(db, id);
    if (row !== undefined) returnToReview({ ...world, ...recordParts.guards }, db, note, row, by);
  };
  const fileTasks = createBackupTasks(world.workers);
  const backups = createBackups({ ...world, ...{ picks, printReport, kdf, restoreVersion: stored.restore, takeNumber: contracts.takeNumber, contentChanged }, tasks: fileTasks });
  const keys = createKeyService({
    ...world,
    session: vaults.openSession,
    prepare: fileTasks.prepareRotation,
    onOver: () => {
      told(['users']);
      attachments.wake();
    },
  });
  const links = createLinks(world.onLinked);
  const language = () => world.device.read().settings.language;
  const reminders = createReminders({
    ...world,
    warningsSeen: (db, store, alertIds, by, at) => risks.warningsSeen(db, store, alertIds, by, at),
    // After an absence there may be a hundred thousand: ids that grow are written side by side.
    ids: orderedIds,
    session: vaults.session,
    members: membersOf,
    sources: [contractDeadlines, approvalDeadlines(world.clock), riskReviews, reviewDeadlines, obligationDeadlines, paymentDeadlines, templateReviews(language), trainingDeadlines({ language, session: vaults.session }), accessReviewDeadline({ ...world, session: vaults.session })],
    onChanged: (features) => world.onChanged(features),
  });
  const risks = createRisks({
    ...world,
    members: membersOf,
    ...reminders,
    countOverdue: countOverdueOf,
    overdueHistory,
    contractsPast: (db, from, before) => [...reminders.contractsPast(db, from, before), ...contractsTurnedOverdue(db, from, before)],
    readContract: contracts.get,
    countFindings: checker.countGrave,
    textOf: textOfContract,
    gradeOf: worstGradeOf,
    gradesOf: listFallenGrades,
    openPayments,
    onChanged: (features) => world.onChanged(features),
  });
  const templates = createTemplates({ ...world, picks, reading, findTemplate, members: membersOf, missingClauses: clauses.missingIn, signingKey: ({ session, db }) => openSigningKey(session, db) });
  const exchange = createExchange({
    ...world,
    ...{ workers, picks, findTemplate, addTemplate: templates.addFrom, openApprovals: listOpenTasks, decideWithin: approvals.decideWithin },
    ...{ readContract: contracts.get, fulfilmentOf: fulfilment.ofContract, merging: fulfilment.merging, filesOf: attachments.filesOf, readFile: attachments.read },
  });
  const handlers: Handlers = {
    settings: createSettingsHandlers(world),
    vault: createVaultHandlers({ ...outside, vaults, picks, renewal: createRecoveryRenewal(kdf) }),
    parties: createPartiesHandlers(parties, createDuplicates({ ...world, tasks: createDuplicateTasks(world.workers) }), createPartyMerging({ ...world, noteContract: noteChange }), world.picker),
    templates: templates.handlers,
    clauses: createClausesHandlers(clauses),
    contracts: createContractsHandlers(contracts, records, book, links, createKeptRecords({ ...world, obstacleTo: obstaclesOn({ clock: world.clock, check: checker.check }) })),
    imports: imports.handlers,
    signing: createSigningHandlers({
      ...world,
      ...{ picks, pdf, reading, isApproved, isBeingApproved: approvals.isBeingApproved, approvedSteps, sparingFlow, members: membersOf },
      readContract: contracts.get,
      countBlockingFindings: checker.countBlocking,
      moveWithin: records.moveWithin,
    }),
    checker: createCheckerHandlers(checker, (session, id, report) => keepFindingCounts(session, id, report, world.clock)),
    // A file is verified at the lock screen too.
    verification: createVerificationHandlers({
      ...outside,
      picks,
      pdf: createPdfTasks(outside.workers),
      findExport: (pdfSha256) => {
        const session = vaults.session();
        return session === null ? null : (findExportByDigest(session.db, pdfSha256) ?? findEnvelopeByDigest(session.db, pdfSha256, dayOn(world.clock)));
      },
    }),
    approvals: createApprovalsHandlers({ approvals, flows: createFlowService(world) }),
    users: createUsers({ ...world, kdf, printReport, onLeft: approvals.memberLeft, onVoiceLost: approvals.voiceLost }, keys),
    versions: createVersionsHandlers({
      ...world,
      picks,
      stored,
      reading,
      docx: createDocxTasks(workers),
      pdf,
    }),
    attachments: attachments.handlers,
    audit: createAudit(world),
    training: training.handlers,
    backups: backups.handlers,
    amendments: createAmendmentsHandlers(amendments),
    reviews: reviews.handlers,
    home: createHome({ ...world, reviewLeadDays: reviews.leadDays }),
    improvement: createImprovement({ ...world, members: membersOf }),
    analytics: createAnalytics({ ...world, printReport }),
    spelling: createSpelling({ ...world, readContract: contracts.get }),
    editor: createEditor({ ...world, readContract: contracts.get, addVersion: stored.addEdited }),
    fulfilment: fulfilment.handlers,
    calendar: createCalendar({ ...world, forgetDates: forgetWorkingDays }),
    problems: createProblems({ ...world, members: membersOf, askMentioned, picks, pdf, addNotice: records.addNotice, blockObligation: fulfilment.block, releaseObligation: fulfilment.release }),
    reminders: reminders.handlers,
    risks: risks.handlers,
    exchange: exchange.handlers,
    updates: createUpdates({ ...world, ...world.updates }),
    takeout: createTakeoutHandlers({
      ...world,
      ...{ picks, signedFilesOf, unfinishedFilesOf, evidenceFilesOf, readContract: contracts.get, fulfilmentOf: fulfilment.ofContract, approvalsOf: approvals.ofContract, listParties: parties.all },
      ...{ filesOf: attachments.filesOf, pieces: attachments.pieces },
      printText: (call, id, versionNumber, signal) => printVersion(call, id, versionNumber, signal, { ...world, stored, pdf }),
    }),
  };
  scheduler.register(amendments.job(told));
  scheduler.register(keptDates.job);
  scheduler.register(keptNames.job);
  scheduler.register(createEscalation(world));
  scheduler.register(createHandingOver(world));
  scheduler.register(backups.job);
  for (const job of [...reminders.jobs, risks.job, imports.job]) scheduler.register(job);
  scheduler.register(fulfilment.job);
  reminders.begin();
  scheduler.plan();
  return { router: createRouter({ ...world, onChanged: told, handlers, session: vaults.openSession }), picks, vaults, scheduler, openLink: links.open, openFile: exchange.openFile, parties, contracts, records };
}

export type Core = ReturnType<typeof createCore>;

function valueOf<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value | undefined {
  return result.ok ? result.value : undefined;
}
