import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useId, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { ApprovalRound, ApprovalTask, TaskId } from '#shared/features/approvals/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { decisionFields, decisionOf, freshDecision, type DecisionTyped } from '../decision-typed.ts';
import { DecisionBar } from './decision-bar.tsx';
import { QuoteForm } from './quote-form.tsx';
import { QuoteList } from './quote-list.tsx';
import { ReadText } from './read-text.tsx';
import { Redline } from './redline.tsx';

interface ReviewDialogProps {
  readonly contractId: ContractId;
  readonly title: string;
  /** What is decided on: somebody may be asked at more than one step. */
  readonly task: { readonly id: TaskId; readonly stepName: string };
  /** Whether it opens because a comment stands at no words. */
  readonly isStray?: boolean;
  /** What the clause checker found; given by the application, because features know nothing of each other. */
  readonly findings?: ReactNode;
  readonly onClose: () => void;
}

const views = ['text', 'approved', 'template'] as const;
type View = (typeof views)[number];

/** A contract beside what one has to say to it: read, held against what was approved before or the template, decided on. */
export function ReviewDialog({ contractId, title, task, isStray = false, findings, onClose }: ReviewDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const rounds = useOperation('approvals.ofContract', { contractId });
  return (
    <Dialog open keepsTyped onClose={onClose} fullWidth maxWidth="xl" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('approvals.review.titleOf', { title, step: task.stepName })}</DialogTitle>
      <DialogContent dividers>
        {rounds.data === undefined && (rounds.error === null ? <LoadingState /> : <ErrorMessage error={rounds.error} onRetry={rounds.refetch} />)}
        {rounds.data !== undefined && <Review contractId={contractId} taskId={task.id} isStray={isStray} rounds={rounds.data} findings={findings} onDone={onClose} />}
      </DialogContent>
      <DialogActions>
        <Button component={Link} to={`/contracts/${contractId}`} color="inherit">
          {translate('approvals.review.open')}
        </Button>
        <Button onClick={onClose}>{translate('approvals.review.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

interface ReviewProps {
  readonly contractId: ContractId;
  readonly taskId: TaskId;
  readonly isStray: boolean;
  readonly rounds: readonly ApprovalRound[];
  readonly findings: ReactNode;
  readonly onDone: () => void;
}

function Review(props: ReviewProps) {
  const status = useVaultStatus();
  const { contractId, taskId, rounds: [round] } = props;
  if (round === undefined || status?.state !== 'unlocked') return null;
  const own = round.state === 'pending' ? round.tasks.find(({ id, assigneeId, state }) => id === taskId && assigneeId === status.user.id && state === 'pending') : undefined;
  const mayRead = status.compartments.includes('clauses');
  if (own === undefined) return <ReadReview {...props} round={round} mayRead={mayRead} own={null} />;
  return (
    <KeptForm of={decisionOf(contractId, own)} fields={decisionFields} fresh={freshDecision}>
      {(kept) => <ReadReview {...props} round={round} mayRead={mayRead} own={{ task: own, kept }} />}
    </KeptForm>
  );
}

interface ReadReviewProps extends ReviewProps {
  readonly round: ApprovalRound;
  readonly mayRead: boolean;
  /** What the person has to decide here; null: nothing. */
  readonly own: { readonly task: ApprovalTask; readonly kept: KeptFormOf<DecisionTyped> } | null;
}

function ReadReview({ contractId, rounds, round, mayRead, own, isStray, findings, onDone }: ReadReviewProps) {
  const translate = useTranslate();
  const [view, setView] = useState<View>('text');
  const approved = lastApproved(rounds.slice(1));
  // Words that are only marked are nothing that was typed.
  const [marked, setMarked] = useState(own?.kept.typed.words ?? '');
  const [strays, setStrays] = useState(isStray ? 1 : 0);
  const isRemarked = own !== null && own.kept.typed.remark !== '';
  const mark = (words: string) => {
    setMarked(words);
    if (isRemarked) own.kept.change({ words });
  };
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 360px' }, alignItems: 'start' }}>
      <Stack spacing={1.5} sx={{ minWidth: 0 }}>
        {!mayRead && <Typography color="textSecondary">{translate('contracts.page.withheldBody')}</Typography>}
        {mayRead && (
          <>
            <ToggleButtonGroup size="small" exclusive value={view} aria-label={translate('approvals.review.views')} onChange={(_, next: View | null) => next !== null && setView(next)}>
              {views.map((one) => (
                <ToggleButton key={one} value={one} disabled={one === 'approved' && approved === null}>
                  {translate(`approvals.review.${one}`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            <Box sx={{ maxHeight: { md: '60vh' }, overflowY: 'auto' }} tabIndex={0}>
              {view === 'text' && <ReadText contractId={contractId} versionNumber={round.versionNumber} onSelect={mark} />}
              {view === 'approved' && approved !== null && <Redline contractId={contractId} from={approved} to={round.versionNumber} />}
              {view === 'template' && <Redline contractId={contractId} from={0} to={round.versionNumber} />}
            </Box>
          </>
        )}
      </Stack>
      <Stack spacing={2}>
        {own !== null && mayRead && <QuoteForm words={marked} onWords={mark} kept={own.kept} strays={strays} />}
        {own !== null && !mayRead && <QuoteList quotes={own.kept.typed.quotes} onRemove={(index) => own.kept.change({ quotes: own.kept.typed.quotes.toSpliced(index, 1) })} />}
        {own !== null && <DecisionBar task={own.task} contentHash={round.contentHash} kept={own.kept} onStrayRemark={mayRead ? () => setStrays(strays + 1) : null} onDone={onDone} />}
        {findings}
      </Stack>
    </Box>
  );
}

/** The version that was approved last before this round: its approval may have been voided since, and says so by its tasks. */
function lastApproved(earlier: readonly ApprovalRound[]): number | null {
  const wasApproved = ({ state, tasks }: ApprovalRound) => state === 'approved' || (state === 'voided' && tasks.every((task) => task.state === 'approved' || task.state === 'not_required'));
  return earlier.find(wasApproved)?.versionNumber ?? null;
}
