import BusinessOutlinedIcon from '@mui/icons-material/BusinessOutlined';
import DescriptionOutlinedIcon from '@mui/icons-material/DescriptionOutlined';
import ManageSearchOutlinedIcon from '@mui/icons-material/ManageSearchOutlined';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useContractListView } from '../../features/contracts/store.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOwnName } from '../../i18n/own-name.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import type { Unreached } from '../../ui/search-note.tsx';
import type { PaletteCommand } from './palette-command.ts';

const shown = 5;

export interface FoundRecords {
  readonly commands: readonly PaletteCommand[];
  /** What the search of contracts didn't reach. */
  readonly unreached: Unreached;
}

const none: FoundRecords = { commands: [], unreached: {} };

/** Contracts and counterparties that have what was typed, found by main. */
export function useRecordCommands(typed: string): FoundRecords {
  const translate = useTranslate();
  const nameOf = useOwnName();
  const navigate = useNavigate();
  const listContracts = useContractListView(({ change }) => change);
  const search = usePaused(typed.trim().slice(0, 200));
  const mayReadContracts = usePermission('contracts.read');
  const mayReadParties = usePermission('parties.read');
  const contracts = useOperation(
    'contracts.search',
    { text: search, limit: shown },
    { enabled: search !== '' && mayReadContracts, keepPrevious: true },
  );
  const parties = useOperation(
    'parties.list',
    { search, archived: false, sort: 'name', offset: 0, limit: shown },
    { enabled: search !== '' && mayReadParties, keepPrevious: true },
  );
  if (search === '') return none;
  const commands = [
    ...(contracts.data?.hits ?? []).map(({ contract, place, fileName, isFileName, snippet }): PaletteCommand => ({
      id: contract.id,
      group: 'records',
      label: contract.title,
      detail: isFileName ? translate('app.palette.fileName', { number: contract.number }) : fileName === null ? contract.number : `${contract.number} · ${fileName}`,
      ...(place === 'record' ? {} : { snippet: { parts: snippet, isWhole: isFileName } }),
      icon: <DescriptionOutlinedIcon />,
      run: () => void navigate(`/contracts/${contract.id}`),
    })),
    ...(contracts.data?.hits.length === shown
      ? [
          {
            id: 'all contracts',
            group: 'records' as const,
            label: translate('app.palette.allContracts', { words: search }),
            icon: <ManageSearchOutlinedIcon />,
            run: () => {
              listContracts({ search, filter: {} });
              void navigate('/contracts');
            },
          },
        ]
      : []),
    ...(parties.data?.parties ?? []).map((party): PaletteCommand => ({
      id: party.id,
      group: 'records',
      label: nameOf(party),
      detail: translate('app.palette.party'),
      icon: <BusinessOutlinedIcon />,
      run: () => void navigate(`/parties/${party.id}`),
    })),
  ];
  return { commands, unreached: contracts.data ?? {} };
}

/** The text once it has stayed the same for a moment. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), 140);
    return () => clearTimeout(timer);
  }, [text]);
  return text === '' ? '' : paused;
}
