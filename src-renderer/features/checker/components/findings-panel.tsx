import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CheckedFinding, CheckReport } from '#shared/features/checker/ipc.ts';
import { findingKey, problemKinds, severities, type ProblemKind } from '#shared/features/checker/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useKeptPlace } from '../../../ui/use-kept-place.ts';
import { FindingCard, type FindingActions } from './finding-card.tsx';

interface FindingsPanelProps extends FindingActions {
  readonly findings: readonly CheckedFinding[];
  readonly clauses: CheckReport['clauses'];
  /** Rule and fingerprint of the finding that is shown in the text. */
  readonly chosen: string | null;
}

// A long bad text has thousands; drawing them all after each pause would hold up the hand that types.
const mostAtOnce = 40;

/** Findings by the kind of problem, the gravest first; what was waived is shown on demand. */
export function FindingsPanel({ findings, clauses, chosen, ...actions }: FindingsPanelProps) {
  const translate = useTranslate();
  const [showsWaived, setShowsWaived] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<ProblemKind>>(new Set());
  const waived = findings.filter(({ waiver }) => waiver !== null).length;
  const shown = findings.filter(({ waiver }) => showsWaived || waiver === null);
  const { ref, mark } = useKeptPlace<HTMLDivElement>();
  return (
    <Stack ref={ref} tabIndex={-1} spacing={2}>
      {waived > 0 && (
        <FormControlLabel
          control={<Switch size="small" checked={showsWaived} onChange={(_, isOn) => setShowsWaived(isOn)} />}
          label={translate('checker.showWaived', { count: waived })}
          sx={{ '@media print': { display: 'none' } }}
        />
      )}
      {shown.length === 0 && <EmptyState title={translate('checker.noneTitle')} body={translate('checker.noneBody')} />}
      {problemKinds.map((kind) => {
        const group = shown.filter((finding) => finding.kind === kind).toSorted(byWeight);
        if (group.length === 0) return null;
        return (
          <Box component="section" key={kind} aria-label={translate(`checker.kind.${kind}`)}>
            <Typography variant="subtitle1" component="h3" sx={{ mb: 0.5 }}>
              {translate('checker.kindCount', { kind: translate(`checker.kind.${kind}`), count: group.length })}
            </Typography>
            <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {group.filter((finding, index) => index < mostAtOnce || open.has(kind) || chosen === findingKey(finding)).map((finding) => (
                <FindingCard
                  key={findingKey(finding)}
                  finding={finding}
                  place={clauses[finding.clause]?.number ?? clauses[finding.clause]?.heading ?? ''}
                  isChosen={chosen === findingKey(finding)}
                  {...actions}
                  {...(actions.onWaive === undefined ? {} : { onWaive: noting(mark, actions.onWaive) })}
                  {...(actions.onWithdraw === undefined ? {} : { onWithdraw: noting(mark, actions.onWithdraw) })}
                />
              ))}
            </Stack>
            {group.length > mostAtOnce && !open.has(kind) && (
              <Button size="small" sx={{ mt: 1 }} onClick={() => setOpen(new Set([...open, kind]))}>
                {translate('checker.showMore', { count: group.length - mostAtOnce })}
              </Button>
            )}
          </Box>
        );
      })}
    </Stack>
  );
}

/** A finding that is waived leaves the list, and with it what was pressed. */
function noting(mark: () => void, act: (finding: CheckedFinding) => void): (finding: CheckedFinding) => void {
  return (finding) => {
    mark();
    act(finding);
  };
}

function byWeight(one: CheckedFinding, other: CheckedFinding): number {
  return severities.indexOf(one.severity) - severities.indexOf(other.severity) || one.clause - other.clause || one.start - other.start;
}
