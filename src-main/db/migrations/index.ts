import type { Migration } from '../migrate.ts';
import { firstVault } from './0010-first-vault.ts';
import { contractBook } from './0020-contract-book.ts';
import { search } from './0030-search.ts';
import { clauseChecks } from './0040-clause-checks.ts';
import { approvals } from './0050-approvals.ts';
import { contractAttachments } from './0060-contract-attachments.ts';
import { amendments } from './0070-amendments.ts';
import { workingCopies } from './0090-working-copies.ts';
import { clauseLibrary } from './0100-clause-library.ts';
import { templateLifecycle } from './0105-template-lifecycle.ts';
import { envelopes } from './0120-envelopes.ts';
import { partyStanding } from './0125-party-standing.ts';
import { fulfilment } from './0140-fulfilment.ts';
import { problems } from './0145-problems.ts';
import { reminders } from './0160-reminders.ts';
import { risks } from './0165-risks.ts';
import { warnings } from './0170-warnings.ts';
import { reviews } from './0180-reviews.ts';
import { dashboard } from './0185-dashboard.ts';
import { improvement } from './0190-improvement.ts';
import { analytics } from './0195-analytics.ts';
import { training } from './0210-training.ts';
import { auditHead } from './0220-audit-head.ts';
import { restoreDrills } from './0225-restore-drills.ts';
import { amendedParties } from './0240-amended-parties.ts';
import { importArrivals } from './0241-import-arrivals.ts';
import { contractCounts } from './0242-contract-counts.ts';
import { contractCountsApart } from './0243-contract-counts-apart.ts';
import { exportSteps } from './0260-export-steps.ts';
import { approvalEscalation } from './0261-approval-escalation.ts';
import { approvalQuotes } from './0262-approval-quotes.ts';
import { reportSchedules } from './0270-report-schedules.ts';
import { mentions } from './0271-mentions.ts';
import { removedParts } from './0272-removed-parts.ts';
import { exchange } from './0280-exchange.ts';
import { restorations } from './0285-restorations.ts';
import { risksInReviewCadence } from './0300-risks-in-review-cadence.ts';
import { accessReviews } from './0310-access-reviews.ts';
import { customRoles } from './0320-custom-roles.ts';
import { attachmentKeys } from './0321-attachment-keys.ts';
import { remindersByRecording } from './0330-reminders-by-recording.ts';
import { watchedDates } from './0331-watched-dates.ts';
import { userReaches } from './0340-user-reaches.ts';
import { contractsForReports } from './0350-contracts-for-reports.ts';
import { contractCountsById } from './0360-contract-counts-by-id.ts';
import { paymentsByDay } from './0361-payments-by-day.ts';
import { fewColumnsForReports } from './0365-few-columns-for-reports.ts';
import { spelling } from './0380-spelling.ts';
import { textWords } from './0390-text-words.ts';
import { numberOrdered } from './0400-number-order.ts';
import { rareValues } from './0410-rare-values.ts';
import { keptRecords } from './0420-kept-records.ts';
import { withdrawnNotices } from './0430-withdrawn-notices.ts';
import { textNotes } from './0450-text-notes.ts';
import { agreedTerms } from './0460-agreed-terms.ts';
import { fileNames } from './0461-file-names.ts';
import { mergedParties } from './0470-merged-parties.ts';
import { keptDialogs } from './0480-kept-dialogs.ts';
import { sumsInOrder } from './0490-sums-in-order.ts';
import { renewalsAgreedAnew } from './0530-renewals-agreed-anew.ts';
import { namesInOrder } from './0540-name-order.ts';
import { noticesOfTerms } from './0570-notices-of-terms.ts';
import { reviewsReckonedAnew } from './0580-reviews-reckoned-anew.ts';
import { yenInScores } from './0581-yen-in-scores.ts';
import { givenNotices } from './0582-given-notices.ts';
import { remindersAfterTermination } from './0583-reminders-after-termination.ts';
import { terminatedEnds } from './0584-terminated-ends.ts';
import { daysMoved } from './0585-days-moved.ts';
import { coveredStamps } from './0610-covered-stamps.ts';
import { envelopeFiles } from './0611-envelope-files.ts';
import { endedSignings } from './0620-ended-signings.ts';
import { strandedApprovals } from './0621-stranded-approvals.ts';
import { absencesHandedOn } from './0630-absences-handed-on.ts';
import { trainingDuties } from './0640-training-duties.ts';
import { blocksOfProblems } from './0650-blocks-of-problems.ts';
import { keptVerdicts } from './0651-kept-verdicts.ts';
import { firstOpenings } from './0660-first-openings.ts';
import { closedContracts } from './0720-closed-contracts.ts';
import { revisionsOfServiceLevels } from './0700-revisions-of-service-levels.ts';
import { periodsOfMeasurements } from './0702-periods-of-measurements.ts';
import { remindersAfterCompletion } from './0701-reminders-after-completion.ts';
import { runningReviews } from './0710-running-reviews.ts';

/** All steps, oldest first. A new one takes a number above every released one. */
export const migrations: readonly Migration[] = [
  firstVault,
  contractBook,
  search,
  clauseChecks,
  approvals,
  contractAttachments,
  amendments,
  workingCopies,
  clauseLibrary,
  templateLifecycle,
  envelopes,
  partyStanding,
  fulfilment,
  problems,
  reminders,
  risks,
  warnings,
  reviews,
  dashboard,
  improvement,
  analytics,
  training,
  auditHead,
  restoreDrills,
  amendedParties,
  importArrivals,
  contractCounts,
  contractCountsApart,
  exportSteps,
  approvalEscalation,
  approvalQuotes,
  reportSchedules,
  mentions,
  removedParts,
  exchange,
  restorations,
  risksInReviewCadence,
  accessReviews,
  customRoles,
  attachmentKeys,
  remindersByRecording,
  watchedDates,
  userReaches,
  contractsForReports,
  contractCountsById,
  paymentsByDay,
  fewColumnsForReports,
  spelling,
  textWords,
  numberOrdered,
  rareValues,
  keptRecords,
  withdrawnNotices,
  textNotes,
  agreedTerms,
  fileNames,
  mergedParties,
  keptDialogs,
  sumsInOrder,
  renewalsAgreedAnew,
  namesInOrder,
  noticesOfTerms,
  reviewsReckonedAnew,
  yenInScores,
  givenNotices,
  remindersAfterTermination,
  terminatedEnds,
  daysMoved,
  coveredStamps,
  envelopeFiles,
  endedSignings,
  strandedApprovals,
  absencesHandedOn,
  trainingDuties,
  blocksOfProblems,
  keptVerdicts,
  firstOpenings,
  closedContracts,
  revisionsOfServiceLevels,
  periodsOfMeasurements,
  remindersAfterCompletion,
  runningReviews,
].toSorted((one, other) => one.version - other.version);
