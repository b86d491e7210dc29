import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { CheckedFinding } from '#shared/features/checker/ipc.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { useRuleTexts } from '../rule-texts.ts';
import { SeverityChip } from './severity-chip.tsx';

export interface FindingActions {
  /** Shows the words in the text. */
  readonly onGo: (finding: CheckedFinding) => void;
  readonly onWaive?: (finding: CheckedFinding) => void;
  readonly onWithdraw?: (finding: CheckedFinding) => void;
  /** Puts the wording into the text as a suggestion; absent where the text isn't being edited. */
  readonly onFix?: (finding: CheckedFinding) => void;
}

interface FindingCardProps extends FindingActions {
  readonly finding: CheckedFinding;
  readonly place: string;
  readonly isChosen: boolean;
}

/** One finding: what was found and where, why it matters, and what to write instead. */
export function FindingCard({ finding, place, isChosen, onGo, onWaive, onWithdraw, onFix }: FindingCardProps) {
  const translate = useTranslate();
  const { ruleText } = useRuleTexts();
  const { name, why, fix } = ruleText(finding.ruleId, finding.parameters);
  const { fix: offered, waiver } = finding;
  return (
    <Box component="li" data-finding={finding.ruleId} sx={{ borderLeft: 3, borderColor: isChosen ? 'primary.main' : 'divider', pl: 1.5, py: 0.5, breakInside: 'avoid' }}>
      <ButtonBase onClick={() => onGo(finding)} sx={{ display: 'block', width: '100%', textAlign: 'left', borderRadius: 1 }}>
        <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <SeverityChip severity={finding.severity} />
          <Typography variant="subtitle2" component="span">
            {name}
          </Typography>
          <Typography variant="caption" color="textSecondary" component="span">
            {[finding.ruleId, place].filter((part) => part !== '').join(' · ')}
          </Typography>
        </Stack>
        {finding.quote !== '' && (
          <Typography variant="body2" component="q" sx={{ display: 'block', mt: 0.5, overflowWrap: 'anywhere', quotes: 'none', fontWeight: 500 }}>
            {finding.quote}
          </Typography>
        )}
      </ButtonBase>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
        {why}
      </Typography>
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {fix}
      </Typography>
      {offered !== null && (
        <Stack direction="row" spacing={0.5} sx={{ alignItems: 'flex-start', mt: 0.5, p: 1, bgcolor: 'action.hover', borderRadius: 1 }}>
          <Typography variant="body2" sx={{ flex: 1, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
            {offered.wording}
          </Typography>
          <Box sx={{ '@media print': { display: 'none' } }}>
            <CopyButton text={offered.wording} label={translate('checker.copyWording')} />
          </Box>
        </Stack>
      )}
      {waiver !== null && <Waived waiver={waiver} />}
      <Stack direction="row" spacing={1} sx={{ mt: 0.5, ml: -0.75, '& .MuiButton-root': { minWidth: 0 }, '@media print': { display: 'none' } }}>
        {offered !== null && onFix !== undefined && waiver === null && (
          <Button size="small" onClick={() => onFix(finding)}>
            {translate(`checker.apply.${offered.kind}`)}
          </Button>
        )}
        {waiver === null && onWaive !== undefined && (
          <Button size="small" color="inherit" onClick={() => onWaive(finding)}>
            {translate('checker.waive')}
          </Button>
        )}
        {waiver !== null && onWithdraw !== undefined && (
          <Button size="small" color="inherit" onClick={() => onWithdraw(finding)}>
            {translate('checker.withdraw')}
          </Button>
        )}
      </Stack>
    </Box>
  );
}

function Waived({ waiver }: { readonly waiver: NonNullable<CheckedFinding['waiver']> }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Typography variant="body2" sx={{ mt: 0.5, fontStyle: 'italic' }}>
      {translate('checker.waivedBy', { name: waiver.byName, time: format.dateTime(waiver.at), reason: waiver.reason })}
    </Typography>
  );
}
