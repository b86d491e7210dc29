import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';

/** Says that a contract stands on text that its template no longer has; nothing otherwise. */
export function SupersededNote({ contractId }: { readonly contractId: ContractId }) {
  const translate = useTranslate();
  const found = useOperation('templates.superseded', undefined).data?.find((one) => one.contractId === contractId);
  if (found === undefined) return null;
  return (
    <Alert
      severity="info"
      action={
        <Button component={Link} to="/templates/manage" color="inherit" size="small">
          {translate('templates.due.open')}
        </Button>
      }
    >
      {found.presentVersionNumber === null ? translate('templates.superseded.retired') : translate('templates.superseded.note', { version: found.versionNumber, present: found.presentVersionNumber })}
    </Alert>
  );
}
