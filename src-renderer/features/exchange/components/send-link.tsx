import SwapHorizOutlinedIcon from '@mui/icons-material/SwapHorizOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';

/** From a contract's page to the form that sends it to another vault. */
export function SendLink({ contractId }: { readonly contractId: ContractId }) {
  const translate = useTranslate();
  if (!usePermission('exchange.send')) return null;
  return (
    <Button component={Link} to={`/exchange?send=${contractId}`} color="inherit" startIcon={<SwapHorizOutlinedIcon />}>
      {translate('exchange.send.fromContract')}
    </Button>
  );
}
