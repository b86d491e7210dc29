import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import { useId } from 'react';
import { z } from 'zod';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { kpiDirections, kpiSchema, type Kpi, type KpiHistory } from '#shared/features/reviews/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';

interface KpiDialogProps {
  readonly contractId: ContractId;
  readonly kpis: readonly KpiHistory[];
  readonly onClose: () => void;
}

type Draft = Omit<Kpi, 'id' | 'target'> & { readonly id: Kpi['id'] | null; readonly target: string };

interface KpisTyped {
  readonly kpis: readonly Draft[];
  /** Those that stood as the form was begun. */
  readonly known: readonly Kpi[];
}

const { id, direction } = kpiSchema.unwrap().shape;
const fields: FieldsOf<KpisTyped> = { kpis: z.array(z.object({ id: id.nullable(), direction, name: z.string(), unit: z.string(), target: z.string() }).readonly()).readonly(), known: z.array(kpiSchema).readonly() };

/** Which figures a contract is measured by, and their targets; kept until they are saved or given up. */
export function KpiDialog({ contractId, kpis, onClose }: KpiDialogProps) {
  const titleId = useId();
  const fresh = (): KpisTyped => {
    const known = kpis.map(({ id, name, unit, target, direction }) => ({ id, name, unit, target, direction }));
    return { kpis: known.map((kpi) => ({ ...kpi, target: String(kpi.target) })), known };
  };
  return (
    <KeptDialog of={{ contractId, dialog: 'kpis', about: '' }} fields={fields} fresh={fresh} isOpen onClose={onClose} maxWidth="md" titleId={titleId}>
      {(kept) => <KpiForm contractId={contractId} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface KpiFormProps extends Pick<KpiDialogProps, 'contractId'> {
  readonly titleId: string;
  readonly kept: KeptForm<KpisTyped>;
}

function KpiForm({ contractId, titleId, kept }: KpiFormProps) {
  const translate = useTranslate();
  const save = useCommand('reviews.saveKpis');
  const drafts = kept.typed.kpis;
  const setDrafts = (changed: readonly Draft[]) => kept.change({ kpis: changed });
  const change = (index: number, part: Partial<Draft>) => setDrafts(drafts.map((draft, at) => (at === index ? { ...draft, ...part } : draft)));
  const isComplete = drafts.every(({ name, target }) => name.trim() !== '' && typedNumber(target) !== null);
  const run = async () => {
    const reply = await save.run({ contractId, known: kept.typed.known, kpis: drafts.map((draft) => ({ ...draft, target: typedNumber(draft.target) ?? 0 })) });
    if (reply.ok) kept.close();
  };
  return (
    <>
      <DialogTitle id={titleId}>{translate('reviews.kpi.edit')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          {save.error !== null && <ErrorMessage error={save.error} />}
          {drafts.map((draft, index) => (
            <Stack key={draft.id ?? `new-${index}`} direction="row" spacing={1}>
              <TextField required label={translate('reviews.kpi.name')} value={draft.name} onChange={(event) => change(index, { name: event.target.value })} sx={{ flex: 1 }} slotProps={{ htmlInput: { maxLength: 80 } }} />
              <TextField select label={translate('reviews.kpi.direction')} value={draft.direction} onChange={(event) => change(index, { direction: event.target.value === 'at_most' ? 'at_most' : 'at_least' })} sx={{ width: 130 }}>
                {kpiDirections.map((direction) => (
                  <MenuItem key={direction} value={direction}>
                    {translate(`reviews.kpi.directions.${direction}`)}
                  </MenuItem>
                ))}
              </TextField>
              <TextField required label={translate('reviews.kpi.target')} value={draft.target} onChange={(event) => change(index, { target: event.target.value })} error={draft.target.trim() !== '' && typedNumber(draft.target) === null} sx={{ width: 110 }} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 26 } }} />
              <TextField label={translate('reviews.kpi.unit')} value={draft.unit} onChange={(event) => change(index, { unit: event.target.value })} sx={{ width: 90 }} slotProps={{ htmlInput: { maxLength: 20 } }} />
              <Tooltip title={translate('reviews.kpi.remove')}>
                <IconButton aria-label={translate('reviews.kpi.remove')} onClick={() => setDrafts(drafts.toSpliced(index, 1))}>
                  <DeleteIcon />
                </IconButton>
              </Tooltip>
            </Stack>
          ))}
          <Button startIcon={<AddIcon />} disabled={drafts.length >= 20} onClick={() => setDrafts([...drafts, { id: null, name: '', unit: '%', target: '', direction: 'at_least' }])} sx={{ alignSelf: 'flex-start' }}>
            {translate('reviews.kpi.add')}
          </Button>
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('reviews.save')} isDisabled={!isComplete} isRunning={save.isRunning} onGo={run} onCancel={kept.close} status={kept.status} />
    </>
  );
}
