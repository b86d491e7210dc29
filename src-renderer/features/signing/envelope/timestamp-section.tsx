import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';

/** The server that dates signatures, and the signatures that wait for it. */
export function TimestampSection() {
  const translate = useTranslate();
  const state = useOperation('signing.timestamps', undefined);
  const stamp = useCommand('signing.stampQueued');
  const [answer, setAnswer] = useState<OutputOf<'signing.stampQueued'> | null>(null);
  if (state.data === undefined) return state.error === null ? <LoadingState /> : <ErrorMessage error={state.error} onRetry={state.refetch} />;
  const { url, queued, out } = state.data;
  const run = async () => {
    const reply = await stamp.run(undefined);
    setAnswer(reply.ok ? reply.value : null);
  };
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      <SectionCard title={translate('signing.timestamp.title')}>
        <Stack spacing={2}>
          <Typography color="textSecondary">{translate('signing.timestamp.lead')}</Typography>
          <ServerForm key={url} url={url} />
          {queued > 0 && (
            <Alert
              severity="info"
              action={
                <Button color="inherit" size="small" loading={stamp.isRunning} disabled={url === ''} onClick={() => void run()}>
                  {translate('signing.timestamp.now')}
                </Button>
              }
            >
              {translate('signing.timestamp.queued', { count: queued })}
            </Alert>
          )}
          {out > 0 && <Alert severity="info">{translate('signing.timestamp.out', { count: out })}</Alert>}
          {answer !== null && <StampAnswer answer={answer} />}
          {stamp.error !== null && <ErrorMessage error={stamp.error} />}
        </Stack>
      </SectionCard>
    </Stack>
  );
}

/** What came of asking: what was done, and for each file without a stamp why, and what helps. */
function StampAnswer({ answer }: { readonly answer: OutputOf<'signing.stampQueued'> }) {
  const translate = useTranslate();
  const counted = (['stamped', 'tooLarge', 'unstampable'] as const).filter((what) => answer[what] > 0);
  const sentences = [...counted.map((what) => translate(`signing.timestamp.result.${what}`, { count: answer[what] })), ...(answer.isAway ? [translate('signing.timestamp.result.away')] : [])];
  return (
    <Stack role="status" spacing={0.5}>
      {sentences.map((sentence) => (
        <Typography key={sentence}>{sentence}</Typography>
      ))}
    </Stack>
  );
}

function ServerForm({ url }: { readonly url: string }) {
  const translate = useTranslate();
  const toast = useToast();
  const save = useCommand('signing.setTimestampServer');
  const [typed, setTyped] = useState(url);
  const isValid = typed.trim() === '' || /^https?:\/\/\S+$/.test(typed.trim());
  const run = async () => {
    const reply = await save.run({ url: typed.trim() });
    if (reply.ok) toast.success(translate('signing.timestamp.saved'));
  };
  return (
    <Stack
      component="form"
      direction="row"
      spacing={2}
      sx={{ alignItems: 'flex-start', maxWidth: 720 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (isValid) void run();
      }}
    >
      <TextField fullWidth label={translate('signing.timestamp.url')} value={typed} error={!isValid} helperText={translate('signing.timestamp.urlHint')} onChange={(event) => setTyped(event.target.value)} slotProps={{ htmlInput: { maxLength: 300, spellCheck: false } }} />
      <Button type="submit" variant="outlined" loading={save.isRunning} disabled={!isValid || typed.trim() === url}>
        {translate('signing.timestamp.save')}
      </Button>
      {save.error !== null && <ErrorMessage error={save.error} />}
    </Stack>
  );
}
