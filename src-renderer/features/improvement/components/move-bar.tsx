import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { z } from 'zod';
import { outcomes, type Item, type ItemOutcome, type ItemState } from '#shared/features/improvement/model.ts';
import { checkItemMove, itemMoves } from '#shared/features/improvement/rules.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';

interface ResultTyped {
  readonly result: string;
  readonly outcome: ItemOutcome;
}

const fields: FieldsOf<ResultTyped> = { result: z.string(), outcome: z.enum(outcomes) };

/** Takes an item on, and closes it with its result; what is typed is kept until then. */
export function MoveBar({ item }: { readonly item: Item }) {
  const { line, content, goals } = item;
  const fresh = (): ResultTyped => ({ result: content.result, outcome: goals.length > 0 && goals.every(({ judgement }) => judgement.verdict === 'met') ? 'achieved' : 'partly' });
  return (
    <KeptForm of={{ contractId: null, dialog: 'improvementResult', about: line.id }} fields={fields} fresh={fresh}>
      {(kept) => <MoveForm item={item} kept={kept} />}
    </KeptForm>
  );
}

function MoveForm({ item, kept }: { readonly item: Item; readonly kept: KeptFormOf<ResultTyped> }) {
  const translate = useTranslate();
  const move = useCommand('improvement.move');
  const { line, goals } = item;
  const { result, outcome } = kept.typed;
  const run = async (to: ItemState) => {
    const reply = await move.run({ id: line.id, revision: item.revision, from: line.state, to, result, outcome: to === 'closed' ? outcome : null });
    if (reply.ok) kept.forget();
  };
  const verdicts = goals.map(({ judgement }) => judgement.verdict);
  const canEnd = itemMoves(line.state).some((to) => to === 'closed' || to === 'declined');
  return (
    <SectionCard title={translate('improvement.section.result')}>
      <Stack spacing={2}>
        {canEnd && kept.notice}
        {move.error !== null && <ErrorMessage error={move.error} />}
        {canEnd && <TextField fullWidth multiline minRows={2} label={translate('improvement.field.result')} value={result} onChange={(event) => kept.change({ result: event.target.value })} slotProps={{ htmlInput: { maxLength: 2000 } }} />}
        {itemMoves(line.state).includes('closed') && (
          <TextField select label={translate('improvement.field.outcome')} value={outcome} onChange={(event) => kept.change({ outcome: outcomes.find((each) => each === event.target.value) ?? outcome })} sx={{ maxWidth: 240 }}>
            {outcomes.map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`improvement.outcome.${each}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          {itemMoves(line.state).map((to) => (
            <Button
              key={to}
              variant={to === 'closed' || to === 'acting' ? 'contained' : 'outlined'}
              disabled={!checkItemMove({ from: line.state, to, result, outcome, verdicts }).ok && to !== 'closed'}
              loading={move.isRunning}
              onClick={() => void run(to)}
            >
              {translate(`improvement.move.${to}`)}
            </Button>
          ))}
          {canEnd && kept.status}
        </Stack>
      </Stack>
    </SectionCard>
  );
}
