import AccountTreeOutlinedIcon from '@mui/icons-material/AccountTreeOutlined';
import MergeIcon from '@mui/icons-material/CallMerge';
import FileUploadOutlinedIcon from '@mui/icons-material/FileUploadOutlined';
import FolderCopyOutlinedIcon from '@mui/icons-material/FolderCopyOutlined';
import ManageAccountsOutlinedIcon from '@mui/icons-material/ManageAccountsOutlined';
import PhoneAndroidOutlinedIcon from '@mui/icons-material/PhoneAndroidOutlined';
import RuleOutlinedIcon from '@mui/icons-material/RuleOutlined';
import SchoolOutlinedIcon from '@mui/icons-material/SchoolOutlined';
import TableChartOutlinedIcon from '@mui/icons-material/TableChartOutlined';
import TuneOutlinedIcon from '@mui/icons-material/TuneOutlined';
import type { StringKey } from '../../i18n/i18n.ts';
import type { Place } from '../shell/places.tsx';

interface FurtherPlace extends Omit<Place, 'group'> {
  /** What else is done there, by which it is found too. */
  readonly holds?: StringKey;
}

/** Pages that no link at the left edge leads to, only a button on another page. */
export const furtherPlaces: readonly FurtherPlace[] = [
  { path: '/import', label: 'imports.title', holds: 'imports.watch.title', icon: <FileUploadOutlinedIcon />, permission: 'imports.run' },
  { path: '/parties/duplicates', label: 'parties.duplicates.title', holds: 'parties.merge.title', icon: <MergeIcon />, permission: 'parties.merge' },
  { path: '/field', label: 'fulfilment.field.title', icon: <PhoneAndroidOutlinedIcon />, permission: 'fulfilment.tick' },
  { path: '/templates/manage', label: 'templates.keeping.title', icon: <FolderCopyOutlinedIcon />, permission: 'templates.read' },
  { path: '/checker/rules', label: 'checker.rules.title', icon: <RuleOutlinedIcon />, permission: 'contracts.read' },
  { path: '/approvals/flows', label: 'approvals.flows.title', icon: <AccountTreeOutlinedIcon />, permission: 'contracts.read' },
  { path: '/reviews/settings', label: 'reviews.settings.title', icon: <TuneOutlinedIcon />, permission: 'contracts.read' },
  { path: '/training/new', label: 'training.edit.new', icon: <SchoolOutlinedIcon />, permission: 'training.edit' },
  { path: '/access', label: 'access.title', icon: <ManageAccountsOutlinedIcon />, permission: 'vault.configure' },
  { path: '/permissions', label: 'matrix.title', icon: <TableChartOutlinedIcon />, permission: 'vault.configure' },
];
