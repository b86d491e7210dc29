import Box from '@mui/material/Box';
import { monospaced } from '../../../theme/theme.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';

interface HashLineProps {
  readonly hash: string;
  /** Names the hash; also what the copy button says. */
  readonly label: string;
}

/** A SHA-256 in full, ready to be copied. */
export function HashLine({ hash, label }: HashLineProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5 }}>
      <Box component="code" sx={{ fontFamily: monospaced, fontSize: 12, lineHeight: 1.5, overflowWrap: 'anywhere', color: 'text.secondary' }}>
        {hash}
      </Box>
      <CopyButton text={hash} label={label} />
    </Box>
  );
}
