import SwapIcon from '@mui/icons-material/SwapHoriz';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { fieldsOf, proposedFields, type MergedField, type MergedFields, type MergeEffects as Effects } from '#shared/features/parties/merging.ts';
import { partyBankSchema, partyDetailsSchema, partyStandingSchema, type Party, type PartyId } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOwnName } from '../../../i18n/own-name.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { useMerging } from '../use-merging.ts';
import { MergeEffects, MergeHindrance } from './merge-effects.tsx';
import { MergeFields } from './merge-fields.tsx';

interface MergeDialogProps {
  readonly keptId: PartyId;
  readonly mergedId: PartyId;
  /** The records are one now; the id is that of the one that stayed. */
  readonly onMerged: (keptId: PartyId) => void;
  readonly onCancel: () => void;
}

/** Makes one record of two after showing what becomes of both. */
export function MergeDialog({ keptId, mergedId, onMerged, onCancel }: MergeDialogProps) {
  const translate = useTranslate();
  const [isSwapped, setSwapped] = useState(false);
  const [stays, goes] = isSwapped ? [mergedId, keptId] : [keptId, mergedId];
  const kept = useOperation('parties.get', { id: stays });
  const merged = useOperation('parties.get', { id: goes });
  const effects = useOperation('parties.mergeEffects', { keptId: stays, mergedId: goes });
  const failed = [kept, merged, effects].find(({ error }) => error !== null);
  const isReady = kept.data !== undefined && merged.data !== undefined && effects.data !== undefined;
  return (
    <Dialog open fullWidth maxWidth="md" aria-labelledby="merge-title" onClose={onCancel}>
      <DialogTitle id="merge-title">{translate('parties.merge.title')}</DialogTitle>
      {isReady ? (
        <MergeForm key={stays} kept={kept.data} merged={merged.data} effects={effects.data} onSwap={() => setSwapped(!isSwapped)} onMerged={onMerged} onCancel={onCancel} />
      ) : (
        <DialogContent>{failed === undefined ? <LoadingState /> : <ErrorMessage error={failed.error} onRetry={failed.refetch} />}</DialogContent>
      )}
    </Dialog>
  );
}

interface MergeFormProps extends Pick<MergeDialogProps, 'onMerged' | 'onCancel'> {
  readonly kept: Party;
  readonly merged: Party;
  readonly effects: Effects;
  readonly onSwap: () => void;
}

function MergeForm({ kept, merged, effects, onSwap, onMerged, onCancel }: MergeFormProps) {
  const translate = useTranslate();
  const nameOf = useOwnName();
  const merging = useMerging();
  const [base, setBase] = useState({ kept, merged });
  const [chosen, setChosen] = useState<MergedFields>(() => proposedFields(fieldsOf(kept), fieldsOf(merged)));
  if (kept !== base.kept || merged !== base.merged) {
    setBase({ kept, merged });
    setChosen(choicesKept(chosen, fieldsOf(kept), fieldsOf(merged)));
  }
  const isOpposed = effects.opposed.length > 0;
  const merge = async () => {
    const entry = { keptId: kept.id, keptRevision: kept.revision, mergedId: merged.id, mergedRevision: merged.revision };
    const said = { details: partyDetailsSchema.parse(chosen), bank: partyBankSchema.parse(chosen), standing: partyStandingSchema.parse(chosen) };
    if (await merging.merge({ ...entry, ...said }, merged)) onMerged(kept.id);
  };
  return (
    <>
      <DialogContent>
        <Stack spacing={2}>
          <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start', justifyContent: 'space-between' }}>
            <Typography sx={{ overflowWrap: 'anywhere' }}>{translate('parties.merge.lead', { merged: nameOf(merged), kept: nameOf(kept) })}</Typography>
            <Button size="small" startIcon={<SwapIcon />} onClick={onSwap} sx={{ flexShrink: 0 }}>
              {translate('parties.merge.swap')}
            </Button>
          </Stack>
          {isOpposed && <MergeHindrance opposed={effects.opposed} onLeave={onCancel} />}
          {kept.uscc !== '' && merged.uscc !== '' && kept.uscc !== merged.uscc && <Alert severity="warning">{translate('parties.merge.usccDiffer')}</Alert>}
          {(kept.kind === 'internal') !== (merged.kind === 'internal') && <Alert severity="warning">{translate('parties.merge.kindDiffer')}</Alert>}
          <MergeEffects effects={effects} movesAccount={hasAccount(merged) && saysAccountOf(chosen, merged) && !saysAccountOf(chosen, kept)} />
          <MergeFields kept={kept} merged={merged} chosen={chosen} onChoose={setChosen} />
          {hasAccount(kept) && hasAccount(merged) && <Alert severity="info">{translate('parties.merge.accountsBoth')}</Alert>}
          <ErrorMessage error={merging.error} operation="parties.merge" />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('parties.merge.confirm')} isDisabled={isOpposed} isRunning={merging.isRunning} onGo={merge} onCancel={onCancel} />
    </>
  );
}

function hasAccount(party: Party): boolean {
  const { bankName, bankAccount } = fieldsOf(party);
  return bankName !== '' || bankAccount !== '';
}

function saysAccountOf({ bankName, bankAccount }: MergedFields, party: Party): boolean {
  const fields = fieldsOf(party);
  return fields.bankName === bankName && fields.bankAccount === bankAccount;
}

/** What was chosen, after one of the records was changed meanwhile: as far as either of them still says it. */
function choicesKept(chosen: MergedFields, kept: MergedFields, merged: MergedFields): MergedFields {
  const fields = Object.keys(chosen) as MergedField[];
  const still = fields.filter((field) => chosen[field] === kept[field] || chosen[field] === merged[field]);
  return { ...proposedFields(kept, merged), ...Object.fromEntries(still.map((field) => [field, chosen[field]])) };
}
