import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { DueItem } from '#shared/features/reminders/model.ts';

/** What it is about: the contract as a link, and what of it. */
export function SubjectCell({ item: { contractId, contractNumber, contractTitle, title } }: { readonly item: Pick<DueItem, 'contractId' | 'contractNumber' | 'contractTitle' | 'title'> }) {
  const name = title === '' ? (contractTitle ?? '') : title;
  const below = [contractNumber, title === '' ? null : contractTitle].filter((part) => part !== null).join(' · ');
  return (
    <>
      {contractId === null ? (
        name
      ) : (
        <Link component={RouterLink} to={`/contracts/${contractId}`} underline="hover" sx={{ overflowWrap: 'anywhere' }}>
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
