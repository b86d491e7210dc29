import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Contact } from '#shared/features/exchange/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { Fingerprint } from './fingerprint.tsx';

/** The people one exchanges packs with; a card dropped here is added. */
export function ContactsCard() {
  const translate = useTranslate();
  const contacts = useOperation('exchange.contacts', undefined);
  const add = useCommand('exchange.addContact');
  const [compared, setCompared] = useState<Contact | null>(null);
  const take = async (pickId: Parameters<typeof add.run>[0]['pickId']) => {
    const reply = await add.run({ pickId });
    if (reply.ok && reply.value !== null) setCompared(reply.value);
  };
  const drop = async (files: FileList) => {
    const [pick] = await window.deedbox.takeDropped([...files]);
    if (pick !== undefined) await take(pick as never);
  };
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void drop(event.dataTransfer.files);
      }}
    >
      <SectionCard
        title={translate('exchange.contacts.title')}
        subtitle={translate('exchange.contacts.lead')}
        actions={
          <Button variant="outlined" loading={add.isRunning} onClick={() => void take(null)}>
            {translate('exchange.contacts.add')}
          </Button>
        }
      >
        <ErrorMessage error={add.error} operation="exchange.addContact" />
        {contacts.data === undefined && (contacts.error === null ? <LoadingState /> : <ErrorMessage error={contacts.error} onRetry={contacts.refetch} />)}
        {contacts.data?.length === 0 && <EmptyState title={translate('exchange.contacts.none')} body={translate('exchange.contacts.noneBody')} />}
        <Stack component="ul" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {contacts.data?.map((contact) => (
            <ContactLine key={contact.id} contact={contact} onCompare={() => setCompared(contact)} />
          ))}
        </Stack>
      </SectionCard>
      {compared !== null && <CompareDialog contact={compared} onClose={() => setCompared(null)} />}
    </div>
  );
}

function ContactLine({ contact, onCompare }: { readonly contact: Contact; readonly onCompare: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const confirm = useConfirm();
  const status = useVaultStatus();
  const link = useCommand('exchange.linkContact');
  const remove = useCommand('exchange.removeContact');
  const me = status?.state === 'unlocked' ? status.user.id : null;
  const { id, name, fingerprint, memberId, memberName, confirmedAt, confirmedByName } = contact;
  const takeAway = async () => {
    const isSure = await confirm({ title: translate('exchange.contacts.removeTitle', { name }), body: translate('exchange.contacts.removeBody'), confirmLabel: translate('exchange.contacts.remove'), destructive: true });
    if (isSure) await remove.run({ id });
  };
  return (
    <Stack component="li" data-contact={name} direction={{ xs: 'column', md: 'row' }} spacing={2} sx={{ alignItems: { md: 'center' }, justifyContent: 'space-between' }}>
      <Stack spacing={0.75} sx={{ minWidth: 0, alignItems: 'flex-start' }}>
        <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="subtitle1" component="h3">
            {name}
          </Typography>
          <StatusChip label={translate(confirmedAt === null ? 'exchange.contacts.unconfirmed' : 'exchange.contacts.confirmed')} tone={confirmedAt === null ? 'warning' : 'success'} />
          {memberId !== null && <StatusChip label={translate('exchange.contacts.isMember', { name: memberName })} tone="info" />}
        </Stack>
        <Fingerprint fingerprint={fingerprint} />
        {confirmedAt !== null && (
          <Typography variant="body2" color="textSecondary">
            {translate('exchange.contacts.confirmedBy', { name: confirmedByName, time: format.dateTime(confirmedAt) })}
          </Typography>
        )}
        <ErrorMessage error={link.error ?? remove.error} />
      </Stack>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', flex: 'none' }}>
        {confirmedAt === null && (
          <Button size="small" variant="contained" onClick={onCompare}>
            {translate('exchange.contacts.compare')}
          </Button>
        )}
        {confirmedAt !== null && (memberId === null || memberId === me) && (
          <Button size="small" onClick={() => void link.run({ id, isMe: memberId === null })}>
            {translate(memberId === null ? 'exchange.contacts.thisIsMe' : 'exchange.contacts.notMe')}
          </Button>
        )}
        <Button size="small" color="inherit" onClick={() => void takeAway()} aria-label={translate('exchange.contacts.removeOne', { name })}>
          {translate('exchange.contacts.remove')}
        </Button>
      </Stack>
    </Stack>
  );
}
