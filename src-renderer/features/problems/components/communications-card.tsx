import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type DragEvent, type ReactNode } from 'react';
import { z } from 'zod';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { partyIdSchema, type PartyId } from '#shared/features/parties/model.ts';
import { communicationKinds, type Communication } from '#shared/features/problems/model.ts';
import { pickIdSchema, type PickId } from '#shared/features/vault/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useHolds, usePermission } from '../../../ipc/use-vault-status.ts';
import { KeptForm, type KeptForm as Kept } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { useInSight } from '../../../keeping/use-in-sight.ts';
import { useResume } from '../../../keeping/use-resume.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { MentionField } from '../../../ui/mention-field.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { Withheld } from '../../../ui/withheld.tsx';
import { useColleagueNames } from '../use-colleague-names.ts';

interface Draft {
  readonly kind: Communication['kind'];
  readonly happenedOn: string;
  readonly subject: string;
  readonly correspondent: string;
  readonly body: string;
  readonly partyId: PartyId | null;
}

const ofEmail = 'email';

/** An entry that is being written. */
interface Begun {
  readonly about: '' | typeof ofEmail;
  readonly draft: Draft;
  readonly round: number;
}

const text = z.string();
const fields: FieldsOf<Draft> = { kind: z.enum(communicationKinds), happenedOn: text, subject: text, correspondent: text, body: text, partyId: partyIdSchema.nullable() };
const freshDraft = (): Draft => ({ kind: 'call', happenedOn: presentDay(), subject: '', correspondent: '', body: '', partyId: null });

/** Somebody of the contract with whom one speaks. */
interface LoggedParty {
  readonly id: PartyId;
  readonly name: string;
}

/** Calls, meetings, letters and e-mails; an .eml file is picked, or dropped on the card. */
export function CommunicationsCard({ contractId, parties, communications }: { readonly contractId: ContractId; readonly parties: readonly LoggedParty[]; readonly communications: readonly Communication[] }) {
  const translate = useTranslate();
  const read = useCommand('problems.readEmail');
  const discard = useCommand('contracts.discardDialog');
  const [begun, setBegun] = useState<Begun | null>(null);
  const begin = (about: Begun['about'], draft: Draft) => setBegun((present) => ({ about, draft, round: (present?.round ?? 0) + 1 }));
  useResume('communication', (about) => begin(about === ofEmail ? ofEmail : '', freshDraft()));
  const holdsClauses = useHolds('clauses');
  const mayWrite = usePermission('problems.write') && holdsClauses;
  const readMail = async (pickId: PickId | null) => {
    const reply = await read.run({ pickId });
    if (!reply.ok || reply.value === null) return;
    const { sentOn, ...mail } = reply.value;
    // This e-mail, not another that was left unfinished.
    await discard.run({ of: { contractId, dialog: 'communication', about: ofEmail } });
    begin(ofEmail, { kind: 'email', happenedOn: sentOn ?? presentDay(), partyId: null, ...mail });
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    const [pick] = await window.deedbox.takeDropped([...event.dataTransfer.files]);
    const id = pickIdSchema.safeParse(pick);
    if (id.success) await readMail(id.data);
  };
  return (
    <div onDragOver={(event) => event.preventDefault()} onDrop={(event) => void drop(event)}>
      <SectionCard
        title={translate('problems.log.title')}
        subtitle={mayWrite ? translate('problems.log.hint') : ''}
        actions={
          mayWrite && (
            <Stack direction="row" spacing={1}>
              <Button size="small" variant="outlined" loading={read.isRunning} onClick={() => void readMail(null)}>
                {translate('problems.log.email')}
              </Button>
              <Button size="small" variant="outlined" onClick={() => begin('', freshDraft())}>
                {translate('problems.log.add')}
              </Button>
            </Stack>
          )
        }
      >
        <Stack spacing={1.5}>
          <ErrorMessage error={read.error} />
          {begun !== null && (
            <KeptForm key={begun.round} of={{ contractId, dialog: 'communication', about: begun.about }} fields={fields} fresh={() => begun.draft} onClose={() => setBegun(null)}>
              {(kept) => <CommunicationForm contractId={contractId} parties={parties} kept={kept} />}
            </KeptForm>
          )}
          {communications.length === 0 && begun === null && <Typography sx={{ color: 'text.secondary' }}>{translate('problems.log.none')}</Typography>}
          {communications.map((one) => (
            <CommunicationLine key={one.id} communication={one} />
          ))}
        </Stack>
      </SectionCard>
    </div>
  );
}

/** An entry of the log; `about` leads to what it was about, where that is not the page itself. */
export function CommunicationLine({ communication: { kind, happenedOn, addedByName, partyName, text }, about = null }: { readonly communication: Communication; readonly about?: ReactNode }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <div>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {about}
        {[format.date(happenedOn), translate(`problems.log.kind.${kind}`), addedByName, ...(partyName === '' ? [] : [partyName]), ...(isWithheld(text) || text.correspondent === '' ? [] : [text.correspondent])].join(' · ')}
      </Typography>
      {isWithheld(text) ? (
        <Withheld />
      ) : (
        <>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{text.subject}</Typography>
          <Typography variant="body2" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxHeight: 160, overflow: 'auto' }} tabIndex={text.body.length > 400 ? 0 : undefined}>
            {text.body}
          </Typography>
        </>
      )}
    </div>
  );
}

interface CommunicationFormProps {
  readonly contractId: ContractId;
  readonly parties: readonly LoggedParty[];
  readonly kept: Kept<Draft>;
}

function CommunicationForm({ contractId, parties, kept }: CommunicationFormProps) {
  const translate = useTranslate();
  const add = useCommand('problems.addCommunication');
  const names = useColleagueNames();
  const { typed: draft, change, close } = kept;
  const form = useInSight<HTMLDivElement>(kept.notice);
  const save = async () => {
    const { kind, happenedOn, partyId, ...text } = draft;
    if (!isDay(happenedOn)) return;
    const reply = await add.run({ contractId, kind, partyId, happenedOn, text });
    if (reply.ok) close();
  };
  return (
    <Stack ref={form} spacing={1.5}>
      {kept.notice}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'repeat(4, minmax(0, 1fr))' } }}>
        <TextField select label={translate('problems.log.kindLabel')} value={draft.kind} onChange={(event) => change({ kind: communicationKinds.find((one) => one === event.target.value) ?? 'note' })}>
          {communicationKinds.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`problems.log.kind.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <DateField id="said-on" label={translate('problems.log.on')} required value={draft.happenedOn} onChange={(happenedOn) => change({ happenedOn })} />
        {parties.length > 0 && (
          <TextField select label={translate('problems.log.party')} value={draft.partyId ?? ''} onChange={(event) => change({ partyId: parties.find(({ id }) => id === event.target.value)?.id ?? null })}>
            <MenuItem value="">{translate('problems.log.noParty')}</MenuItem>
            {parties.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        )}
        <TextField label={translate('problems.log.with')} value={draft.correspondent} onChange={(event) => change({ correspondent: event.target.value })} slotProps={{ htmlInput: { maxLength: 300 } }} />
      </Box>
      <TextField required label={translate('problems.log.subject')} value={draft.subject} onChange={(event) => change({ subject: event.target.value })} slotProps={{ htmlInput: { maxLength: 300 } }} />
      <MentionField isQuoted minRows={3} maxRows={10} label={translate('problems.log.body')} value={draft.body} onChange={(body) => change({ body })} names={names} hint={translate('problems.mentionHint')} maxLength={20_000} />
      <ErrorMessage error={add.error} />
      <FormButtons label={translate('problems.save')} isDisabled={draft.subject.trim() === '' || !isDay(draft.happenedOn)} isRunning={add.isRunning} onSave={save} onCancel={close} status={kept.status} />
    </Stack>
  );
}
