import AddBusinessOutlinedIcon from '@mui/icons-material/AddBusinessOutlined';
import DarkModeOutlinedIcon from '@mui/icons-material/DarkModeOutlined';
import FeedbackOutlinedIcon from '@mui/icons-material/FeedbackOutlined';
import KeyboardOutlinedIcon from '@mui/icons-material/KeyboardOutlined';
import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import NoteAddOutlinedIcon from '@mui/icons-material/NoteAddOutlined';
import PostAddOutlinedIcon from '@mui/icons-material/PostAddOutlined';
import TranslateOutlinedIcon from '@mui/icons-material/TranslateOutlined';
import { useNavigate } from 'react-router';
import { useReportStore } from '../../features/improvement/store.ts';
import { useSettings } from '../../features/settings/use-settings.ts';
import { sayInBoth, useLanguage, useTranslate, type StringKey } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { useVaultStatus } from '../../ipc/use-vault-status.ts';
import { places } from '../shell/places.tsx';
import { useShellStore } from '../shell/shell-store.ts';
import { useLock } from '../use-lock.ts';
import { furtherPlaces } from './further-places.tsx';
import type { PaletteCommand } from './palette-command.ts';

/** The commands that do not depend on what is typed. */
export function useFixedCommands(): readonly PaletteCommand[] {
  const navigate = useNavigate();
  const status = useVaultStatus();
  const held = status?.state === 'unlocked' ? status.permissions : [];
  const application = useApplicationCommands();
  const creating = useCreatingCommands();
  const translate = useTranslate();
  return [
    ...places
      .filter(({ permission }) => held.includes(permission))
      .map(({ path, label, icon }): PaletteCommand => ({
        id: `go ${path}`,
        group: 'places',
        label: translate(label),
        aliases: sayInBoth(label),
        icon,
        run: () => void navigate(path),
      })),
    ...furtherPlaces
      .filter(({ permission }) => held.includes(permission))
      .map(({ path, label, holds, icon }): PaletteCommand => ({
        id: `go ${path}`,
        group: 'places',
        label: translate(label),
        aliases: [label, ...(holds === undefined ? [] : [holds])].map((key) => sayInBoth(key)).join(' '),
        icon,
        run: () => void navigate(path),
      })),
    ...creating,
    ...application,
  ];
}

function useCreatingCommands(): readonly PaletteCommand[] {
  const translate = useTranslate();
  const language = useLanguage();
  const navigate = useNavigate();
  const status = useVaultStatus();
  const held = status?.state === 'unlocked' ? status.permissions : [];
  const mayWriteContracts = held.includes('contracts.write') && held.includes('templates.read');
  const templates = useOperation('templates.list', undefined, { enabled: mayWriteContracts }).data ?? [];
  const published = templates.filter(({ status: state }) => state === 'published');
  return [
    ...(mayWriteContracts ? published : []).map(({ versionId, titleZh, titleEn }): PaletteCommand => ({
      id: `new ${versionId}`,
      group: 'create',
      label: translate('app.palette.newContract', { template: language === 'en' ? titleEn : titleZh }),
      aliases: `${titleZh} ${titleEn} ${sayInBoth('app.shortcut.newContract')}`,
      icon: <NoteAddOutlinedIcon />,
      run: () => void navigate(`/contracts/new/${versionId}`),
    })),
    ...(held.includes('contracts.write')
      ? [
          {
            id: 'register contract',
            group: 'create' as const,
            label: translate('app.palette.registerContract'),
            aliases: sayInBoth('app.palette.registerContract'),
            icon: <PostAddOutlinedIcon />,
            run: () => void navigate('/contracts/register'),
          },
        ]
      : []),
    ...(held.includes('contracts.read')
      ? [
          {
            id: 'report problem',
            group: 'create' as const,
            label: translate('improvement.report.title'),
            aliases: sayInBoth('improvement.report.title'),
            icon: <FeedbackOutlinedIcon />,
            run: () => useReportStore.getState().open('page', ''),
          },
        ]
      : []),
    ...(held.includes('parties.write')
      ? [
          {
            id: 'new party',
            group: 'create' as const,
            label: translate('app.palette.newParty'),
            aliases: sayInBoth('app.palette.newParty'),
            icon: <AddBusinessOutlinedIcon />,
            run: () => void navigate('/parties/new'),
          },
        ]
      : []),
  ];
}

const themes = ['light', 'dark', 'system'] as const;

function useApplicationCommands(): readonly PaletteCommand[] {
  const translate = useTranslate();
  const language = useLanguage();
  const { settings, change } = useSettings();
  const lock = useLock();
  const open = useShellStore((state) => state.open);
  const command = (key: StringKey, icon: PaletteCommand['icon'], run: () => void): PaletteCommand => ({
    id: key,
    group: 'application',
    label: translate(key),
    aliases: sayInBoth(key),
    icon,
    run,
  });
  return [
    command('app.palette.lock', <LockOutlinedIcon />, lock),
    command('app.palette.switchLanguage', <TranslateOutlinedIcon />, () => {
      void change({ language: language === 'en' ? 'zh-CN' : 'en' });
    }),
    ...themes
      .filter((theme) => theme !== settings?.theme)
      .map((theme) => command(`app.palette.theme.${theme}`, <DarkModeOutlinedIcon />, () => void change({ theme }))),
    command('app.shortcut.sheet', <KeyboardOutlinedIcon />, () => open('shortcuts')),
  ];
}
