import AddIcon from '@mui/icons-material/Add';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { z } from 'zod';
import type { Contract } from '#shared/features/contracts/model.ts';
import { checkOrder, isOwnSeat, suggestedOrder } from '#shared/features/signing/envelope-rules.ts';
import { signerDraftSchema, type SignerDraft } from '#shared/features/signing/envelope-model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { typedDay, type FieldsOf } from '../../../keeping/restore-typed.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LegalNote } from './legal-note.tsx';
import { SignerFields } from './signer-fields.tsx';

interface StartDialogProps {
  readonly contract: Contract;
  readonly onClose: () => void;
}

/** A signer that is being entered; the key keeps the fields of a row together when rows move. */
interface Row {
  readonly key: number;
  readonly signer: SignerDraft;
}

/** Who is to sign, as it is being entered. */
interface SigningTyped {
  readonly rows: readonly Row[];
  readonly expiresOn: string;
}

const signer = signerDraftSchema.unwrap().extend({ name: z.string(), title: z.string(), partyName: z.string() }).readonly();
const fields: FieldsOf<SigningTyped> = { rows: z.array(z.object({ key: z.int(), signer }).readonly()).min(1).readonly(), expiresOn: typedDay };

/** Who signs, in which order and how; beginning with our own certificate and the other side on this screen. Kept until it is begun or given up. */
export function StartDialog({ contract, onClose }: StartDialogProps) {
  const titleId = useId();
  const status = useVaultStatus();
  const me = status?.state === 'unlocked' ? status.user : null;
  const fresh = (): SigningTyped => ({ rows: firstSigners(contract, me).map((one, key) => ({ key, signer: one })), expiresOn: '' });
  return (
    <KeptDialog of={{ contractId: contract.summary.id, dialog: 'signing', about: '' }} fields={fields} fresh={fresh} isOpen onClose={onClose} maxWidth="md" titleId={titleId}>
      {(kept) => <StartForm contract={contract} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface StartFormProps extends Pick<StartDialogProps, 'contract'> {
  readonly titleId: string;
  readonly kept: KeptForm<SigningTyped>;
}

function StartForm({ contract, titleId, kept }: StartFormProps) {
  const translate = useTranslate();
  const members = useOperation('signing.possibleSigners', undefined);
  const start = useCommand('signing.startEnvelope');
  const { rows, expiresOn } = kept.typed;
  const setRows = (changed: readonly Row[]) => kept.change({ rows: changed });
  const expiresId = useId();
  const signers = rows.map(({ signer }) => signer);
  const order = checkOrder(signers);
  // A form that was kept may name somebody who has left since.
  const absent = members.data === undefined ? undefined : signers.find((one) => isOwnSeat(one) && one.userId !== null && !members.data?.some(({ id }) => id === one.userId));
  const isComplete = signers.every(({ name }) => name.trim() !== '') && order.ok && members.data !== undefined && absent === undefined && (expiresOn === '' || isDay(expiresOn));
  const isSuggested = suggestedOrder(signers).every((signer, index) => signer === signers[index]);
  const change = (index: number, signer: SignerDraft) => setRows(rows.map((row, at) => (at === index ? { ...row, signer } : row)));
  const move = (index: number, by: -1 | 1) => {
    const moved = [...rows];
    const [row] = moved.splice(index, 1);
    if (row === undefined) return;
    moved.splice(index + by, 0, row);
    setRows(moved);
  };
  const add = () => setRows([...rows, { key: Math.max(0, ...rows.map(({ key }) => key)) + 1, signer: { side: 'them', name: '', title: '', partyName: contract.summary.partyNames[1] ?? '', method: 'drawn', userId: null } }]);
  const run = async () => {
    const reply = await start.run({ contractId: contract.summary.id, revision: contract.revision, draft: { signers, expiresOn: isDay(expiresOn) ? expiresOn : null } });
    if (reply.ok) kept.close();
  };
  return (
    <>
      <DialogTitle id={titleId}>{translate('signing.start.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          {kept.notice}
          <Typography color="textSecondary">{translate('signing.start.lead')}</Typography>
          {rows.map(({ key, signer }, index) => (
            <SignerFields
              key={key}
              number={index + 1}
              signer={signer}
              members={members.data ?? []}
              onChange={(changed) => change(index, changed)}
              {...(index > 0 ? { onUp: () => move(index, -1) } : {})}
              {...(index < rows.length - 1 ? { onDown: () => move(index, 1) } : {})}
              {...(rows.length > 1 ? { onRemove: () => setRows(rows.filter((_, at) => at !== index)) } : {})}
            />
          ))}
          <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
            <Button startIcon={<AddIcon />} disabled={rows.length >= 10} onClick={add}>
              {translate('signing.start.add')}
            </Button>
            <Box sx={{ width: 260 }}>
              <DateField id={expiresId} label={translate('signing.start.expiresOn')} value={expiresOn} onChange={(day) => kept.change({ expiresOn: day })} />
            </Box>
          </Stack>
          {!order.ok && <Alert severity="warning">{translate(`errors.${order.error.code}`, order.error.params ?? {})}</Alert>}
          {absent !== undefined && <Alert severity="warning">{translate('errors.NOT_A_SIGNER', { name: absent.name })}</Alert>}
          {order.ok && !isSuggested && (
            <Alert
              severity="info"
              action={
                <Button color="inherit" size="small" onClick={() => setRows(suggestedOrder(rows.map((row) => ({ ...row, method: row.signer.method }))).map(({ key, signer }) => ({ key, signer })))}>
                  {translate('signing.start.reorder')}
                </Button>
              }
            >
              {translate('signing.start.orderHint')}
            </Alert>
          )}
          {[...new Set(signers.map(({ method }) => method))].map((method) => (
            <LegalNote key={method} method={method} />
          ))}
          <ErrorMessage error={members.error} onRetry={members.refetch} />
          {start.error !== null && <ErrorMessage error={start.error} operation="signing.startEnvelope" />}
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('signing.start.submit')} isDisabled={!isComplete} isRunning={start.isRunning} onGo={run} onCancel={kept.close} status={kept.status} />
    </>
  );
}

function firstSigners({ summary: { partyNames } }: Contract, me: { readonly id: SignerDraft['userId']; readonly name: string } | null): readonly SignerDraft[] {
  return [
    { side: 'them', name: '', title: '', partyName: partyNames[1] ?? '', method: 'drawn', userId: null },
    { side: 'us', name: me?.name ?? '', title: '', partyName: partyNames[0] ?? '', method: 'certificate', userId: me?.id ?? null },
  ];
}
