import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ApprovalRound, ApprovalTask } from '#shared/features/approvals/model.ts';
import { mayRecall, submittableStages } from '#shared/features/approvals/rules.ts';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useHolds, usePermission } from '../../../ipc/use-vault-status.ts';
import { KeptForm } from '../../../keeping/kept-form.tsx';
import { useResume } from '../../../keeping/use-resume.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { decisionFields, decisionOf, freshDecision } from '../decision-typed.ts';
import { DecisionBar } from './decision-bar.tsx';
import { QuoteList } from './quote-list.tsx';
import { RecallButton } from './recall-button.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { RoundSteps } from './round-steps.tsx';
import { SubmitBar } from './submit-bar.tsx';
import { VoidedNote } from './voided-note.tsx';

interface ApprovalCardProps {
  readonly contract: Contract;
  readonly userId: UserId;
}

/** Where a contract stands with those who must agree, and what this person can do about it. */
export function ApprovalCard({ contract, userId }: ApprovalCardProps) {
  const translate = useTranslate();
  const mayWrite = usePermission('contracts.write');
  const contractId = contract.summary.id;
  const rounds = useOperation('approvals.ofContract', { contractId });
  const route = useOperation('approvals.route', { contractId });
  const isUnderFlow = route.error !== null || (route.data ?? null) !== null;
  const [current, ...earlier] = rounds.data ?? [];
  const maySubmit = mayWrite && isUnderFlow && contract.versions.length > 0 && submittableStages.includes(contract.summary.stage);
  if (rounds.data !== undefined && current === undefined && !maySubmit) return null;
  return (
    <SectionCard title={translate('approvals.card')}>
      {rounds.data === undefined && (rounds.error === null ? <LoadingState /> : <ErrorMessage error={rounds.error} onRetry={rounds.refetch} />)}
      <Stack spacing={2}>
        {current !== undefined && <RoundSteps round={current} />}
        {current?.state === 'voided' && maySubmit && <VoidedNote contract={contract} round={current} />}
        {current !== undefined && <OwnPart round={current} userId={userId} contract={contract} />}
        {maySubmit && <SubmitBar contract={contract} route={route} />}
        {earlier.length > 0 && <Earlier rounds={earlier} />}
      </Stack>
    </SectionCard>
  );
}

interface OwnPartProps {
  readonly round: ApprovalRound;
  readonly userId: UserId;
  readonly contract: Contract;
}

function OwnPart({ round, userId, contract: { summary } }: OwnPartProps) {
  const [reviewed, setReviewed] = useState<string | null>(null);
  const [isStray, setStray] = useState(false);
  useResume('decision', setReviewed);
  const mayWrite = usePermission('contracts.write');
  const members = useOperation('approvals.members', undefined);
  if (round.state !== 'pending') return null;
  const own = round.tasks.filter(({ assigneeId, state }) => assigneeId === userId && state === 'pending');
  if (own.length === 0) return mayWrite && members.data !== undefined && mayRecall(userId, round.submittedById, members.data) ? <RecallButton contractId={summary.id} roundId={round.id} /> : null;
  const inReview = own.find(({ id }) => id === reviewed);
  const review = (task: ApprovalTask, strays: boolean) => {
    setReviewed(task.id);
    setStray(strays);
  };
  return (
    <>
      {own.map((task) => (
        <OwnTask key={task.id} task={task} contractId={summary.id} contentHash={round.contentHash} isNamed={own.length > 1} isReviewing={inReview === task} onReview={(strays) => review(task, strays)} />
      ))}
      {inReview !== undefined && <ReviewDialog contractId={summary.id} title={summary.title} task={inReview} isStray={isStray} onClose={() => setReviewed(null)} />}
    </>
  );
}

interface OwnTaskProps {
  readonly task: ApprovalTask;
  readonly contractId: ContractId;
  readonly contentHash: string;
  /** Whether its step is named: the person has several tasks here. */
  readonly isNamed: boolean;
  readonly isReviewing: boolean;
  /** Opens the text beside it; told whether a comment stands there at no words. */
  readonly onReview: (isStray: boolean) => void;
}

function OwnTask({ task, contractId, contentHash, isNamed, isReviewing, onReview }: OwnTaskProps) {
  const translate = useTranslate();
  const mayRead = useHolds('clauses');
  return (
    <>
      {isNamed && (
        <Typography variant="subtitle2" component="h3">
          {task.stepName}
        </Typography>
      )}
      <Button variant="outlined" size="small" onClick={() => onReview(false)} sx={{ alignSelf: 'flex-start' }}>
        {translate('approvals.review.start')}
      </Button>
      {/* What is written is one, here or beside the text. */}
      {!isReviewing && (
        <KeptForm of={decisionOf(contractId, task)} fields={decisionFields} fresh={freshDecision}>
          {(kept) => (
            <>
              <QuoteList quotes={kept.typed.quotes} onRemove={(index) => kept.change({ quotes: kept.typed.quotes.toSpliced(index, 1) })} />
              <DecisionBar task={task} contentHash={contentHash} kept={kept} onStrayRemark={mayRead ? () => onReview(true) : null} />
            </>
          )}
        </KeptForm>
      )}
    </>
  );
}

function Earlier({ rounds }: { readonly rounds: readonly ApprovalRound[] }) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button size="small" color="inherit" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {translate('approvals.earlier', { count: rounds.length })}
      </Button>
      <Collapse in={isOpen} unmountOnExit>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {rounds.map((round) => (
            <RoundSteps key={round.id} round={round} />
          ))}
        </Stack>
      </Collapse>
    </div>
  );
}
