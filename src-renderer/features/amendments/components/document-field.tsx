import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
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
  const documents = directlyBelow(family, contractId).filter(({ contract }) => contract.recordKind === 'amendment');
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

/** Of a family, told from its head down, the members that belong to a contract itself. */
function directlyBelow(family: OutputOf<'contracts.family'>, id: ContractId): OutputOf<'contracts.family'> {
  const at = family.findIndex(({ contract }) => contract.id === id);
  const depth = family[at]?.depth;
  if (depth === undefined) return [];
  const below = family.slice(at + 1);
  const end = below.findIndex((member) => member.depth <= depth);
  return (end === -1 ? below : below.slice(0, end)).filter((member) => member.depth === depth + 1);
}
