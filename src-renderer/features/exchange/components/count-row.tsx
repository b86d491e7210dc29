import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { PackId, SheetDeliverable, SheetState } from '#shared/features/exchange/model.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import { acceptedOnAfter } from '#shared/features/fulfilment/rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';

interface CountRowProps {
  readonly packId: PackId;
  readonly obligationId: ObligationId;
  readonly deliverable: SheetDeliverable;
  readonly counted: SheetState['deliverables'][number] | undefined;
  readonly today: Day;
}

/** How much of a deliverable came and was accepted. */
export function CountRow({ packId, obligationId, deliverable, counted, today }: CountRowProps) {
  const translate = useTranslate();
  const format = useFormat();
  const count = useCommand('exchange.count');
  const [delivered, setDelivered] = useState(String(counted?.delivered ?? 0));
  const [accepted, setAccepted] = useState(String(counted?.accepted ?? 0));
  const [came, passed] = [typedCount(delivered), typedCount(accepted)];
  const isSame = came === counted?.delivered && passed === counted?.accepted;
  const run = async () => {
    if (came !== null && passed !== null) await count.run({ packId, obligationId, deliverableId: deliverable.id, delivered: came, accepted: passed, acceptedOn: acceptedOnAfter(counted ?? { accepted: 0, acceptedOn: null }, passed, today) });
  };
  return (
    <Stack spacing={1} sx={{ mt: 1 }}>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="body2" sx={{ minWidth: 180 }}>
          {translate('fulfilment.deliverable', { name: deliverable.name, quantity: format.number(deliverable.quantity), unit: deliverable.unit })}
        </Typography>
        <TextField size="small" label={translate('fulfilment.delivered')} value={delivered} onChange={(event) => setDelivered(event.target.value)} error={came === null} sx={{ width: 120 }} slotProps={numeric} />
        <TextField size="small" label={translate('fulfilment.accepted')} value={accepted} onChange={(event) => setAccepted(event.target.value)} error={passed === null} sx={{ width: 120 }} slotProps={numeric} />
        <Button disabled={came === null || passed === null || isSame} loading={count.isRunning} onClick={() => void run()}>
          {translate('fulfilment.save')}
        </Button>
      </Stack>
      <ErrorMessage error={count.error} />
    </Stack>
  );
}

const numeric = { htmlInput: { inputMode: 'decimal', maxLength: 26 } } as const;

function typedCount(text: string): number | null {
  const count = typedNumber(text);
  return count === null || count < 0 ? null : count;
}
