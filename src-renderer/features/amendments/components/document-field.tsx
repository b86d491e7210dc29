import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';

interface DocumentFieldProps {
  readonly contractId: ContractId;
  readonly value: ContractId | null;
  readonly onChange: (id: ContractId | null) => void;
}

/** The supplementary agreement, out of those that belong to the contract. */
export function DocumentField({ contractId, value, onChange }: DocumentFieldProps) {
  const translate = useTranslate();
  const family = useOperation('contracts.family', { id: contractId }).data ?? [];
  const documents = family.filter(({ contract }) => contract.id !== contractId && contract.recordKind !== 'master');
  return (
    <TextField
      select
      fullWidth
      id="amendment-document"
      label={translate('amendments.form.document')}
      helperText={translate(documents.length === 0 ? 'amendments.form.noDocument' : 'amendments.form.documentHint')}
      value={value ?? ''}
      disabled={documents.length === 0}
      onChange={(event) => onChange(documents.find(({ contract }) => contract.id === event.target.value)?.contract.id ?? null)}
    >
      <MenuItem value="">{translate('amendments.form.none')}</MenuItem>
      {documents.map(({ contract }) => (
        <MenuItem key={contract.id} value={contract.id}>
          {translate('amendments.form.documentOption', { number: contract.number, title: contract.title })}
        </MenuItem>
      ))}
    </TextField>
  );
}
