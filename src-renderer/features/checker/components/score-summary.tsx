import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { CheckReport } from '#shared/features/checker/ipc.ts';
import { problemKinds, severities } from '#shared/features/checker/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';

/** The score of a text, and how many findings of each weight stand. */
export function ScoreSummary({ report, withKinds = false }: { readonly report: CheckReport; readonly withKinds?: boolean }) {
  const translate = useTranslate();
  const open = report.findings.filter(({ waiver }) => waiver === null);
  const counts = severities.map((severity) => ({ severity, count: open.filter((finding) => finding.severity === severity).length }));
  const blocking = counts[0]?.count ?? 0;
  return (
    <Stack spacing={1}>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Typography variant="h1" component="p" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {report.score.total}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {translate('checker.ofHundred')}
        </Typography>
        {blocking > 0 && <StatusChip tone="danger" label={translate('checker.blocksSigning', { count: blocking })} />}
      </Stack>
      <Typography variant="body2">
        {counts.map(({ severity, count }) => translate('checker.severityCount', { severity: translate(`checker.severity.${severity}`), count })).join(' · ')}
      </Typography>
      {withKinds && (
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto auto', columnGap: 2, rowGap: 0.25, m: 0, justifyContent: 'start' }}>
          {problemKinds.map((kind) => (
            <Box key={kind} sx={{ display: 'contents' }}>
              <Typography component="dt" variant="body2" color="textSecondary">
                {translate(`checker.kind.${kind}`)}
              </Typography>
              <Typography component="dd" variant="body2" sx={{ m: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
                {report.score.byKind[kind]}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </Stack>
  );
}
