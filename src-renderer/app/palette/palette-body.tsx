import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import Typography from '@mui/material/Typography';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslate } from '../../i18n/i18n.ts';
import { SearchNote } from '../../ui/search-note.tsx';
import { matchingCommands, type PaletteCommand } from './palette-command.ts';
import { PaletteList } from './palette-list.tsx';
import { useFixedCommands } from './use-fixed-commands.tsx';
import { useRecordCommands } from './use-record-commands.tsx';

/** The box to type in and what fits. Arrow keys choose, Enter does it. */
export function PaletteBody({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const fixed = useFixedCommands();
  const records = useRecordCommands(typed);
  const commands = matchingCommands([...records.commands, ...fixed], typed);
  const at = Math.max(0, commands.findIndex(({ id }) => id === chosenId));
  const chosen = commands[at];

  const run = (command: PaletteCommand | undefined) => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const steer = (event: KeyboardEvent) => {
    // Enter ends what an input method composes; it is not meant for the list.
    if (event.nativeEvent.isComposing || commands.length === 0) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosenId(commands[(at + step + commands.length) % commands.length]?.id ?? null);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(chosen);
    }
  };

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }} onKeyDown={steer}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
        <SearchIcon sx={{ color: 'text.secondary' }} />
        <InputBase
          autoFocus
          fullWidth
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosenId(null);
          }}
          placeholder={translate('app.palette.placeholder')}
          inputProps={{
            role: 'combobox',
            'aria-label': translate('app.palette.placeholder'),
            'aria-expanded': true,
            'aria-controls': listId,
            'aria-activedescendant': chosen === undefined ? undefined : `${listId}-${at}`,
            maxLength: 200,
            spellCheck: false,
          }}
        />
      </Box>
      {commands.length === 0 ? (
        <Typography role="status" sx={{ px: 2, py: 4, textAlign: 'center', color: 'text.secondary' }}>
          {translate('app.palette.nothing')}
        </Typography>
      ) : (
        <PaletteList id={listId} commands={commands} chosenIndex={at} onChoose={setChosenId} onRun={run} />
      )}
      <SearchNote unreached={records.unreached} sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider' }} />
    </Box>
  );
}
