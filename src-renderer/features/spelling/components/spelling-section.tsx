import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ownWordSchema, wordKey } from '#shared/features/spelling/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useKeptPlace } from '../../../ui/use-kept-place.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { useUndo } from '../../../ui/use-undo.ts';

// Of a long list the words that begin as one types are shown.
const mostShown = 200;

/** Whether spelling is checked, and the person's own words. */
export function SpellingSection() {
  const translate = useTranslate();
  const own = useOperation('spelling.own', undefined).data;
  const choose = useCommand('spelling.switch');
  if (own === undefined) return null;
  return (
    <SectionCard title={translate('spelling.title')} subtitle={translate('spelling.lead')}>
      <FormControlLabel control={<Switch checked={own.isOn} onChange={(_, isOn) => void choose.run({ isOn })} />} label={translate('documentEditor.spelling.check')} />
      <OwnWords words={own.words} />
    </SectionCard>
  );
}

function OwnWords({ words }: { readonly words: readonly string[] }) {
  const translate = useTranslate();
  const toast = useToast();
  const undo = useUndo();
  const adding = useCommand('spelling.addWord');
  const removing = useCommand('spelling.removeWord');
  const [typed, setTyped] = useState('');
  const { ref, mark } = useKeptPlace<HTMLUListElement>();
  const isWord = ownWordSchema.safeParse(typed).success;
  const fitting = words.filter((word) => wordKey(word).startsWith(wordKey(typed.trim())));
  const shown = fitting.slice(0, mostShown);
  const isNew = isWord && !words.some((word) => wordKey(word) === wordKey(typed.trim()));

  async function add(): Promise<void> {
    const reply = await adding.run({ word: typed });
    if (reply.ok) setTyped('');
  }

  async function remove(word: string): Promise<void> {
    mark();
    const reply = await removing.run({ word });
    if (reply.ok) toast.success(translate('spelling.removed', { word }), undo(() => adding.run({ word })));
    else toast.failure(reply.error);
  }

  return (
    <>
      <Typography variant="h3" sx={{ mt: 1.5, mb: 1 }}>
        {translate('spelling.words', { count: words.length })}
      </Typography>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isNew) void add();
        }}
        sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', mb: 1.5 }}
      >
        <TextField
          size="small"
          label={translate('spelling.word')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={typed.trim() !== '' && !isWord}
          helperText={typed.trim() !== '' && !isWord ? translate('spelling.noWord') : undefined}
          slotProps={{ htmlInput: { maxLength: 60, spellCheck: false, autoCapitalize: 'off' } }}
          sx={{ width: 260 }}
        />
        <Button type="submit" variant="outlined" disabled={!isNew || adding.isRunning} sx={{ height: 40 }}>
          {translate('spelling.addWord')}
        </Button>
      </Box>
      {adding.error !== null && <ErrorMessage error={adding.error} />}
      {words.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {translate('spelling.noWords')}
        </Typography>
      )}
      <Box ref={ref} tabIndex={-1} component="ul" aria-label={translate('spelling.words', { count: words.length })} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, p: 0, m: 0, listStyle: 'none' }}>
        {shown.map((word) => (
          <li key={word}>
            <Chip label={word} lang="en" size="small" onClick={() => void remove(word)} onDelete={() => void remove(word)} slotProps={{ root: { 'aria-label': translate('spelling.remove', { word }) } }} />
          </li>
        ))}
      </Box>
      {fitting.length > shown.length && (
        <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 1 }}>
          {translate('spelling.more', { count: fitting.length - shown.length })}
        </Typography>
      )}
    </>
  );
}
