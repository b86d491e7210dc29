import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import { problemStatuses, type Problem } from '#shared/features/problems/model.ts';
import { isProblemLate, problemMoves } from '#shared/features/problems/rules.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission, useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import { useResume } from '../../../keeping/use-resume.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip, type StatusTone } from '../../../ui/status-chip.tsx';
import { freshProblem, ProblemForm, problemFields, type ProblemObligation } from './problem-form.tsx';
import { ProblemLetter } from './problem-letter.tsx';
import { ProblemStep } from './problem-step.tsx';

const toneByStatus: Readonly<Record<Problem['status'], StatusTone>> = { open: 'warning', acting: 'info', resolved: 'success', escalated: 'danger', disputed: 'danger' };
type Shown = { readonly kind: 'form'; readonly problem: Problem | null } | { readonly kind: 'step'; readonly problem: Problem; readonly to: Problem['status'] } | { readonly kind: 'letter'; readonly problem: Problem | null };

interface ProblemsCardProps {
  readonly contract: Contract;
  readonly problems: readonly Problem[];
  readonly obligations: readonly ProblemObligation[];
}

/** The problems of a contract with their next steps and letters. */
export function ProblemsCard({ contract, problems, obligations }: ProblemsCardProps) {
  const translate = useTranslate();
  const titleId = useId();
  const mayWrite = usePermission('problems.write');
  const [shown, setShown] = useState<Shown | null>(null);
  const close = () => setShown(null);
  const status = useVaultStatus();
  const ownId = status?.state === 'unlocked' ? status.user.id : null;
  const { id: contractId } = contract.summary;
  const find = (about: string) => problems.find(({ id }) => id === about) ?? null;
  useResume('problem', (about) => setShown({ kind: 'form', problem: find(about) }));
  useResume('problemStep', (about) => setShown(stepOf(problems, about)));
  useResume('letter', (about) => setShown({ kind: 'letter', problem: find(about) }));
  return (
    <SectionCard
      title={translate('problems.title')}
      actions={
        mayWrite && (
          <Stack direction="row" spacing={1}>
            <Button size="small" variant="outlined" onClick={() => setShown({ kind: 'letter', problem: null })}>
              {translate('problems.letter.write')}
            </Button>
            <Button size="small" variant="contained" startIcon={<AddIcon />} onClick={() => setShown({ kind: 'form', problem: null })}>
              {translate('problems.add')}
            </Button>
          </Stack>
        )
      }
    >
      {problems.length === 0 ? (
        <EmptyState title={translate('problems.none')} body={translate('problems.noneBody')} />
      ) : (
        <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {problems.map((problem) => (
            <ProblemRow key={problem.id} problem={problem} mayWrite={mayWrite} onShow={setShown} />
          ))}
        </Stack>
      )}
      {shown?.kind === 'form' && (
        <KeptDialog of={{ contractId, dialog: 'problem', about: shown.problem?.id ?? '' }} revision={shown.problem?.revision ?? null} fields={problemFields} fresh={() => freshProblem(shown.problem, ownId)} isOpen onClose={close} titleId={titleId}>
          {(kept) => <ProblemForm titleId={titleId} contractId={contractId} problem={shown.problem} obligations={obligations} kept={kept} />}
        </KeptDialog>
      )}
      {shown?.kind === 'letter' && <ProblemLetter contract={contract} problem={shown.problem} onClose={close} />}
      {shown?.kind === 'step' && <ProblemStep contractId={contractId} problem={shown.problem} to={shown.to} onClose={close} />}
    </SectionCard>
  );
}

/** The step that a kept form is about: the problem, and where it goes. */
function stepOf(problems: readonly Problem[], about: string): Shown | null {
  const [id, step] = about.split(' ');
  const problem = problems.find((one) => one.id === id);
  const to = problemStatuses.find((status) => status === step);
  return problem === undefined || to === undefined ? null : { kind: 'step', problem, to };
}

function ProblemRow({ problem, mayWrite, onShow }: { readonly problem: Problem; readonly mayWrite: boolean; readonly onShow: (shown: Shown) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const facts = [
    translate(`problems.kind.${problem.kind}`),
    format.date(problem.openedOn),
    ...(problem.obligationTitle === '' ? [] : [translate('problems.about', { title: problem.obligationTitle }), translate(`problems.effect.${problem.effect}`)]),
    ...(problem.ownerName === '' ? [] : [problem.ownerName]),
    ...(problem.dueOn === null ? [] : [translate('problems.dueOn', { day: format.date(problem.dueOn) })]),
  ];
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1.25, '&:first-of-type': { borderTop: 0, pt: 0 } }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{problem.title}</Typography>
        <StatusChip label={translate(`problems.status.${problem.status}`)} tone={toneByStatus[problem.status]} />
        <StatusChip label={translate(`problems.severity.${problem.severity}`)} tone={problem.severity === 'critical' || problem.severity === 'high' ? 'danger' : 'neutral'} />
        {isProblemLate(problem, presentDay()) && <StatusChip label={translate('problems.late')} tone="danger" />}
      </Stack>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {facts.join(' · ')}
      </Typography>
      {problem.action !== '' && <Typography variant="body2">{translate('problems.actionOf', { action: problem.action })}</Typography>}
      {!isWithheld(problem.description) && problem.description !== '' && (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>
          {problem.description}
        </Typography>
      )}
      {problem.events.map((event) => (
        <Typography key={event.at} variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          {[format.dateTime(event.at), translate(`problems.status.${event.to}`), event.byName, ...(event.reason === '' ? [] : [event.reason])].join(' · ')}
        </Typography>
      ))}
      {mayWrite && (
        <Stack direction="row" spacing={1} useFlexGap sx={{ mt: 0.75, flexWrap: 'wrap' }}>
          {problemMoves(problem.status).map((to) => (
            <Button key={to} size="small" variant="outlined" onClick={() => onShow({ kind: 'step', problem, to })}>
              {translate(`problems.to.${to}`)}
            </Button>
          ))}
          <Button size="small" onClick={() => onShow({ kind: 'form', problem })}>
            {translate('problems.edit')}
          </Button>
          <Button size="small" onClick={() => onShow({ kind: 'letter', problem })}>
            {translate('problems.letter.write')}
          </Button>
        </Stack>
      )}
    </Box>
  );
}
