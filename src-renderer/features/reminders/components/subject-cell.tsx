import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { DueItem } from '#shared/features/reminders/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

/** What it is about: the contract as a link, and what of it; or the review of who may open the vault. */
export function SubjectCell({ item: { kind, contractId, contractNumber, contractTitle, title } }: { readonly item: Pick<DueItem, 'kind' | 'contractId' | 'contractNumber' | 'contractTitle' | 'title'> }) {
  const translate = useTranslate();
  const name = kind === 'access' ? translate('access.title') : title === '' ? (contractTitle ?? '') : title;
  const route = kind === 'access' ? '/access' : contractId === null ? null : `/contracts/${contractId}`;
  const below = [contractNumber, title === '' ? null : contractTitle].filter((part) => part !== null).join(' · ');
  return (
    <>
      {route === null ? (
        name
      ) : (
        <Link component={RouterLink} to={route} underline="hover" sx={{ overflowWrap: 'anywhere' }}>
          {name}
        </Link>
      )}
      {below !== '' && (
        <Typography variant="caption" color="textSecondary" component="p">
          {below}
        </Typography>
      )}
    </>
  );
}
