import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { z } from 'zod';
import { clauseCategories, clauseCategorySchema, clauseRisks, type ClauseContent, type LibraryClause } from '#shared/features/clauses/model.ts';
import { roles, roleSchema } from '#shared/features/vault/roles.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';

interface ClauseDialogProps {
  /** The clause that is changed; null for a new one. */
  readonly clause: LibraryClause | null;
  readonly onClose: () => void;
}

const empty: ClauseContent = { category: 'definitions', titleZh: '', titleEn: '', risk: 'medium', preferred: { zh: '', en: '' }, fallbacks: [], hardLineZh: '', hardLineEn: '', guidanceZh: '', guidanceEn: '', approverRole: 'legal', isGuarded: false };
const paired = { display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } } as const;

/** A clause as it is being written, with what is said of the change. */
interface ClauseTyped extends ClauseContent {
  readonly note: string;
}

const text = z.string();
const wording = z.object({ zh: text, en: text });

/** What is kept of it, and may come back. */
const clauseFields: FieldsOf<ClauseTyped> = {
  ...{ category: clauseCategorySchema, risk: z.enum(clauseRisks), approverRole: roleSchema, isGuarded: z.boolean() },
  ...{ titleZh: text, titleEn: text, hardLineZh: text, hardLineEn: text, guidanceZh: text, guidanceEn: text, note: text },
  ...{ preferred: wording, fallbacks: z.array(z.object({ wording, acceptRole: roleSchema, noteZh: text, noteEn: text })) },
};

/** Writes a clause; what is typed is kept until it is saved or given up. */
export function ClauseDialog({ clause, onClose }: ClauseDialogProps) {
  const titleId = useId();
  return (
    <KeptDialog of={{ contractId: null, dialog: 'clause', about: clause?.id ?? '' }} revision={clause?.revision ?? null} fields={clauseFields} fresh={() => ({ ...(clause?.content ?? empty), note: '' })} isOpen maxWidth="lg" onClose={onClose} titleId={titleId}>
      {(kept) => <ClauseForm clause={clause} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface ClauseFormProps extends Pick<ClauseDialogProps, 'clause'> {
  readonly titleId: string;
  readonly kept: KeptForm<ClauseTyped>;
}

/** Saving makes the clause's next version. */
function ClauseForm({ clause, titleId, kept }: ClauseFormProps) {
  const translate = useTranslate();
  const save = useCommand('clauses.save');
  const { change } = kept;
  const { note, ...content } = kept.typed;
  const isComplete = content.titleZh.trim() !== '' && content.titleEn.trim() !== '' && (content.preferred.zh + content.preferred.en).trim() !== '';
  const run = async () => {
    const reply = await save.run({ id: clause?.id ?? null, revision: kept.revision ?? 0, content, note });
    if (reply.ok) kept.close();
  };
  const area = (label: string, value: string, onChange: (value: string) => void, rows = 2) => (
    <PlainTextField multiline minRows={rows} maxRows={14} size="small" label={label} value={value} onChange={(event) => onChange(event.target.value)} slotProps={{ htmlInput: { maxLength: 6000 } }} />
  );
  const select = <Value extends string>(label: string, value: Value, values: readonly Value[], nameOf: (value: Value) => string, onChange: (value: Value) => void) => (
    <TextField select size="small" label={label} value={value} onChange={(event) => onChange(values.find((one) => one === event.target.value) ?? value)}>
      {values.map((one) => (
        <MenuItem key={one} value={one}>
          {nameOf(one)}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <>
      <DialogTitle id={titleId}>{translate(clause === null ? 'clauses.add' : 'clauses.edit')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          {save.error !== null && <ErrorMessage error={save.error} operation="clauses.save" />}
          <Stack sx={paired}>
            <PlainTextField autoFocus required size="small" label={translate('clauses.field.titleZh')} value={content.titleZh} onChange={(event) => change({ titleZh: event.target.value })} slotProps={{ htmlInput: { maxLength: 100 } }} />
            <PlainTextField required size="small" label={translate('clauses.field.titleEn')} value={content.titleEn} onChange={(event) => change({ titleEn: event.target.value })} slotProps={{ htmlInput: { maxLength: 160 } }} />
          </Stack>
          <Stack sx={{ ...paired, gridTemplateColumns: { xs: '1fr', md: '2fr 1fr 1fr' } }}>
            {select(translate('clauses.field.category'), content.category, clauseCategories, (one) => translate(`clauses.category.${one}`), (category) => change({ category }))}
            {select(translate('clauses.field.risk'), content.risk, clauseRisks, (one) => translate(`clauses.risk.${one}`), (risk) => change({ risk }))}
            {select(translate('clauses.field.approver'), content.approverRole, roles, (one) => translate(`vault.role.${one}`), (approverRole) => change({ approverRole }))}
          </Stack>
          <Typography variant="body2" color="textSecondary">
            {translate('clauses.field.hint')}
          </Typography>
          <Stack sx={paired}>
            {area(translate('clauses.field.preferredZh'), content.preferred.zh, (zh) => change({ preferred: { ...content.preferred, zh } }), 4)}
            {area(translate('clauses.field.preferredEn'), content.preferred.en, (en) => change({ preferred: { ...content.preferred, en } }), 4)}
          </Stack>
          {content.fallbacks.map((fallback, index) => {
            const put = (part: Partial<typeof fallback>) => change({ fallbacks: content.fallbacks.with(index, { ...fallback, ...part }) });
            return (
              <Stack key={index} spacing={1.5} component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, m: 0, p: 1.5 }}>
                <Typography component="legend" variant="subtitle2" sx={{ px: 0.5 }}>
                  {translate('clauses.fallback', { number: index + 1 })}
                </Typography>
                <Stack sx={paired}>
                  {area(translate('clauses.field.fallbackZh'), fallback.wording.zh, (zh) => put({ wording: { ...fallback.wording, zh } }))}
                  {area(translate('clauses.field.fallbackEn'), fallback.wording.en, (en) => put({ wording: { ...fallback.wording, en } }))}
                </Stack>
                <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
                  {select(translate('clauses.field.acceptedBy'), fallback.acceptRole, roles, (one) => translate(`vault.role.${one}`), (acceptRole) => put({ acceptRole }))}
                  <Button color="inherit" onClick={() => change({ fallbacks: content.fallbacks.toSpliced(index, 1) })}>
                    {translate('clauses.removeFallback')}
                  </Button>
                </Stack>
              </Stack>
            );
          })}
          {content.fallbacks.length < 8 && (
            <Button startIcon={<AddIcon />} sx={{ alignSelf: 'flex-start' }} onClick={() => change({ fallbacks: [...content.fallbacks, { wording: { zh: '', en: '' }, acceptRole: 'legal', noteZh: '', noteEn: '' }] })}>
              {translate('clauses.addFallback')}
            </Button>
          )}
          <Stack sx={paired}>
            {area(translate('clauses.field.hardLineZh'), content.hardLineZh, (hardLineZh) => change({ hardLineZh }))}
            {area(translate('clauses.field.hardLineEn'), content.hardLineEn, (hardLineEn) => change({ hardLineEn }))}
            {area(translate('clauses.field.guidanceZh'), content.guidanceZh, (guidanceZh) => change({ guidanceZh }))}
            {area(translate('clauses.field.guidanceEn'), content.guidanceEn, (guidanceEn) => change({ guidanceEn }))}
          </Stack>
          <FormControlLabel control={<Switch checked={content.isGuarded} onChange={(_, isGuarded) => change({ isGuarded })} />} label={translate('clauses.field.guarded')} />
          <TextField size="small" label={translate('clauses.field.note')} value={note} onChange={(event) => change({ note: event.target.value })} slotProps={{ htmlInput: { maxLength: 300 } }} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('clauses.save')} isDisabled={!isComplete} isRunning={save.isRunning} onGo={run} onCancel={kept.close} status={kept.status} />
    </>
  );
}
