import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { Contract, ContractLink } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

/** Which contract took this one's place, and whose place it took; nothing where there is neither. */
export function Succession({ contract: { successor, predecessors } }: { readonly contract: Contract }) {
  const translate = useTranslate();
  if (successor === null && predecessors.length === 0) return null;
  return (
    <Alert severity={successor === null ? 'info' : 'warning'} sx={{ overflowWrap: 'anywhere' }}>
      {successor !== null && (
        <div>
          {translate('contracts.family.replacedBy')}
          <LinkToContract contract={successor} />
        </div>
      )}
      {predecessors.map((predecessor) => (
        <div key={predecessor.id}>
          {translate('contracts.family.replaces')}
          <LinkToContract contract={predecessor} />
        </div>
      ))}
    </Alert>
  );
}

export function LinkToContract({ contract: { id, number, title } }: { readonly contract: ContractLink }) {
  return (
    <Link component={RouterLink} to={`/contracts/${id}`} color="inherit">
      {`${title} (${number})`}
    </Link>
  );
}
