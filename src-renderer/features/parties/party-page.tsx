import ArchiveIcon from '@mui/icons-material/ArchiveOutlined';
import UnarchiveIcon from '@mui/icons-material/UnarchiveOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { partyIdSchema, type Party, type PartyId } from '#shared/features/parties/model.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOwnName } from '../../i18n/own-name.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { afterSaving } from '../../ui/leave-guard.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { PartyEditor } from './components/party-editor.tsx';
import { useArchiving } from './use-archiving.ts';

/** One counterparty with what other features say of it, or with no id in the address the form for a new one. */
export function PartyPage({ cards }: { readonly cards?: (id: PartyId) => ReactNode }) {
  const { partyId } = useParams();
  if (partyId === undefined) return <NewParty />;
  return <StoredParty key={partyId} id={partyIdSchema.parse(partyId)} {...(cards === undefined ? {} : { cards })} />;
}

function NewParty() {
  const translate = useTranslate();
  const navigate = useNavigate();
  // Each visit is a form of its own: what was saved a moment ago must not be changed by the next party's name.
  const { key: visit } = useLocation();
  const toast = useToast();
  const nameOf = useOwnName();
  const finish = (party: Party) => {
    toast.success(translate('parties.form.created', { name: nameOf(party) }));
    void navigate('/parties', afterSaving);
  };
  return (
    <Page title={translate('parties.form.newTitle')} back={{ to: '/parties', label: translate('parties.title') }} maxWidth={1040}>
      <PartyEditor key={visit} stored={null} readOnly={false} guardsLeaving onSaved={finish} onCancel={() => void navigate('/parties')} />
    </Page>
  );
}

function StoredParty({ id, cards }: { readonly id: PartyId; readonly cards?: (id: PartyId) => ReactNode }) {
  const translate = useTranslate();
  const party = useOperation('parties.get', { id });
  const back = { to: '/parties', label: translate('parties.title') };
  if (party.data !== undefined) return <PartyView party={party.data} cards={cards?.(id)} />;
  return (
    <Page title={translate('parties.title')} back={back} maxWidth={1040}>
      {party.error === null ? <LoadingState /> : <ErrorMessage error={party.error} onRetry={party.refetch} />}
    </Page>
  );
}

function PartyView({ party, cards }: { readonly party: Party; readonly cards: ReactNode }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const nameOf = useOwnName();
  const archiving = useArchiving();
  const mayWrite = usePermission('parties.write');
  const isArchived = party.archivedAt !== null;
  return (
    <Page
      title={nameOf(party)}
      subtitle={translate('parties.updatedAt', { time: format.dateTime(party.updatedAt) })}
      back={{ to: '/parties', label: translate('parties.title') }}
      maxWidth={1040}
      actions={
        mayWrite && (
          <Button
            startIcon={isArchived ? <UnarchiveIcon /> : <ArchiveIcon />}
            disabled={archiving.isRunning}
            onClick={() => void (isArchived ? archiving.restore(party) : archiving.archive(party))}
          >
            {translate(isArchived ? 'parties.restore' : 'parties.archive')}
          </Button>
        )
      }
    >
      {party.archivedAt !== null && (
        <Alert severity="info">{translate('parties.archivedNotice', { date: format.date(party.archivedAt) })}</Alert>
      )}
      {party.isBlacklisted && <Alert severity="warning">{translate('parties.blacklisted.notice')}</Alert>}
      {!mayWrite && <Alert severity="info">{translate('parties.form.readOnly')}</Alert>}
      <PartyEditor stored={party} readOnly={!mayWrite} guardsLeaving onSaved={() => toast.success(translate('parties.form.saved'))} />
      {cards}
    </Page>
  );
}
