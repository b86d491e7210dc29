import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useKeptPlace } from '../../../ui/use-kept-place.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { useUndo } from '../../../ui/use-undo.ts';

/** How many words are let pass in a contract, and on demand which, each to be marked again. Nothing where there are none. */
export function IgnoredWords({ contractId }: { readonly contractId: ContractId }) {
  const translate = useTranslate();
  const words = useOperation('spelling.ignored', { contractId }).data ?? [];
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const titleId = useId();
  if (words.length === 0 && anchor === null) return null;
  return (
    <>
      <Button size="small" color="inherit" aria-haspopup="dialog" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)} sx={{ py: 0, typography: 'caption' }}>
        {translate('spelling.ignoredCount', { count: words.length })}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { p: 2, width: 360, maxHeight: 320 } } }}
      >
        <Typography id={titleId} variant="h3" component="h2">
          {translate('spelling.ignoredTitle')}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5, mb: 1.5 }}>
          {translate('spelling.ignoredLead')}
        </Typography>
        <Words contractId={contractId} words={words} />
      </Popover>
    </>
  );
}

function Words({ contractId, words }: { readonly contractId: ContractId; readonly words: readonly string[] }) {
  const translate = useTranslate();
  const toast = useToast();
  const undo = useUndo();
  const ignoring = useCommand('spelling.ignoreWord');
  const heeding = useCommand('spelling.heedWord');
  const { ref, mark } = useKeptPlace<HTMLUListElement>();

  async function heed(word: string): Promise<void> {
    mark();
    const reply = await heeding.run({ contractId, word });
    if (reply.ok) toast.success(translate('spelling.heeded', { word }), undo(() => ignoring.run({ contractId, word })));
    else toast.failure(reply.error);
  }

  return (
    <Box ref={ref} tabIndex={-1} component="ul" aria-label={translate('spelling.ignoredTitle')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, p: 0, m: 0, listStyle: 'none' }}>
      {words.map((word) => (
        <li key={word}>
          <Chip label={word} lang="en" size="small" onClick={() => void heed(word)} onDelete={() => void heed(word)} slotProps={{ root: { 'aria-label': translate('spelling.heed', { word }) } }} />
        </li>
      ))}
    </Box>
  );
}
