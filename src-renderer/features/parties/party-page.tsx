import ArchiveIcon from '@mui/icons-material/ArchiveOutlined';
import MergeIcon from '@mui/icons-material/CallMerge';
import UnarchiveIcon from '@mui/icons-material/UnarchiveOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { PartyMerge } from '#shared/features/parties/merging.ts';
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
import { MergeDialog } from './components/merge-dialog.tsx';
import { MergePicker } from './components/merge-picker.tsx';
import { KeptPartyEditor } from './components/party-editor.tsx';
import { MergedFrom, MergedInto } from './components/party-merges.tsx';
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
      <KeptPartyEditor key={visit} stored={null} readOnly={false} onSaved={finish} onCancel={() => void navigate('/parties')} />
    </Page>
  );
}

function StoredParty({ id, cards }: { readonly id: PartyId; readonly cards?: (id: PartyId) => ReactNode }) {
  const translate = useTranslate();
  const party = useOperation('parties.get', { id });
  const merges = useOperation('parties.mergesOf', { id });
  const back = { to: '/parties', label: translate('parties.title') };
  const failed = [party, merges].find(({ error }) => error !== null);
  if (party.data !== undefined && merges.data !== undefined) return <PartyView party={party.data} merges={merges.data} cards={cards?.(id)} />;
  return (
    <Page title={translate('parties.title')} back={back} maxWidth={1040}>
      {failed === undefined ? <LoadingState /> : <ErrorMessage error={failed.error} onRetry={failed.refetch} />}
    </Page>
  );
}

interface PartyViewProps {
  readonly party: Party;
  readonly merges: readonly PartyMerge[];
  readonly cards: ReactNode;
}

function PartyView({ party, merges, cards }: PartyViewProps) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const nameOf = useOwnName();
  const archiving = useArchiving();
  const into = merges.find(({ merged }) => merged.id === party.id);
  const mayWrite = usePermission('parties.write') && into === undefined;
  const isArchived = party.archivedAt !== null;
  return (
    <Page
      title={nameOf(party)}
      subtitle={translate('parties.updatedAt', { time: format.dateTime(party.updatedAt) })}
      back={{ to: '/parties', label: translate('parties.title') }}
      maxWidth={1040}
      actions={
        mayWrite && (
          <>
          <MergeButton party={party} />
          <Button
            startIcon={isArchived ? <UnarchiveIcon /> : <ArchiveIcon />}
            disabled={archiving.isRunning}
            onClick={() => void (isArchived ? archiving.restore(party) : archiving.archive(party))}
          >
            {translate(isArchived ? 'parties.restore' : 'parties.archive')}
          </Button>
          </>
        )
      }
    >
      {into !== undefined && <MergedInto merge={into} />}
      {party.archivedAt !== null && into === undefined && (
        <Alert severity="info">{translate('parties.archivedNotice', { date: format.date(party.archivedAt) })}</Alert>
      )}
      {party.isBlacklisted && <Alert severity="warning">{translate('parties.blacklisted.notice')}</Alert>}
      {!mayWrite && into === undefined && <Alert severity="info">{translate('parties.form.readOnly')}</Alert>}
      <KeptPartyEditor stored={party} readOnly={!mayWrite} onSaved={() => toast.success(translate('parties.form.saved'))} />
      <MergedFrom merges={merges.filter(({ kept }) => kept.id === party.id)} />
      {cards}
    </Page>
  );
}

/** Leads through a merge with another record: which one it is, and then what becomes of both. */
function MergeButton({ party }: { readonly party: Party }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const mayMerge = usePermission('parties.merge');
  const [step, setStep] = useState<'none' | 'pick' | PartyId>('none');
  if (!mayMerge) return null;
  const finish = (keptId: PartyId) => {
    setStep('none');
    if (keptId !== party.id) void navigate(`/parties/${keptId}`, afterSaving);
  };
  return (
    <>
      <Button startIcon={<MergeIcon />} onClick={() => setStep('pick')}>
        {translate('parties.merge.open')}
      </Button>
      {step === 'pick' && <MergePicker party={party} onPicked={setStep} onCancel={() => setStep('none')} />}
      {step !== 'none' && step !== 'pick' && <MergeDialog keptId={party.id} mergedId={step} onMerged={finish} onCancel={() => setStep('none')} />}
    </>
  );
}
