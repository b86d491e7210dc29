import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { CheckItem, CheckSheet } from '#shared/features/problems/model.ts';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { useInSight } from '../../../keeping/use-in-sight.ts';
import { useResume } from '../../../keeping/use-resume.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useToast } from '../../../ui/use-toast.ts';

/** Quality standards to measure against; a failed check opens a problem. */
export function SheetsCard({ contractId, sheets }: { readonly contractId: ContractId; readonly sheets: readonly CheckSheet[] }) {
  const translate = useTranslate();
  const mayWrite = usePermission('problems.write');
  const [isAdding, setAdding] = useState(false);
  useResume('checkSheet', () => setAdding(true));
  if (sheets.length === 0 && !mayWrite) return null;
  return (
    <SectionCard
      title={translate('problems.sheets.title')}
      actions={
        mayWrite && !isAdding && (
          <Button size="small" variant="outlined" onClick={() => setAdding(true)}>
            {translate('problems.sheets.add')}
          </Button>
        )
      }
    >
      <Stack spacing={2}>
        {isAdding && <SheetForm contractId={contractId} onClose={() => setAdding(false)} />}
        {sheets.length === 0 && !isAdding && <Typography sx={{ color: 'text.secondary' }}>{translate('problems.sheets.none')}</Typography>}
        {sheets.map((sheet) => (
          <SheetLine key={sheet.id} contractId={contractId} sheet={sheet} mayWrite={mayWrite} />
        ))}
      </Stack>
    </SectionCard>
  );
}

interface SheetLineProps {
  readonly contractId: ContractId;
  readonly sheet: CheckSheet;
  readonly mayWrite: boolean;
}

function SheetLine({ contractId, sheet, mayWrite }: SheetLineProps) {
  const translate = useTranslate();
  const format = useFormat();
  const boundsOf = useBounds();
  const [isMeasuring, setMeasuring] = useState(false);
  useResume('checkRun', (about) => {
    if (about === sheet.id) setMeasuring(true);
  });
  return (
    <div>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 600, flex: 1 }}>{sheet.name}</Typography>
        {mayWrite && !isMeasuring && (
          <Button size="small" onClick={() => setMeasuring(true)}>
            {translate('problems.sheets.run')}
          </Button>
        )}
      </Stack>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {sheet.items.map((item) => `${item.name} ${boundsOf(item)}`.trim()).join(' · ')}
      </Typography>
      {isMeasuring && (
        <KeptForm of={{ contractId, dialog: 'checkRun', about: sheet.id }} fields={runFields} fresh={() => ({ measured: sheet.items.map(() => '') })} onClose={() => setMeasuring(false)}>
          {(kept) => <RunForm sheet={sheet} kept={kept} />}
        </KeptForm>
      )}
      {sheet.runs.map((one) => (
        <Stack key={one.id} direction="row" spacing={1} sx={{ mt: 0.5, alignItems: 'center' }}>
          <Typography variant="body2">{[format.date(one.doneOn), one.byName, one.measured.map((value) => (value === null ? '–' : format.number(value))).join(' / ')].join(' · ')}</Typography>
          <StatusChip label={translate(one.failed === 0 ? 'problems.sheets.pass' : 'problems.sheets.fail', { count: one.failed })} tone={one.failed === 0 ? 'success' : 'danger'} />
        </Stack>
      ))}
    </div>
  );
}

/** What is being measured, an entry for each item of its sheet. */
interface RunTyped {
  readonly measured: readonly string[];
}

const runFields: FieldsOf<RunTyped> = { measured: z.array(z.string()).readonly() };

function RunForm({ sheet, kept }: { readonly sheet: CheckSheet; readonly kept: KeptFormOf<RunTyped> }) {
  const translate = useTranslate();
  const toast = useToast();
  const run = useCommand('problems.runSheet');
  const form = useInSight<HTMLDivElement>(kept.notice);
  const boundsOf = useBounds();
  const { measured } = kept.typed;
  const save = async () => {
    const reply = await run.run({ id: sheet.id, measured: sheet.items.map((_, index) => typedNumber(measured[index] ?? '')), problemTitle: translate('problems.sheets.failedTitle', { name: sheet.name }).slice(0, 120) });
    if (!reply.ok) return;
    kept.close();
    toast.info(translate(reply.value.failed === 0 ? 'problems.sheets.passed' : 'problems.sheets.opened', { count: reply.value.failed }));
  };
  return (
    <Stack ref={form} spacing={1} sx={{ mt: 1 }}>
      {kept.notice}
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {sheet.items.map((item, index) => (
          <TextField key={item.name} label={item.name} helperText={boundsOf(item)} value={measured[index] ?? ''} error={isUnread(measured[index] ?? '')} onChange={(event) => kept.change({ measured: measured.with(index, event.target.value) })} sx={{ width: 150 }} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 14 } }} />
        ))}
      </Stack>
      <ErrorMessage error={run.error} />
      <FormButtons label={translate('problems.save')} isDisabled={measured.some(isUnread)} isRunning={run.isRunning} onSave={save} onCancel={kept.close} status={kept.status} />
    </Stack>
  );
}

/** Says what an item may measure. */
function useBounds(): (item: CheckItem) => string {
  const format = useFormat();
  return ({ minimum, maximum, unit }) => `${minimum === null ? '' : `≥ ${format.number(minimum)} `}${maximum === null ? '' : `≤ ${format.number(maximum)} `}${unit}`.trim();
}

/** A standard as it is being entered. */
interface SheetTyped {
  readonly name: string;
  readonly items: readonly { readonly name: string; readonly unit: string; readonly minimum: string; readonly maximum: string }[];
}

const emptyItem = { name: '', unit: '', minimum: '', maximum: '' };
const fields: FieldsOf<SheetTyped> = { name: z.string(), items: z.array(z.object({ name: z.string(), unit: z.string(), minimum: z.string(), maximum: z.string() }).readonly()).min(1).readonly() };

interface SheetFormProps {
  readonly contractId: ContractId;
  readonly onClose: () => void;
}

function SheetForm({ contractId, onClose }: SheetFormProps) {
  return (
    <KeptForm of={{ contractId, dialog: 'checkSheet', about: '' }} fields={fields} fresh={() => ({ name: '', items: [emptyItem] })} onClose={onClose}>
      {(kept) => <SheetFields contractId={contractId} kept={kept} />}
    </KeptForm>
  );
}

function SheetFields({ contractId, kept }: Omit<SheetFormProps, 'onClose'> & { readonly kept: KeptFormOf<SheetTyped> }) {
  const translate = useTranslate();
  const add = useCommand('problems.addSheet');
  const form = useInSight<HTMLDivElement>(kept.notice);
  const { close } = kept;
  const { name, items } = kept.typed;
  const filled = items.filter((item) => item.name.trim() !== '');
  const change = (index: number, over: Partial<(typeof items)[number]>) => kept.change({ items: items.map((item, at) => (at === index ? { ...item, ...over } : item)) });
  const save = async () => {
    const reply = await add.run({ contractId, name, items: filled.map((item) => ({ name: item.name, unit: item.unit, minimum: typedNumber(item.minimum), maximum: typedNumber(item.maximum) })) });
    if (reply.ok) close();
  };
  return (
    <Stack ref={form} spacing={1.5}>
      {kept.notice}
      <PlainTextField autoFocus required label={translate('problems.sheets.name')} value={name} onChange={(event) => kept.change({ name: event.target.value })} helperText={translate('problems.nameHint')} slotProps={{ htmlInput: { maxLength: 80 } }} />
      {items.map((item, index) => (
        <Stack key={index} direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
          <PlainTextField label={translate('problems.sheets.item')} value={item.name} onChange={(event) => change(index, { name: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
          <TextField label={translate('problems.sheets.minimum')} value={item.minimum} error={isUnread(item.minimum)} onChange={(event) => change(index, { minimum: event.target.value })} sx={{ width: 100 }} slotProps={{ htmlInput: { inputMode: 'decimal' } }} />
          <TextField label={translate('problems.sheets.maximum')} value={item.maximum} error={isUnread(item.maximum)} onChange={(event) => change(index, { maximum: event.target.value })} sx={{ width: 100 }} slotProps={{ htmlInput: { inputMode: 'decimal' } }} />
          <PlainTextField label={translate('problems.sheets.unit')} value={item.unit} onChange={(event) => change(index, { unit: event.target.value })} sx={{ width: 90 }} slotProps={{ htmlInput: { maxLength: 20 } }} />
        </Stack>
      ))}
      <ErrorMessage error={add.error} />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Button size="small" onClick={() => kept.change({ items: [...items, emptyItem] })}>
          {translate('problems.sheets.addItem')}
        </Button>
        <Button variant="contained" disabled={name.trim() === '' || filled.length === 0 || filled.some(({ minimum, maximum }) => isUnread(minimum) || isUnread(maximum))} loading={add.isRunning} onClick={() => void save()}>
          {translate('problems.save')}
        </Button>
        <Button color="inherit" onClick={close}>
          {translate('ui.cancel')}
        </Button>
        {kept.status}
      </Stack>
    </Stack>
  );
}

/** Something is typed that would be left out for no number. */
function isUnread(text: string): boolean {
  return text.trim() !== '' && typedNumber(text) === null;
}
