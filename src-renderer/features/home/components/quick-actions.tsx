import ContractIcon from '@mui/icons-material/NoteAddOutlined';
import PartyIcon from '@mui/icons-material/PersonAddOutlined';
import VerifyIcon from '@mui/icons-material/VerifiedUserOutlined';
import IdentityIcon from '@mui/icons-material/BadgeOutlined';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Identity } from '#shared/features/signing/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';

interface QuickActionsProps {
  /** Undefined while unknown, or for a person who may not sign. */
  readonly identity: Identity | null | undefined;
}

export function QuickActions({ identity }: QuickActionsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const mayDraft = usePermission('contracts.write');
  const mayAddParties = usePermission('parties.write');
  const identityHint = () => {
    if (identity === null || identity === undefined) return translate('home.quick.identityMissing');
    return translate('home.quick.identityHint', { name: identity.commonName, date: format.date(identity.notAfter) });
  };
  return (
    <List disablePadding sx={{ mx: -1 }}>
        {mayDraft && (
          <Action
            to="/templates"
            icon={<ContractIcon />}
            label={translate('home.quick.newContract')}
            hint={translate('home.quick.newContractHint')}
          />
        )}
        {mayAddParties && (
          <Action
            to="/parties/new"
            icon={<PartyIcon />}
            label={translate('home.quick.newParty')}
            hint={translate('home.quick.newPartyHint')}
          />
        )}
        <Action
          to="/verify"
          icon={<VerifyIcon />}
          label={translate('home.quick.verify')}
          hint={translate('home.quick.verifyHint')}
        />
        {identity !== undefined && (
          <Action to="/identity" icon={<IdentityIcon />} label={translate('home.quick.identity')} hint={identityHint()} />
        )}
    </List>
  );
}

interface ActionProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly hint: string;
}

function Action({ to, icon, label, hint }: ActionProps) {
  return (
    <ListItem disablePadding>
      <ListItemButton component={RouterLink} to={to} sx={{ borderRadius: 1, px: 1 }}>
        <ListItemIcon sx={{ minWidth: 40 }}>{icon}</ListItemIcon>
        <ListItemText primary={label} secondary={hint} sx={{ my: 0.25 }} />
      </ListItemButton>
    </ListItem>
  );
}
