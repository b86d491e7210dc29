import HelpOutlineIcon from '@mui/icons-material/HelpOutlineOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { monospaced } from '../../../theme/theme.ts';

const examples = ['words', 'type', 'party', 'amount', 'ends', 'tag'] as const;

/** What can be typed in the search box beside words. */
export function SearchHelp() {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton size="small" aria-label={translate('contracts.searchHelp.open')} onClick={(event) => setAnchor(event.currentTarget)}>
        <HelpOutlineIcon fontSize="small" />
      </IconButton>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { 'aria-label': translate('contracts.searchHelp.title'), sx: { p: 2, maxWidth: 460 } } }}
      >
        <Typography variant="subtitle2" sx={{ mb: 1 }}>
          {translate('contracts.searchHelp.title')}
        </Typography>
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.75 }}>
          {examples.map((example) => (
            <Box key={example} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ fontFamily: monospaced, fontSize: '0.8125rem', whiteSpace: 'nowrap' }}>
                {translate(`contracts.searchHelp.${example}.typed`)}
              </Box>
              <Box component="dd" sx={{ m: 0, typography: 'body2', color: 'text.secondary' }}>
                {translate(`contracts.searchHelp.${example}.found`)}
              </Box>
            </Box>
          ))}
        </Box>
      </Popover>
    </>
  );
}
