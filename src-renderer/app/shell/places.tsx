import ArticleOutlinedIcon from '@mui/icons-material/ArticleOutlined';
import BackupOutlinedIcon from '@mui/icons-material/BackupOutlined';
import BusinessOutlinedIcon from '@mui/icons-material/BusinessOutlined';
import DescriptionOutlinedIcon from '@mui/icons-material/DescriptionOutlined';
import DrawOutlinedIcon from '@mui/icons-material/DrawOutlined';
import EventAvailableOutlinedIcon from '@mui/icons-material/EventAvailableOutlined';
import EventRepeatOutlinedIcon from '@mui/icons-material/EventRepeatOutlined';
import FactCheckOutlinedIcon from '@mui/icons-material/FactCheckOutlined';
import HelpOutlineIcon from '@mui/icons-material/HelpOutlineOutlined';
import HistoryOutlinedIcon from '@mui/icons-material/HistoryOutlined';
import HistoryEduOutlinedIcon from '@mui/icons-material/HistoryEduOutlined';
import BarChartOutlinedIcon from '@mui/icons-material/BarChartOutlined';
import HomeOutlinedIcon from '@mui/icons-material/HomeOutlined';
import SchoolOutlinedIcon from '@mui/icons-material/SchoolOutlined';
import TrendingUpOutlinedIcon from '@mui/icons-material/TrendingUpOutlined';
import NotificationsOutlinedIcon from '@mui/icons-material/NotificationsOutlined';
import ReportProblemOutlinedIcon from '@mui/icons-material/ReportProblemOutlined';
import SwapHorizOutlinedIcon from '@mui/icons-material/SwapHorizOutlined';
import SettingsOutlinedIcon from '@mui/icons-material/SettingsOutlined';
import LibraryBooksOutlinedIcon from '@mui/icons-material/LibraryBooksOutlined';
import TaskAltOutlinedIcon from '@mui/icons-material/TaskAltOutlined';
import type { ReactNode } from 'react';
import type { Permission } from '#shared/features/vault/roles.ts';
import type { StringKey } from '../../i18n/i18n.ts';

export interface Place {
  readonly path: string;
  /** Pages that lead back to it though their addresses are their own. */
  readonly also?: readonly string[];
  readonly label: StringKey;
  readonly icon: ReactNode;
  /** Without it the place has nothing to show this person. */
  readonly permission: Permission;
  readonly group: PlaceGroup;
}

/** What belongs together at the left edge, from the top: daily work, standard texts and knowledge, figures, tools. */
export const placeGroups = ['work', 'library', 'insight', 'tools'] as const;
/** The settings stand by themselves at the bottom; help has its button in the bar above the page. */
type PlaceGroup = (typeof placeGroups)[number] | 'settings' | 'bar';

/** Where the navigation, the shortcuts and the command palette lead, in this order. */
export const places: readonly Place[] = [
  { path: '/', label: 'app.place.home', icon: <HomeOutlinedIcon />, permission: 'vault.use', group: 'work' },
  { path: '/contracts', also: ['/import'], label: 'app.place.contracts', icon: <DescriptionOutlinedIcon />, permission: 'contracts.read', group: 'work' },
  { path: '/approvals', label: 'app.place.approvals', icon: <TaskAltOutlinedIcon />, permission: 'approvals.decide', group: 'work' },
  { path: '/signing', label: 'app.place.signing', icon: <HistoryEduOutlinedIcon />, permission: 'contracts.read', group: 'work' },
  { path: '/fulfilment', also: ['/field'], label: 'app.place.fulfilment', icon: <EventAvailableOutlinedIcon />, permission: 'contracts.read', group: 'work' },
  { path: '/reviews', label: 'app.place.reviews', icon: <EventRepeatOutlinedIcon />, permission: 'contracts.read', group: 'work' },
  { path: '/reminders', label: 'app.place.reminders', icon: <NotificationsOutlinedIcon />, permission: 'contracts.read', group: 'work' },
  { path: '/parties', label: 'app.place.parties', icon: <BusinessOutlinedIcon />, permission: 'parties.read', group: 'work' },
  { path: '/templates', label: 'app.place.templates', icon: <ArticleOutlinedIcon />, permission: 'templates.read', group: 'library' },
  { path: '/clauses', label: 'app.place.clauses', icon: <LibraryBooksOutlinedIcon />, permission: 'templates.read', group: 'library' },
  { path: '/training', label: 'app.place.training', icon: <SchoolOutlinedIcon />, permission: 'vault.use', group: 'library' },
  { path: '/analytics', label: 'app.place.analytics', icon: <BarChartOutlinedIcon />, permission: 'contracts.read', group: 'insight' },
  { path: '/improvement', label: 'app.place.improvement', icon: <TrendingUpOutlinedIcon />, permission: 'contracts.read', group: 'insight' },
  { path: '/risks', label: 'app.place.risks', icon: <ReportProblemOutlinedIcon />, permission: 'contracts.read', group: 'insight' },
  { path: '/exchange', label: 'exchange.title', icon: <SwapHorizOutlinedIcon />, permission: 'exchange.use', group: 'tools' },
  { path: '/verify', label: 'app.place.verify', icon: <FactCheckOutlinedIcon />, permission: 'verification.run', group: 'tools' },
  { path: '/identity', label: 'app.place.identity', icon: <DrawOutlinedIcon />, permission: 'signing.sign', group: 'tools' },
  { path: '/backups', label: 'backups.title', icon: <BackupOutlinedIcon />, permission: 'backups.make', group: 'tools' },
  { path: '/audit', label: 'app.place.audit', icon: <HistoryOutlinedIcon />, permission: 'audit.read', group: 'tools' },
  { path: '/help', label: 'app.place.help', icon: <HelpOutlineIcon />, permission: 'vault.use', group: 'bar' },
  { path: '/settings', label: 'app.place.settings', icon: <SettingsOutlinedIcon />, permission: 'vault.use', group: 'settings' },
];
