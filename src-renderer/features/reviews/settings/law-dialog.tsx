import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { z } from 'zod';
import type { StoredLaw } from '#shared/features/reviews/ipc.ts';
import { isDay } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { typedDay, type FieldsOf } from '../../../keeping/restore-typed.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useAskToRemove } from '../../../ui/use-ask-to-remove.ts';

interface LawDialogProps {
  readonly stored: StoredLaw | null;
  readonly onClose: () => void;
}

/** A law as it is typed: days may be incomplete, short names stand in one line. */
interface LawDraft {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly article: string;
  readonly inForceOn: string;
  readonly repealedOn: string;
  readonly replacedBy: string;
  readonly citedAs: string;
  readonly note: string;
}

/** What is kept of it, and may come back. */
const lawFields: FieldsOf<LawDraft> = { nameZh: z.string(), nameEn: z.string(), article: z.string(), inForceOn: typedDay, repealedOn: typedDay, replacedBy: z.string(), citedAs: z.string(), note: z.string() };

function freshLaw(stored: StoredLaw | null): LawDraft {
  return {
    nameZh: stored?.nameZh ?? '',
    nameEn: stored?.nameEn ?? '',
    article: stored?.article ?? '',
    inForceOn: stored?.inForceOn ?? '',
    repealedOn: stored?.repealedOn ?? '',
    replacedBy: stored?.replacedBy ?? '',
    citedAs: stored?.citedAs.join('、') ?? '',
    note: stored?.note ?? '',
  };
}

/** Enters a law, or changes one, kept until it is saved or given up; a shipped one can go back to what was shipped. */
export function LawDialog({ stored, onClose }: LawDialogProps) {
  const titleId = useId();
  return (
    <KeptDialog of={{ contractId: null, dialog: 'law', about: stored?.id ?? '' }} fields={lawFields} fresh={() => freshLaw(stored)} isOpen onClose={onClose} titleId={titleId}>
      {(kept) => <LawForm stored={stored} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface LawFormProps extends Pick<LawDialogProps, 'stored'> {
  readonly titleId: string;
  readonly kept: KeptForm<LawDraft>;
}

function LawForm({ stored, titleId, kept }: LawFormProps) {
  const translate = useTranslate();
  const save = useCommand('reviews.saveLaw');
  const remove = useCommand('reviews.removeLaw');
  const askToRemove = useAskToRemove();
  const { typed: draft, change } = kept;
  const dayOf = (text: string) => (isDay(text) ? text : null);
  const areDaysWhole = [draft.inForceOn, draft.repealedOn].every((text) => text === '' || isDay(text));
  const citedAs = draft.citedAs.split(/[、，,;；]/u).map((name) => name.trim()).filter((name) => name.length >= 2);
  const error = save.error ?? remove.error;
  const run = async () => {
    const law = { id: stored?.id ?? null, nameZh: draft.nameZh, nameEn: draft.nameEn, article: draft.article, replacedBy: draft.replacedBy, note: draft.note, inForceOn: dayOf(draft.inForceOn), repealedOn: dayOf(draft.repealedOn), citedAs, notAfter: stored?.notAfter ?? [], notBefore: stored?.notBefore ?? [] };
    const reply = await save.run({ law });
    if (reply.ok) kept.close();
  };
  const takeBack = async () => {
    if (stored === null || (!stored.isShipped && !(await askToRemove(stored.nameZh)))) return;
    const reply = await remove.run({ id: stored.id });
    if (reply.ok) kept.close();
  };
  const isRemovable = stored !== null && (!stored.isShipped || stored.isChanged);
  return (
    <>
      <DialogTitle id={titleId}>{translate(stored === null ? 'reviews.laws.add' : 'reviews.laws.edit')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          {error !== null && <ErrorMessage error={error} />}
          <TextField required autoFocus label={translate('reviews.laws.nameZh')} value={draft.nameZh} onChange={(event) => change({ nameZh: event.target.value })} slotProps={{ htmlInput: { maxLength: 120 } }} />
          <TextField label={translate('reviews.laws.nameEn')} value={draft.nameEn} onChange={(event) => change({ nameEn: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} />
          <TextField label={translate('reviews.laws.article')} value={draft.article} onChange={(event) => change({ article: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
          <TextField required label={translate('reviews.laws.citedAs')} helperText={translate('reviews.laws.citedAsHint')} value={draft.citedAs} onChange={(event) => change({ citedAs: event.target.value })} slotProps={{ htmlInput: { maxLength: 400 } }} />
          <Stack direction="row" spacing={1}>
            <DateField id={`${titleId}-from`} label={translate('reviews.laws.inForceOn')} value={draft.inForceOn} onChange={(inForceOn) => change({ inForceOn })} />
            <DateField id={`${titleId}-to`} label={translate('reviews.laws.repealedOn')} value={draft.repealedOn} onChange={(repealedOn) => change({ repealedOn })} />
          </Stack>
          <TextField label={translate('reviews.laws.replacedBy')} value={draft.replacedBy} onChange={(event) => change({ replacedBy: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} />
          <TextField multiline label={translate('reviews.laws.note')} value={draft.note} onChange={(event) => change({ note: event.target.value })} slotProps={{ htmlInput: { maxLength: 500 } }} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Box sx={{ mr: 'auto', display: 'flex', alignItems: 'center', gap: 1 }}>
          {isRemovable && (
            <Button color="error" onClick={() => void takeBack()}>
              {translate(stored.isShipped ? 'reviews.laws.reset' : 'reviews.laws.remove')}
            </Button>
          )}
          {kept.status}
        </Box>
        <Button color="inherit" onClick={kept.close}>
          {translate('ui.cancel')}
        </Button>
        <Button variant="contained" disabled={draft.nameZh.trim() === '' || citedAs.length === 0 || !areDaysWhole} loading={save.isRunning} onClick={() => void run()}>
          {translate('reviews.save')}
        </Button>
      </DialogActions>
    </>
  );
}
