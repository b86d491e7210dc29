import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { Contract } from '#shared/features/contracts/model.ts';
import { obligors, type Obligor } from '#shared/features/fulfilment/model.ts';
import { shareOf } from '#shared/features/fulfilment/money-rules.ts';
import type { ProposedDue, ProposedObligation, ProposedPayment, Proposals } from '#shared/features/fulfilment/propose.ts';
import { moneyToFigures, parseMoney } from '#shared/kernel/money.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { proposalKey, type ObligationTyped, type PaymentTyped, type ProposalsTyped } from '../proposals-typed.ts';

interface ProposalsFormProps {
  readonly titleId: string;
  readonly contract: Contract;
  readonly kept: KeptForm<ProposalsTyped>;
}

/** Shows what was found in the words; the person ticks, renames and turns what is taken. That outlasts a lock. */
export function ProposalsForm(props: ProposalsFormProps) {
  const translate = useTranslate();
  const found = useOperation('fulfilment.propose', { contractId: props.contract.summary.id });
  return (
    <>
      <DialogTitle id={props.titleId}>{translate('fulfilment.proposals.title')}</DialogTitle>
      {found.data === undefined ? (
        <DialogContent>{found.error === null ? <LoadingState /> : <ErrorMessage error={found.error} operation="fulfilment.propose" />}</DialogContent>
      ) : (
        <Chosen {...props} proposals={found.data} />
      )}
    </>
  );
}

type ObligationLine = ProposedObligation & ObligationTyped;
type PaymentLine = ProposedPayment & PaymentTyped;

function Chosen({ contract, proposals, kept }: ProposalsFormProps & { readonly proposals: Proposals }) {
  const translate = useTranslate();
  const toast = useToast();
  const take = useCommand('fulfilment.take');
  const { typed, change } = kept;
  const total = isWithheld(contract.amount) ? null : (contract.amount?.inclusive ?? null);
  const obligations = proposals.obligations.map((one, index): ObligationLine => {
    const title = one.title !== '' ? one.title : `${translate(`fulfilment.type.${one.type}`)}${one.clauseNumber === '' ? '' : translate('fulfilment.proposals.ofClause', { clause: one.clauseNumber })}`;
    return { ...one, isTaken: true, title, ...typed.obligations[proposalKey(one, index)] };
  });
  const payments = proposals.payments.map((one, index): PaymentLine => {
    const before = proposals.payments.slice(0, index).reduce((sum, { direction, shareBasisPoints }) => (direction === one.direction ? sum + (shareBasisPoints ?? 0) : sum), 0);
    const amount = one.amount ?? (total === null || one.shareBasisPoints === null ? null : shareOf(total, one.shareBasisPoints, before));
    // One whose sum the text doesn't say waits for it, and holds back none of the others.
    return { ...one, amount, isTaken: amount !== null, text: amount === null ? '' : moneyToFigures(amount), ...typed.payments[proposalKey(one, index)] };
  });
  const sums = payments.map(({ text, amount }) => parseMoney(text, amount?.currency ?? total?.currency ?? 'CNY'));
  const isRight = obligations.every(({ isTaken, title }) => !isTaken || title.trim() !== '') && payments.every(({ isTaken }, index) => !isTaken || (sums[index]?.ok === true && sums[index].value.minor > 0));
  const count = obligations.filter(({ isTaken }) => isTaken).length + payments.filter(({ isTaken }) => isTaken).length;
  const send = async () => {
    const reply = await take.run({
      contractId: contract.summary.id,
      obligations: obligations.filter(({ isTaken }) => isTaken).map(({ isTaken: _, ...one }) => one),
      payments: payments.flatMap(({ isTaken, direction, due, shareBasisPoints, quote }, index) => {
        const sum = sums[index];
        return isTaken && sum?.ok === true ? [{ direction, due, shareBasisPoints, amount: sum.value, condition: quote.slice(0, 500) }] : [];
      }),
    });
    if (!reply.ok) return;
    toast.success(translate('fulfilment.proposals.taken', { count: reply.value.added }));
    kept.close();
  };
  if (obligations.length + payments.length === 0) {
    return (
      <>
        <DialogContent>
          <EmptyState title={translate('fulfilment.proposals.none')} body={translate('fulfilment.proposals.noneBody')} />
        </DialogContent>
        <DialogActions>
          <Button onClick={kept.close}>{translate('fulfilment.close')}</Button>
        </DialogActions>
      </>
    );
  }
  return (
    <>
      <DialogContent dividers>
        <Typography sx={{ mb: 1.5, color: 'text.secondary' }}>{translate('fulfilment.proposals.lead')}</Typography>
        <Stack spacing={2}>
          {kept.notice}
          {obligations.map((one, index) => (
            <ObligationProposal
              key={index}
              line={one}
              onChange={({ isTaken = one.isTaken, title = one.title, obligor = one.obligor }) => change({ obligations: { ...typed.obligations, [proposalKey(one, index)]: { isTaken, title, obligor } } })}
            />
          ))}
          {payments.length > 0 && <Typography variant="h3">{translate('fulfilment.payments')}</Typography>}
          {payments.map((one, index) => (
            <PaymentProposal
              key={index}
              line={one}
              hasProblem={one.isTaken && sums[index]?.ok !== true}
              onChange={({ isTaken = one.isTaken, text = one.text }) => change({ payments: { ...typed.payments, [proposalKey(one, index)]: { isTaken, text } } })}
            />
          ))}
          <ErrorMessage error={take.error} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('fulfilment.proposals.take', { count })} isDisabled={count === 0 || !isRight} isRunning={take.isRunning} onGo={send} onCancel={kept.close} status={kept.status} />
    </>
  );
}

function ObligationProposal({ line, onChange }: { readonly line: ObligationLine; readonly onChange: (change: Partial<ObligationTyped>) => void }) {
  const translate = useTranslate();
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      <Checkbox checked={line.isTaken} onChange={(_, isTaken) => onChange({ isTaken })} slotProps={{ input: { 'aria-label': translate('fulfilment.proposals.takeOne', { title: line.title }) } }} sx={{ mt: -0.25 }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
          <PlainTextField label={translate('fulfilment.title')} value={line.title} onChange={(event) => onChange({ title: event.target.value })} sx={{ flex: '1 1 220px' }} slotProps={{ htmlInput: { maxLength: 120 } }} />
          <TextField select label={translate('fulfilment.obligorLabel')} value={line.obligor} onChange={(event) => onChange({ obligor: (obligors.find((one) => one === event.target.value) ?? 'them') satisfies Obligor })} sx={{ width: 130 }}>
            {obligors.map((one) => (
              <MenuItem key={one} value={one}>
                {translate(`fulfilment.obligor.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        </Stack>
        <Source line={line} />
      </Box>
    </Stack>
  );
}

function PaymentProposal({ line, hasProblem, onChange }: { readonly line: PaymentLine; readonly hasProblem: boolean; readonly onChange: (change: Partial<PaymentTyped>) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const name = `${translate(`fulfilment.direction.${line.direction}`)}${line.shareBasisPoints === null ? '' : ` ${format.percent(line.shareBasisPoints / 10_000)}`}`;
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      <Checkbox checked={line.isTaken} onChange={(_, isTaken) => onChange({ isTaken })} slotProps={{ input: { 'aria-label': translate('fulfilment.proposals.takeOne', { title: name }) } }} sx={{ mt: -0.25 }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <TextField label={`${name} · ${translate('fulfilment.amount')}`} value={line.text} error={hasProblem} onChange={(event) => onChange({ text: event.target.value })} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 40 } }} />
        <Source line={line} />
      </Box>
    </Stack>
  );
}

function Source({ line: { due, clauseNumber, quote } }: { readonly line: { readonly due: ProposedDue; readonly clauseNumber: string; readonly quote: string } }) {
  const translate = useTranslate();
  const format = useFormat();
  const when = (): string => {
    switch (due.kind) {
      case 'none':
        return translate('fulfilment.due.none');
      case 'fixed':
        return format.date(due.on);
      case 'recurring':
        return translate(`fulfilment.frequency.${due.frequency}`);
      case 'offset':
        return translate(due.amount < 0 ? 'fulfilment.due.before' : 'fulfilment.due.after', { event: translate(`fulfilment.proposals.event.${due.from}`), period: translate(`fulfilment.unit.${due.unit}`, { count: Math.abs(due.amount) }) });
    }
  };
  const words = translate('fulfilment.quoted', { quote });
  // Many clauses begin with their number already.
  const from = quote === '' ? translate('fulfilment.proposals.fromTemplate') : quote.startsWith(clauseNumber) ? words : `${clauseNumber} ${words}`;
  return (
    <Typography variant="body2" sx={{ mt: 0.5, color: 'text.secondary', overflowWrap: 'anywhere' }}>
      {[when(), from].join(' · ')}
    </Typography>
  );
}
