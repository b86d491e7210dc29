import AddIcon from '@mui/icons-material/Add';
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import type { Deliverable, Obligation } from '#shared/features/fulfilment/model.ts';
import { acceptedOnAfter } from '#shared/features/fulfilment/rules.ts';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useHolds, usePermission } from '../../../ipc/use-vault-status.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { useInSight } from '../../../keeping/use-in-sight.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { useAskToRemove } from '../../../ui/use-ask-to-remove.ts';

interface DeliverableListProps {
  readonly obligation: Obligation;
  /** Whether one that was left unfinished is gone on with. */
  readonly goesOn?: boolean;
}

/** What is to be delivered: how much, how much came, and how much of it was accepted. */
export function DeliverableList({ obligation, goesOn = false }: DeliverableListProps) {
  const translate = useTranslate();
  const mayWrite = usePermission('fulfilment.write');
  const [isAdding, setAdding] = useState(goesOn);
  if (obligation.deliverables.length === 0 && !mayWrite) return null;
  return (
    <div>
      {obligation.deliverables.length > 0 && <Typography variant="subtitle2">{translate('fulfilment.deliverables')}</Typography>}
      <Stack spacing={1}>
        {obligation.deliverables.map((deliverable) => (
          <DeliverableLine key={deliverable.id} deliverable={deliverable} />
        ))}
        {isAdding && <DeliverableForm obligation={obligation} onClose={() => setAdding(false)} />}
      </Stack>
      {mayWrite && !isAdding && (
        <Button size="small" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
          {translate('fulfilment.addDeliverable')}
        </Button>
      )}
    </div>
  );
}

function DeliverableLine({ deliverable }: { readonly deliverable: Deliverable }) {
  const translate = useTranslate();
  const format = useFormat();
  const mayTick = usePermission('fulfilment.tick');
  const mayWrite = usePermission('fulfilment.write');
  const count = useCommand('fulfilment.countDelivered');
  const remove = useCommand('fulfilment.removeDeliverable');
  const askToRemove = useAskToRemove();
  const [delivered, setDelivered] = useState(String(deliverable.deliveredQuantity));
  const [accepted, setAccepted] = useState(String(deliverable.acceptedQuantity));
  const [base, setBase] = useState(deliverable);
  if (deliverable.deliveredQuantity !== base.deliveredQuantity || deliverable.acceptedQuantity !== base.acceptedQuantity) {
    // Counted elsewhere meanwhile, such as on site: what is counted on from here is that.
    setBase(deliverable);
    setDelivered(String(deliverable.deliveredQuantity));
    setAccepted(String(deliverable.acceptedQuantity));
  }
  const [came, passed] = [typedNumber(delivered), typedNumber(accepted)];
  const isChanged = came !== deliverable.deliveredQuantity || passed !== deliverable.acceptedQuantity;
  const save = async () => {
    if (came === null || passed === null) return;
    const before = { delivered: deliverable.deliveredQuantity, accepted: deliverable.acceptedQuantity };
    await count.run({ id: deliverable.id, delivered: came, accepted: passed, acceptedOn: acceptedOnAfter({ ...before, acceptedOn: deliverable.acceptedOn }, passed, presentDay()), before });
  };
  const takeOut = async () => {
    if (await askToRemove(deliverable.name)) await remove.run({ id: deliverable.id });
  };
  return (
    <Box>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="body2" sx={{ flex: '1 1 160px' }}>
          {translate('fulfilment.deliverable', { name: deliverable.name, quantity: format.number(deliverable.quantity), unit: deliverable.unit })}
          {isWithheld(deliverable.spec) || deliverable.spec === '' ? '' : ` · ${deliverable.spec}`}
        </Typography>
        <TextField label={translate('fulfilment.delivered')} value={delivered} error={!isQuantity(came)} disabled={!mayTick} onChange={(event) => setDelivered(event.target.value)} sx={{ width: 110 }} slotProps={{ htmlInput: { inputMode: 'decimal' } }} />
        <TextField label={translate('fulfilment.accepted')} value={accepted} error={!isQuantity(passed)} disabled={!mayTick} onChange={(event) => setAccepted(event.target.value)} sx={{ width: 110 }} slotProps={{ htmlInput: { inputMode: 'decimal' } }} />
        {mayTick && (
          <Button size="small" variant="outlined" disabled={!isChanged || !isQuantity(came) || !isQuantity(passed)} loading={count.isRunning} onClick={() => void save()}>
            {translate('fulfilment.save')}
          </Button>
        )}
        {mayWrite && (
          <IconButton size="small" aria-label={translate('fulfilment.removeOf', { title: deliverable.name })} onClick={() => void takeOut()}>
            <DeleteOutlineIcon fontSize="small" />
          </IconButton>
        )}
      </Stack>
      <ErrorMessage error={remove.error} />
      <ErrorMessage error={count.error} operation="fulfilment.countDelivered" />
    </Box>
  );
}

/** What is to be delivered as it is being entered. */
interface DeliverableTyped {
  readonly name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly spec: string;
}

const fields: FieldsOf<DeliverableTyped> = { name: z.string(), quantity: z.string(), unit: z.string(), spec: z.string() };

interface DeliverableFormProps {
  readonly obligation: Obligation;
  readonly onClose: () => void;
}

function DeliverableForm(props: DeliverableFormProps) {
  const { id, contractId } = props.obligation;
  return (
    <KeptForm of={{ contractId, dialog: 'deliverable', about: id }} fields={fields} fresh={() => ({ name: '', quantity: '', unit: '', spec: '' })} onClose={props.onClose}>
      {(kept) => <DeliverableFields {...props} kept={kept} />}
    </KeptForm>
  );
}

function DeliverableFields({ obligation, kept }: DeliverableFormProps & { readonly kept: KeptFormOf<DeliverableTyped> }) {
  const translate = useTranslate();
  const add = useCommand('fulfilment.addDeliverable');
  const form = useInSight<HTMLDivElement>(kept.notice);
  const { typed: draft, close } = kept;
  const holdsClauses = useHolds('clauses');
  const much = typedNumber(draft.quantity);
  const isRight = draft.name.trim() !== '' && isQuantity(much);
  const send = async () => {
    const { spec, quantity: _, ...rest } = draft;
    if (much === null) return;
    const reply = await add.run({ obligationId: obligation.id, entry: { ...rest, quantity: much, ...(holdsClauses ? { spec } : {}) } });
    if (reply.ok) close();
  };
  return (
    <Stack ref={form} spacing={1} sx={{ pt: 1 }}>
      {kept.notice}
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <PlainTextField autoFocus required label={translate('fulfilment.deliverableName')} value={draft.name} onChange={(event) => kept.change({ name: event.target.value })} slotProps={{ htmlInput: { maxLength: 120 } }} />
        <TextField required label={translate('fulfilment.quantity')} value={draft.quantity} error={draft.quantity.trim() !== '' && !isQuantity(much)} onChange={(event) => kept.change({ quantity: event.target.value })} sx={{ width: 110 }} slotProps={{ htmlInput: { inputMode: 'decimal' } }} />
        <PlainTextField label={translate('fulfilment.unitLabel')} value={draft.unit} onChange={(event) => kept.change({ unit: event.target.value })} sx={{ width: 90 }} slotProps={{ htmlInput: { maxLength: 20 } }} />
        {holdsClauses && <PlainTextField label={translate('fulfilment.spec')} value={draft.spec} onChange={(event) => kept.change({ spec: event.target.value })} slotProps={{ htmlInput: { maxLength: 1000 } }} />}
        <Button variant="contained" disabled={!isRight} loading={add.isRunning} onClick={() => void send()}>
          {translate('fulfilment.save')}
        </Button>
        <Button color="inherit" onClick={close}>
          {translate('ui.cancel')}
        </Button>
        {kept.status}
      </Stack>
      <ErrorMessage error={add.error} />
    </Stack>
  );
}

function isQuantity(number: number | null): boolean {
  return number !== null && number >= 0;
}
