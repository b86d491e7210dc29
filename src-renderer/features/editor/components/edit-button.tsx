import EditNoteIcon from '@mui/icons-material/EditNoteOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import type { Contract } from '#shared/features/contracts/model.ts';
import { isBeingDrafted } from '#shared/features/editor/rules.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';

/** The way from a contract's page into its text, or back to a text that was begun. */
export function EditButton({ contract }: { readonly contract: Contract }) {
  const { body, summary } = contract;
  const mayWrite = usePermission('contracts.write');
  if (!mayWrite || body === null || isWithheld(body) || !isBeingDrafted(summary.stage)) return null;
  return <ShownButton contract={contract} />;
}

function ShownButton({ contract: { summary } }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const state = useOperation('editor.state', { contractId: summary.id });
  return (
    <Button component={Link} to={`/contracts/${summary.id}/edit`} variant="outlined" startIcon={<EditNoteIcon />}>
      {translate(state.data === undefined || state.data === null ? 'editor.edit' : 'editor.goOn')}
    </Button>
  );
}
