import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { backupIdSchema, type BackupId } from '#shared/features/backups/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { Page } from '../../../ui/page.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { ComparedCard } from './compared-card.tsx';
import { RestorationsCard } from './restorations-card.tsx';

const mostShown = 200;

/** One contract out of a backup: found, looked at beside what is here, and brought back. */
export function BackupPage() {
  const translate = useTranslate();
  const format = useFormat();
  const id = backupIdSchema.parse(useParams()['backupId']);
  const overview = useOperation('backups.overview', undefined);
  const backup = overview.data?.backups.find((one) => one.id === id);
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ContractId | null>(null);
  const { state, start, cancel } = useTask('backups.contracts', 'backups.cancel');
  // Read once by itself; afterwards only when a passphrase is given.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void start({ id, passphrase: null });
  }, [start, id]);
  const open = (secret: string) => {
    setPassphrase(secret);
    void start({ id, passphrase: secret });
  };
  const needsPassphrase = state.kind === 'failed' && (state.error.code === 'NOT_YOUR_BACKUP' || state.error.code === 'WRONG_CREDENTIALS');
  return (
    <Page
      title={translate('backups.one.title')}
      subtitle={backup === undefined ? translate('backups.one.lead') : translate('backups.one.of', { time: format.dateTime(backup.takenAt) })}
      maxWidth={1080}
      back={{ to: '/backups', label: translate('backups.title') }}
    >
      {state.kind === 'running' && <ProgressLine label={translate('backups.one.reading')} fraction={null} onCancel={cancel} />}
      {state.kind === 'failed' && <ErrorMessage error={state.error} operation="backups.contracts" />}
      {needsPassphrase && <PassphraseForm onOpen={open} />}
      {state.kind === 'done' && <Contracts contracts={state.value} chosen={chosen} onChoose={setChosen} />}
      {chosen !== null && <ComparedCard key={chosen} backupId={id} contractId={chosen} passphrase={passphrase} />}
      <RestorationsCard />
    </Page>
  );
}

function PassphraseForm({ onOpen }: { readonly onOpen: (passphrase: string) => void }) {
  const translate = useTranslate();
  const [secret, setSecret] = useState('');
  return (
    <SectionCard title={translate('backups.one.passphraseTitle')} subtitle={translate('backups.one.passphraseLead')}>
      <Stack
        component="form"
        direction="row"
        spacing={1.5}
        onSubmit={(event) => {
          event.preventDefault();
          onOpen(secret);
        }}
      >
        <TextField fullWidth type="password" autoComplete="off" label={translate('backups.one.passphrase')} value={secret} onChange={(event) => setSecret(event.target.value)} />
        <Button type="submit" variant="contained" disabled={secret === ''}>
          {translate('backups.one.open')}
        </Button>
      </Stack>
    </SectionCard>
  );
}

interface ContractsProps {
  readonly contracts: OutputOf<'backups.contracts'>;
  readonly chosen: BackupId | ContractId | null;
  readonly onChoose: (id: ContractId) => void;
}

function Contracts({ contracts, chosen, onChoose }: ContractsProps) {
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = contracts.filter(({ number, title }) => `${number} ${title}`.toLowerCase().includes(wanted));
  return (
    <SectionCard title={translate('backups.one.contracts', { count: contracts.length })}>
      <Stack spacing={1}>
        <SearchField label={translate('backups.one.search')} value={search} onChange={setSearch} />
        {found.length === 0 && <EmptyState title={translate('backups.one.none')} />}
        <List dense disablePadding sx={{ maxHeight: 320, overflowY: 'auto' }} aria-label={translate('backups.one.contractList')}>
          {found.slice(0, mostShown).map(({ id, number, title, isHere }) => (
            <li key={id}>
              <ListItemButton selected={id === chosen} onClick={() => onChoose(id)}>
                <ListItemText primary={`${number} ${title}`} />
                {!isHere && <StatusChip label={translate('backups.one.gone')} tone="warning" />}
              </ListItemButton>
            </li>
          ))}
        </List>
        {found.length > mostShown && <Typography variant="body2" color="textSecondary">{translate('backups.one.more', { count: found.length - mostShown })}</Typography>}
      </Stack>
    </SectionCard>
  );
}
