import Box from '@mui/material/Box';
import { lazy, Suspense, type ReactNode } from 'react';
import { createHashRouter } from 'react-router';
import { LoadingState } from '../ui/loading-state.tsx';
import { CrashPage } from './crash-page.tsx';
import { LockGate } from './lock-gate.tsx';

// Each page is fetched when it is first shown: the lock screen should load the lock screen.
const JoinedHome = lazy(async () => ({ default: (await import('./joined/joined-home.tsx')).JoinedHome }));
const ListedParties = lazy(async () => ({ default: (await import('./joined/listed-parties.tsx')).ListedParties }));
const ShownParty = lazy(async () => ({ default: (await import('./joined/shown-party.tsx')).ShownParty }));
const DuplicatesPage = lazy(async () => ({ default: (await import('../features/parties/duplicates-page.tsx')).DuplicatesPage }));
const TemplatesPage = lazy(async () => ({ default: (await import('../features/templates/templates-page.tsx')).TemplatesPage }));
const ClausesPage = lazy(async () => ({ default: (await import('../features/clauses/clauses-page.tsx')).ClausesPage }));
const ManageTemplates = lazy(async () => ({ default: (await import('../features/templates/keeping/manage-page.tsx')).ManagePage }));
const KeptTemplate = lazy(async () => ({ default: (await import('./joined/kept-template.tsx')).KeptTemplate }));
const TemplatePage = lazy(async () => ({ default: (await import('../features/templates/template-page.tsx')).TemplatePage }));
const ContractsPage = lazy(async () => ({ default: (await import('../features/contracts/contracts-page.tsx')).ContractsPage }));
const NewContract = lazy(async () => ({ default: (await import('./joined/new-contract.tsx')).NewContract }));
const ShownContract = lazy(async () => ({ default: (await import('./joined/shown-contract.tsx')).ShownContract }));
const RevisedContract = lazy(async () => ({ default: (await import('./joined/revised-contract.tsx')).RevisedContract }));
const RegisteredContract = lazy(async () => ({ default: (await import('./joined/registered-contract.tsx')).RegisteredContract }));
const EditedRecord = lazy(async () => ({ default: (await import('./joined/edited-record.tsx')).EditedRecord }));
const EditedContract = lazy(async () => ({ default: (await import('./joined/edited-contract.tsx')).EditedContract }));
const ComparedVersions = lazy(async () => ({ default: (await import('./joined/compared-versions.tsx')).ComparedVersions }));
const CheckPage = lazy(async () => ({ default: (await import('../features/checker/check-page.tsx')).CheckPage }));
const RulesPage = lazy(async () => ({ default: (await import('../features/checker/rules-page.tsx')).RulesPage }));
const ReviewsPage = lazy(async () => ({ default: (await import('../features/reviews/reviews-page.tsx')).ReviewsPage }));
const HeldReview = lazy(async () => ({ default: (await import('./joined/held-review.tsx')).HeldReview }));
const ReviewSettingsPage = lazy(async () => ({ default: (await import('../features/reviews/settings-page.tsx')).ReviewSettingsPage }));
const ImprovementPage = lazy(async () => ({ default: (await import('../features/improvement/improvement-page.tsx')).ImprovementPage }));
const ItemPage = lazy(async () => ({ default: (await import('../features/improvement/item-page.tsx')).ItemPage }));
const AnalyticsPage = lazy(async () => ({ default: (await import('../features/analytics/analytics-page.tsx')).AnalyticsPage }));
const ApprovalInbox = lazy(async () => ({ default: (await import('./joined/approval-inbox.tsx')).ApprovalInbox }));
const FlowsPage = lazy(async () => ({ default: (await import('../features/approvals/flows-page.tsx')).FlowsPage }));
const TrainingPage = lazy(async () => ({ default: (await import('../features/training/training-page.tsx')).TrainingPage }));
const ShownCourse = lazy(async () => ({ default: (await import('./joined/shown-course.tsx')).ShownCourse }));
const LessonPage = lazy(async () => ({ default: (await import('../features/training/lesson-page.tsx')).LessonPage }));
const QuizPage = lazy(async () => ({ default: (await import('../features/training/quiz-page.tsx')).QuizPage }));
const CourseEditorPage = lazy(async () => ({ default: (await import('../features/training/course-editor-page.tsx')).CourseEditorPage }));
const FulfilmentPage = lazy(async () => ({ default: (await import('../features/fulfilment/fulfilment-page.tsx')).FulfilmentPage }));
const FieldPage = lazy(async () => ({ default: (await import('../features/fulfilment/field/field-page.tsx')).FieldPage }));
const VisitPage = lazy(async () => ({ default: (await import('../features/fulfilment/field/visit-page.tsx')).VisitPage }));
const RemindersPage = lazy(async () => ({ default: (await import('../features/reminders/reminders-page.tsx')).RemindersPage }));
const RisksPage = lazy(async () => ({ default: (await import('../features/risks/risks-page.tsx')).RisksPage }));
const ImportPage = lazy(async () => ({ default: (await import('../features/imports/import-page.tsx')).ImportPage }));
const SigningPage = lazy(async () => ({ default: (await import('../features/signing/signing-page.tsx')).SigningPage }));
const IdentityPage = lazy(async () => ({ default: (await import('../features/signing/identity-page.tsx')).IdentityPage }));
const VerificationPage = lazy(async () => ({
  default: (await import('../features/verification/verification-page.tsx')).VerificationPage,
}));
const AccessPage = lazy(async () => ({ default: (await import('../features/users/access-page.tsx')).AccessPage }));
const AuditPage = lazy(async () => ({ default: (await import('../features/audit/audit-page.tsx')).AuditPage }));
const MatrixPage = lazy(async () => ({ default: (await import('../features/users/matrix-page.tsx')).MatrixPage }));
const BackupPage = lazy(async () => ({ default: (await import('../features/backups/selective/backup-page.tsx')).BackupPage }));
const JoinedBackups = lazy(async () => ({ default: (await import('./joined/joined-backups.tsx')).JoinedBackups }));
const ExchangePage = lazy(async () => ({ default: (await import('../features/exchange/exchange-page.tsx')).ExchangePage }));
const OpenedPage = lazy(async () => ({ default: (await import('../features/exchange/opened-page.tsx')).OpenedPage }));
const SheetPage = lazy(async () => ({ default: (await import('../features/exchange/sheet-page.tsx')).SheetPage }));
const JoinedSettings = lazy(async () => ({ default: (await import('./joined/joined-settings.tsx')).JoinedSettings }));
const HelpPage = lazy(async () => ({ default: (await import('../features/help/help-page.tsx')).HelpPage }));
const LostPage = lazy(async () => ({ default: (await import('./lost-page.tsx')).LostPage }));

const pages = [
  { path: '/', page: <JoinedHome /> },
  { path: '/contracts', page: <ContractsPage /> },
  { path: '/contracts/new/:templateVersionId', page: <NewContract /> },
  { path: '/contracts/register', page: <RegisteredContract /> },
  { path: '/contracts/:contractId/record', page: <EditedRecord /> },
  { path: '/contracts/:contractId', page: <ShownContract /> },
  { path: '/contracts/:contractId/revise', page: <RevisedContract /> },
  { path: '/contracts/:contractId/edit', page: <EditedContract /> },
  { path: '/contracts/:contractId/versions', page: <ComparedVersions /> },
  { path: '/contracts/:contractId/check', page: <CheckPage /> },
  { path: '/checker/rules', page: <RulesPage /> },
  { path: '/approvals', page: <ApprovalInbox /> },
  { path: '/approvals/flows', page: <FlowsPage /> },
  { path: '/training', page: <TrainingPage /> },
  { path: '/training/new', page: <CourseEditorPage key="new" /> },
  { path: '/training/:courseId', page: <ShownCourse /> },
  { path: '/training/:courseId/lessons/:lessonKey', page: <LessonPage /> },
  { path: '/training/:courseId/quiz/:attemptId', page: <QuizPage /> },
  { path: '/training/:courseId/edit', page: <CourseEditorPage key="stored" /> },
  { path: '/fulfilment', page: <FulfilmentPage /> },
  { path: '/field', page: <FieldPage /> },
  { path: '/field/:obligationId', page: <VisitPage /> },
  { path: '/exchange', page: <ExchangePage /> },
  { path: '/exchange/open/:pickId', page: <OpenedPage /> },
  { path: '/exchange/received/:packId', page: <SheetPage /> },
  { path: '/reviews', page: <ReviewsPage /> },
  { path: '/reviews/settings', page: <ReviewSettingsPage /> },
  { path: '/reviews/:reviewId', page: <HeldReview /> },
  { path: '/improvement', page: <ImprovementPage /> },
  { path: '/improvement/:itemId', page: <ItemPage /> },
  { path: '/analytics', page: <AnalyticsPage /> },
  { path: '/reminders', page: <RemindersPage /> },
  { path: '/risks', page: <RisksPage /> },
  { path: '/import', page: <ImportPage /> },
  { path: '/parties', page: <ListedParties /> },
  { path: '/parties/new', page: <ShownParty key="new" /> },
  { path: '/parties/duplicates', page: <DuplicatesPage /> },
  { path: '/parties/:partyId', page: <ShownParty key="stored" /> },
  { path: '/templates', page: <TemplatesPage /> },
  { path: '/templates/manage', page: <ManageTemplates /> },
  { path: '/templates/versions/:templateVersionId', page: <KeptTemplate /> },
  { path: '/templates/:templateVersionId', page: <TemplatePage /> },
  { path: '/clauses', page: <ClausesPage /> },
  { path: '/verify', page: <VerificationPage /> },
  { path: '/signing', page: <SigningPage /> },
  { path: '/identity', page: <IdentityPage /> },
  { path: '/audit', page: <AuditPage /> },
  { path: '/permissions', page: <MatrixPage /> },
  { path: '/backups', page: <JoinedBackups /> },
  { path: '/backups/:backupId', page: <BackupPage /> },
  { path: '/access', page: <AccessPage /> },
  { path: '/settings', page: <JoinedSettings /> },
  { path: '/help', page: <HelpPage /> },
  { path: '*', page: <LostPage /> },
] satisfies readonly { readonly path: string; readonly page: ReactNode }[];

export const router = createHashRouter([
  {
    element: <LockGate />,
    errorElement: <CrashPage />,
    children: pages.map(({ path, page }) => ({
      path,
      element: <Suspense fallback={<PageOnItsWay />}>{page}</Suspense>,
      // A page that breaks leaves the navigation around it standing.
      errorElement: <CrashPage />,
    })),
  },
]);

function PageOnItsWay() {
  return (
    <Box sx={{ p: 3 }}>
      <LoadingState />
    </Box>
  );
}
