import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { outcomes, type Item, type ItemOutcome } from '#shared/features/improvement/model.ts';
import { checkItemMove, itemMoves } from '#shared/features/improvement/rules.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';

/** Takes an item on, and closes it with its result. */
export function MoveBar({ item }: { readonly item: Item }) {
  const translate = useTranslate();
  const move = useCommand('improvement.move');
  const { line, content, goals } = item;
  const [result, setResult] = useState(content.result);
  const [outcome, setOutcome] = useState<ItemOutcome>(goals.length > 0 && goals.every(({ judgement }) => judgement.verdict === 'met') ? 'achieved' : 'partly');
  const verdicts = goals.map(({ judgement }) => judgement.verdict);
  const canEnd = itemMoves(line.state).some((to) => to === 'closed' || to === 'declined');
  return (
    <SectionCard title={translate('improvement.section.result')}>
      <Stack spacing={2}>
        {move.error !== null && <ErrorMessage error={move.error} />}
        {canEnd && <TextField fullWidth multiline minRows={2} label={translate('improvement.field.result')} value={result} onChange={(event) => setResult(event.target.value)} slotProps={{ htmlInput: { maxLength: 2000 } }} />}
        {itemMoves(line.state).includes('closed') && (
          <TextField select label={translate('improvement.field.outcome')} value={outcome} onChange={(event) => setOutcome(outcomes.find((each) => each === event.target.value) ?? outcome)} sx={{ maxWidth: 240 }}>
            {outcomes.map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`improvement.outcome.${each}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
          {itemMoves(line.state).map((to) => (
            <Button
              key={to}
              variant={to === 'closed' || to === 'acting' ? 'contained' : 'outlined'}
              disabled={!checkItemMove({ from: line.state, to, result, outcome, verdicts }).ok && to !== 'closed'}
              loading={move.isRunning}
              onClick={() => void move.run({ id: line.id, revision: item.revision, to, result, outcome: to === 'closed' ? outcome : null })}
            >
              {translate(`improvement.move.${to}`)}
            </Button>
          ))}
        </Stack>
      </Stack>
    </SectionCard>
  );
}
