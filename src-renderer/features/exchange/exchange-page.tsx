import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { contractIdSchema } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { UnfinishedNotice } from '../../keeping/unfinished-notice.tsx';
import { useResume } from '../../keeping/use-resume.ts';
import { Page } from '../../ui/page.tsx';
import { Tabbed } from '../../ui/tabbed.tsx';
import { ContactsCard } from './components/contacts-card.tsx';
import { IdentityCard } from './components/identity-card.tsx';
import { ReceivedCard, SentCard } from './components/pack-lists.tsx';
import { packBegun, SendDialog } from './components/send-dialog.tsx';
import { sendKinds } from './components/use-pack-choice.ts';

/** Packs between people who each have a vault of their own: what came, what went, with whom, and who one is oneself. */
export function ExchangePage() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const maySend = usePermission('exchange.send');
  const pick = useCommand('exchange.pickPack');
  const identity = useOperation('exchange.identity', undefined);
  const asked = contractIdSchema.safeParse(search.get('send'));
  const [sending, setSending] = useState<ReturnType<typeof packBegun>>(null);
  useResume('pack', (about) => setSending(packBegun(about)));
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const open = async () => {
    const reply = await pick.run(undefined);
    if (reply.ok && reply.value !== null) void navigate(`/exchange/open/${reply.value.pickId}`);
  };
  const close = () => {
    setSending(null);
    setSearch((present) => {
      present.delete('send');
      return present;
    }, { replace: true });
  };
  const shown = sending ?? (asked.success && maySend ? { kind: 'work' as const, contractId: asked.data } : null);
  return (
    <Page
      title={translate('exchange.title')}
      subtitle={translate('exchange.lead')}
      maxWidth={1080}
      actions={
        <>
          <Button variant={maySend ? 'outlined' : 'contained'} loading={pick.isRunning} onClick={() => void open()}>
            {translate('exchange.open')}
          </Button>
          {maySend && (
            <Button variant="contained" aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
              {translate('exchange.send.open')}
            </Button>
          )}
          <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
            {sendKinds.map((kind) => (
              <MenuItem
                key={kind}
                onClick={() => {
                  setAnchor(null);
                  setSending({ kind, contractId: undefined });
                }}
              >
                {translate(`exchange.send.menu.${kind}`)}
              </MenuItem>
            ))}
          </Menu>
        </>
      }
    >
      <UnfinishedNotice contractId={null} dialogs={['pack']} />
      {identity.data === null && <Alert severity="info">{translate('exchange.begin')}</Alert>}
      <Tabbed
        label={translate('exchange.title')}
        tabs={[
          { key: 'received', label: translate('exchange.tab.received'), content: <ReceivedCard /> },
          ...(maySend ? [{ key: 'sent', label: translate('exchange.tab.sent'), content: <SentCard /> }] : []),
          { key: 'contacts', label: translate('exchange.tab.contacts'), content: <ContactsCard /> },
          { key: 'identity', label: translate('exchange.tab.identity'), content: <IdentityCard /> },
        ]}
      />
      {shown !== null && <SendDialog key={`${shown.kind} ${shown.contractId ?? ''}`} {...shown} onClose={close} />}
    </Page>
  );
}
