import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { z } from 'zod';
import type { Obligation } from '#shared/features/fulfilment/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { useInSight } from '../../../keeping/use-in-sight.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { MentionField } from '../../../ui/mention-field.tsx';
import { bigTarget, rowOfTargets } from '../field/big-target.ts';

interface NoteTyped {
  readonly words: string;
}

const fields: FieldsOf<NoteTyped> = { words: z.string() };

interface EvidenceNoteProps {
  readonly obligation: Pick<Obligation, 'id' | 'contractId'>;
  /** For work on site, where it is tapped. */
  readonly isBig?: boolean;
  readonly onClose: () => void;
}

/** Notes what proves an obligation; kept until it is saved or given up. */
export function EvidenceNote({ obligation: { id, contractId }, isBig = false, onClose }: EvidenceNoteProps) {
  return (
    <KeptForm of={{ contractId, dialog: 'obligationNote', about: id }} fields={fields} fresh={() => ({ words: '' })} onClose={onClose}>
      {(kept) => <NoteForm obligationId={id} isBig={isBig} kept={kept} />}
    </KeptForm>
  );
}

interface NoteFormProps {
  readonly obligationId: Obligation['id'];
  readonly isBig: boolean;
  readonly kept: KeptFormOf<NoteTyped>;
}

function NoteForm({ obligationId, isBig, kept }: NoteFormProps) {
  const translate = useTranslate();
  const add = useCommand('fulfilment.addNote');
  const people = useOperation('fulfilment.people', undefined);
  const form = useInSight<HTMLDivElement>(kept.notice);
  const { close } = kept;
  const { words } = kept.typed;
  const save = async () => {
    const reply = await add.run({ obligationId, words });
    if (reply.ok) close();
  };
  const size = isBig ? bigTarget : {};
  return (
    <Stack ref={form} spacing={1.5} sx={{ my: 1 }}>
      {kept.notice}
      <MentionField isFocused label={translate('fulfilment.note')} minRows={isBig ? 3 : 1} value={words} onChange={(text) => kept.change({ words: text })} names={people.data?.map(({ name }) => name) ?? []} hint={translate('fulfilment.noteHint')} maxLength={2000} />
      <ErrorMessage error={add.error} />
      <Stack direction="row" spacing={1} useFlexGap sx={isBig ? rowOfTargets : { alignItems: 'center', flexWrap: 'wrap' }}>
        <Button variant="contained" disabled={words.trim() === ''} loading={add.isRunning} onClick={() => void save()} sx={size}>
          {translate('fulfilment.save')}
        </Button>
        <Button color="inherit" {...(isBig ? { variant: 'outlined' } : {})} onClick={close} sx={size}>
          {translate('ui.cancel')}
        </Button>
        {!isBig && kept.status}
      </Stack>
      {isBig && <div>{kept.status}</div>}
    </Stack>
  );
}
