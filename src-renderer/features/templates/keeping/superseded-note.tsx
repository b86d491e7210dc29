import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { LeadingAlert } from '../../../ui/leading-alert.tsx';

/** Says that a contract stands on text that its template no longer has; nothing otherwise. */
export function SupersededNote({ contractId }: { readonly contractId: ContractId }) {
  const translate = useTranslate();
  const found = useOperation('templates.superseded', undefined).data?.find((one) => one.contractId === contractId);
  if (found === undefined) return null;
  return (
    <LeadingAlert severity="info" to="/templates/manage" label={translate('templates.due.open')}>
      {found.presentVersionNumber === null ? translate('templates.superseded.retired') : translate('templates.superseded.note', { version: found.versionNumber, present: found.presentVersionNumber })}
    </LeadingAlert>
  );
}
