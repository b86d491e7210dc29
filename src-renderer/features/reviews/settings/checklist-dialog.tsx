import AddIcon from '@mui/icons-material/Add';
import ArrowUpIcon from '@mui/icons-material/ArrowUpward';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import { useId } from 'react';
import { z } from 'zod';
import { checklistAreas, checklistItemSchema, checklistSchema, itemKinds, type Checklist, type ChecklistItem } from '#shared/features/reviews/checklist.ts';
import type { StoredChecklist } from '#shared/features/reviews/ipc.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';

interface ChecklistDialogProps {
  /** Null for a new one. */
  readonly stored: StoredChecklist | null;
  readonly onClose: () => void;
}

/** What is kept of a checklist, and may come back: also where it is not complete. */
const checklistFields: FieldsOf<Checklist> = {
  nameZh: z.string(),
  nameEn: z.string(),
  items: z.array(checklistItemSchema.unwrap().extend({ zh: z.string(), en: z.string() }).readonly()).min(1).readonly(),
};

/** Changes a checklist: its questions in both languages, their kinds and limits; kept until it is saved or given up. */
export function ChecklistDialog({ stored, onClose }: ChecklistDialogProps) {
  const titleId = useId();
  const fresh = () => stored?.checklist ?? { nameZh: '', nameEn: '', items: [newItem()] };
  return (
    <KeptDialog of={{ contractId: null, dialog: 'checklist', about: stored?.id ?? '' }} revision={stored?.version ?? null} fields={checklistFields} fresh={fresh} isOpen onClose={onClose} maxWidth="md" titleId={titleId}>
      {(kept) => <ChecklistForm stored={stored} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface ChecklistFormProps extends Pick<ChecklistDialogProps, 'stored'> {
  readonly titleId: string;
  readonly kept: KeptForm<Checklist>;
}

function ChecklistForm({ stored, titleId, kept }: ChecklistFormProps) {
  const translate = useTranslate();
  const save = useCommand('reviews.saveChecklist');
  const { typed: draft, change } = kept;
  const changeItem = (index: number, part: Partial<ChecklistItem>) => change({ items: draft.items.map((item, at) => (at === index ? { ...item, ...part } : item)) });
  const raise = (index: number) => {
    const item = draft.items[index];
    if (item !== undefined) change({ items: draft.items.toSpliced(index, 1).toSpliced(index - 1, 0, item) });
  };
  const isComplete = checklistSchema.safeParse(draft).success;
  const run = async () => {
    const reply = await save.run({ id: stored?.id ?? null, version: kept.revision ?? 0, checklist: draft });
    if (reply.ok) kept.close();
  };
  return (
    <>
      <DialogTitle id={titleId}>{translate(stored === null ? 'reviews.checklists.add' : 'reviews.checklists.edit')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          {save.error !== null && <ErrorMessage error={save.error} />}
          <Stack direction="row" spacing={1}>
            <TextField required autoFocus fullWidth label={translate('reviews.checklists.nameZh')} value={draft.nameZh} onChange={(event) => change({ nameZh: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
            <TextField required fullWidth label={translate('reviews.checklists.nameEn')} value={draft.nameEn} onChange={(event) => change({ nameEn: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
          </Stack>
          {draft.items.map((item, index) => (
            <ItemRow key={item.key} item={item} onChange={(part) => changeItem(index, part)} {...(index > 0 ? { onRaise: () => raise(index) } : {})} {...(draft.items.length > 1 ? { onRemove: () => change({ items: draft.items.toSpliced(index, 1) }) } : {})} />
          ))}
          <Button startIcon={<AddIcon />} disabled={draft.items.length >= 80} onClick={() => change({ items: [...draft.items, newItem()] })} sx={{ alignSelf: 'flex-start' }}>
            {translate('reviews.checklists.addItem')}
          </Button>
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('reviews.save')} isDisabled={!isComplete} isRunning={save.isRunning} onGo={run} onCancel={kept.close} status={kept.status} />
    </>
  );
}

interface ItemRowProps {
  readonly item: ChecklistItem;
  readonly onChange: (part: Partial<ChecklistItem>) => void;
  readonly onRaise?: () => void;
  readonly onRemove?: () => void;
}

function ItemRow({ item, onChange, onRaise, onRemove }: ItemRowProps) {
  const translate = useTranslate();
  const hasLimits = item.kind === 'number' || item.kind === 'scale';
  return (
    <Paper variant="outlined" sx={{ p: 1.5 }}>
      <Stack spacing={1.5}>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
          <TextField required fullWidth multiline label={translate('reviews.checklists.zh')} value={item.zh} onChange={(event) => onChange({ zh: event.target.value })} slotProps={{ htmlInput: { maxLength: 300 } }} />
          <TextField required fullWidth multiline label={translate('reviews.checklists.en')} value={item.en} onChange={(event) => onChange({ en: event.target.value })} slotProps={{ htmlInput: { maxLength: 300 } }} />
          <Tooltip title={translate('reviews.checklists.raise')}>
            <span>
              <IconButton aria-label={translate('reviews.checklists.raise')} disabled={onRaise === undefined} onClick={onRaise}>
                <ArrowUpIcon />
              </IconButton>
            </span>
          </Tooltip>
          <Tooltip title={translate('reviews.checklists.removeItem')}>
            <span>
              <IconButton aria-label={translate('reviews.checklists.removeItem')} disabled={onRemove === undefined} onClick={onRemove}>
                <DeleteIcon />
              </IconButton>
            </span>
          </Tooltip>
        </Stack>
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <TextField select label={translate('reviews.checklists.area')} value={item.area} onChange={(event) => onChange({ area: checklistAreas.find((each) => each === event.target.value) ?? item.area })} sx={{ minWidth: 130 }}>
            {checklistAreas.map((area) => (
              <MenuItem key={area} value={area}>
                {translate(`reviews.area.${area}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField select label={translate('reviews.checklists.kind')} value={item.kind} onChange={(event) => onChange({ kind: itemKinds.find((each) => each === event.target.value) ?? item.kind })} sx={{ minWidth: 130 }}>
            {itemKinds.map((kind) => (
              <MenuItem key={kind} value={kind}>
                {translate(`reviews.itemKind.${kind}`)}
              </MenuItem>
            ))}
          </TextField>
          {hasLimits && <Limit label={translate('reviews.checklists.atLeast')} value={item.atLeast} onChange={(atLeast) => onChange({ atLeast })} />}
          {item.kind === 'number' && <Limit label={translate('reviews.checklists.atMost')} value={item.atMost} onChange={(atMost) => onChange({ atMost })} />}
          <FormControlLabel control={<Checkbox size="small" checked={item.isCritical} onChange={(_, isCritical) => onChange({ isCritical })} />} label={translate('reviews.checklists.critical')} />
        </Stack>
      </Stack>
    </Paper>
  );
}

function Limit({ label, value, onChange }: { readonly label: string; readonly value: number | null; readonly onChange: (value: number | null) => void }) {
  return <NumberField label={label} value={value} onChange={onChange} sx={{ width: 120 }} />;
}

function newItem(): ChecklistItem {
  return { key: crypto.randomUUID(), area: 'execution', kind: 'yes_no', zh: '', en: '', isCritical: false, atLeast: null, atMost: null };
}
