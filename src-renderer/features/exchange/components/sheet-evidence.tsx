import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { z } from 'zod';
import type { Sheet } from '#shared/features/exchange/ipc.ts';
import type { SheetObligation } from '#shared/features/exchange/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { useInSight } from '../../../keeping/use-in-sight.ts';
import { useResume } from '../../../keeping/use-resume.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { reencode } from '../../../ui/reencode.ts';
import { useAskToRemove } from '../../../ui/use-ask-to-remove.ts';

interface NoteTyped {
  readonly words: string;
}

const noteFields: FieldsOf<NoteTyped> = { words: z.string() };

/** The proofs that were added here, and the ways to add more. */
export function SheetEvidenceList({ sheet, obligation }: { readonly sheet: Sheet; readonly obligation: SheetObligation }) {
  const translate = useTranslate();
  const format = useFormat();
  const { packId } = sheet;
  const ofObligation = { packId, obligationId: obligation.id };
  const aboutNote = `${packId} ${obligation.id}`;
  const picture = useCommand('exchange.addPicture');
  const file = useCommand('exchange.addFile');
  const remove = useCommand('exchange.removeEvidence');
  const askToRemove = useAskToRemove();
  const inputRef = useRef<HTMLInputElement>(null);
  const [isNoting, setNoting] = useState(false);
  useResume('packNote', (about) => {
    if (about === aboutNote) setNoting(true);
  });
  const [isUnreadable, setUnreadable] = useState(false);
  const addPhoto = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const photo = await reencode(chosen);
    setUnreadable(photo === null);
    if (photo !== null) await picture.run({ ...ofObligation, kind: 'photo', words: '', ...photo });
  };
  const takeOut = async (id: Sheet['evidence'][number]['id'], called: string) => {
    if (await askToRemove(called)) await remove.run({ packId, id });
  };
  return (
    <Stack spacing={1} sx={{ mt: 1.25 }}>
      <Stack component="ul" spacing={0.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {sheet.evidence
          .filter(({ obligationId }) => obligationId === obligation.id)
          .map(({ id, kind, words: said, name, byteLength, addedAt }) => (
            <Stack key={id} component="li" direction="row" spacing={1} sx={{ alignItems: 'center' }}>
              <Typography variant="body2" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
                {`${translate(`fulfilment.evidenceKind.${kind}`)} · ${kind === 'note' ? said : `${name} · ${format.bytes(byteLength)}`} · ${format.dateTime(addedAt)}`}
              </Typography>
              <Button size="small" color="inherit" aria-label={translate('exchange.sheet.removeProof', { name: kind === 'note' ? said : name })} onClick={() => void takeOut(id, kind === 'note' ? said : name)}>
                {translate('exchange.sheet.remove')}
              </Button>
            </Stack>
          ))}
      </Stack>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Button size="small" disabled={isNoting} onClick={() => setNoting(true)}>
          {translate('fulfilment.addNote')}
        </Button>
        <Button size="small" loading={picture.isRunning} onClick={() => inputRef.current?.click()}>
          {translate('fulfilment.field.photo')}
        </Button>
        <Button size="small" loading={file.isRunning} onClick={() => void file.run(ofObligation)}>
          {translate('fulfilment.addFile')}
        </Button>
      </Stack>
      <Box component="input" ref={inputRef} type="file" accept="image/jpeg,image/png,image/webp" hidden aria-label={translate('fulfilment.field.photo')} onChange={(event) => {
        void addPhoto(event.target.files?.[0]);
        event.target.value = '';
      }} />
      {isNoting && (
        <KeptForm of={{ contractId: null, dialog: 'packNote', about: aboutNote }} fields={noteFields} fresh={() => ({ words: '' })} onClose={() => setNoting(false)}>
          {(kept) => <NoteForm {...ofObligation} kept={kept} />}
        </KeptForm>
      )}
      {isUnreadable && <Typography role="alert" color="error" variant="body2">{translate('errors.NOT_A_PICTURE')}</Typography>}
      <ErrorMessage error={picture.error ?? remove.error} />
      <ErrorMessage error={file.error} operation="exchange.addFile" />
    </Stack>
  );
}

interface NoteFormProps {
  readonly packId: Sheet['packId'];
  readonly obligationId: SheetObligation['id'];
  readonly kept: KeptFormOf<NoteTyped>;
}

function NoteForm({ packId, obligationId, kept }: NoteFormProps) {
  const translate = useTranslate();
  const note = useCommand('exchange.addNote');
  const form = useInSight<HTMLDivElement>(kept.notice);
  const { close } = kept;
  const { words } = kept.typed;
  const add = async () => {
    const reply = await note.run({ packId, obligationId, words });
    if (reply.ok) close();
  };
  return (
    <Stack ref={form} spacing={1}>
      {kept.notice}
      <TextField autoFocus fullWidth multiline minRows={2} label={translate('fulfilment.note')} value={words} onChange={(event) => kept.change({ words: event.target.value })} slotProps={{ htmlInput: { maxLength: 2000 } }} />
      <ErrorMessage error={note.error} />
      <FormButtons label={translate('fulfilment.save')} isDisabled={words.trim() === ''} isRunning={note.isRunning} onSave={add} onCancel={close} status={kept.status} />
    </Stack>
  );
}
