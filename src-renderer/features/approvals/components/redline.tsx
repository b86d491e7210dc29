import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { compareTexts, isChange } from '#shared/features/versions/compare.ts';
import { numberParts } from '#shared/features/versions/redline.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { DiffParts } from '../../../ui/diff-parts.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';

interface RedlineProps {
  readonly contractId: ContractId;
  /** A version's number; 0 is the template. */
  readonly from: number;
  readonly to: number;
  /** How many changed places are shown at most; the rest is counted. */
  readonly most?: number;
}

/** The places at which two versions differ, word by word. */
export function Redline({ contractId, from, to, most = 500 }: RedlineProps) {
  const translate = useTranslate();
  const before = useOperation('versions.text', { contractId, versionNumber: from });
  const after = useOperation('versions.text', { contractId, versionNumber: to });
  const changes = useMemo(() => (before.data === undefined || after.data === undefined ? null : compareTexts(before.data.blocks, after.data.blocks).filter(isChange)), [before.data, after.data]);
  const error = before.error ?? after.error;
  if (error !== null) return <ErrorMessage error={error} operation="versions.text" />;
  if (changes === null) return <LoadingState />;
  if (changes.length === 0) return <Alert severity="success">{translate('approvals.redline.same')}</Alert>;
  return (
    <Stack spacing={1} component="section" aria-label={translate('approvals.redline.changes', { number: changes.length })}>
      {changes.slice(0, most).map((block, index) => (
        <Box key={index} data-change={block.kind} sx={{ borderLeft: 3, borderColor: 'warning.main', pl: 1.25 }}>
          <Typography component="div" variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            <DiffParts parts={partsOf(block)} />
          </Typography>
        </Box>
      ))}
      {changes.length > most && <Typography variant="caption">{translate('approvals.redline.more', { number: changes.length - most })}</Typography>}
    </Stack>
  );
}

/** The words with the number before them, where the block has one. */
function partsOf(block: Parameters<typeof numberParts>[0]): ReturnType<typeof numberParts> {
  const number = numberParts(block);
  return number.length === 0 ? block.parts : [...number, { kind: 'same', text: ' ' }, ...block.parts];
}
