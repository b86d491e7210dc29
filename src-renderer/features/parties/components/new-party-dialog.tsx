import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { PartyId } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import { keptPartyOf, nothingTyped, partyFields } from '../party-typed.ts';
import { PartyEditor } from './party-editor.tsx';

interface NewPartyDialogProps {
  readonly onCreated: (id: PartyId) => void;
  readonly onCancel: () => void;
}

/** Enters a counterparty without leaving what one is at, e.g. a contract's form. */
export function NewPartyDialog({ onCreated, onCancel }: NewPartyDialogProps) {
  const translate = useTranslate();
  return (
    <KeptDialog of={keptPartyOf(null)} fields={partyFields} fresh={nothingTyped} isOpen maxWidth="md" titleId="new-party-title" onClose={onCancel}>
      {(kept) => (
        <>
          <DialogTitle id="new-party-title">{translate('parties.form.newTitle')}</DialogTitle>
          <DialogContent sx={{ pb: 0 }}>
            <PartyEditor stored={null} readOnly={false} guardsLeaving={false} kept={kept} onSaved={(party) => onCreated(party.id)} onCancel={onCancel} onTake={onCreated} />
          </DialogContent>
        </>
      )}
    </KeptDialog>
  );
}
