import SwapIcon from '@mui/icons-material/SwapHorizOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useRef, useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { Contract } from '#shared/features/contracts/model.ts';
import { openPlaces, type LetterDraft } from '#shared/features/problems/letters.ts';
import type { LetterKind } from '#shared/features/problems/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { focusWrongField } from '../../../ui/focus-wrong-field.ts';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { presentDay, usePresentDay } from '../../../ui/present-day.ts';
import { useToast } from '../../../ui/use-toast.ts';

const methods = ['ems', 'courier', 'email', 'hand'] as const;

/** A letter as it is being written. */
interface LetterTyped<Kind extends LetterKind> {
  readonly kind: Kind;
  readonly language: 'zh' | 'en';
  readonly subject: string;
  readonly body: string;
  readonly partyName: string;
  readonly senderName: string;
  readonly sentOn: string;
  readonly method: (typeof methods)[number];
  readonly trackingNumber: string;
}

const text = z.string();
const fields = { language: z.enum(['zh', 'en']), subject: text, body: text, partyName: text, senderName: text, sentOn: text, method: z.enum(methods), trackingNumber: text };

interface LetterDialogProps<Kind extends LetterKind> extends Omit<LetterFormProps<Kind>, 'titleId' | 'kept'> {
  readonly dialog: 'letter' | 'endingLetter';
  /** The problem that it is about. */
  readonly about: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Proposes a letter, lets it be changed, prints it, and notes how it was sent. */
export function LetterDialog<Kind extends LetterKind>({ dialog, about, isOpen, onClose, ...letter }: LetterDialogProps<Kind>) {
  const titleId = useId();
  const interfaceLanguage = useLanguage();
  const { contract, first, kinds, propose } = letter;
  const fresh = (): LetterTyped<Kind> => {
    const { language: written, partyNames } = contract.summary;
    const [one = '', other] = partyNames;
    const language = written === 'en' || (written === 'bilingual' && interfaceLanguage === 'en') ? 'en' : 'zh';
    const sides = other === undefined ? { partyName: one, senderName: '' } : { partyName: other, senderName: one };
    return { kind: first, language, ...propose(first, language), ...sides, sentOn: presentDay(), method: 'ems', trackingNumber: '' };
  };
  return (
    <KeptDialog of={{ contractId: contract.summary.id, dialog, about }} fields={{ ...fields, kind: z.enum(kinds) }} fresh={fresh} isOpen={isOpen} onClose={onClose} titleId={titleId}>
      {(kept) => <LetterForm {...letter} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface LetterFormProps<Kind extends LetterKind> {
  readonly titleId: string;
  readonly contract: Contract;
  readonly kinds: readonly Kind[];
  readonly first: Kind;
  /** What a letter of a kind says at first. */
  readonly propose: (kind: Kind, language: 'zh' | 'en') => LetterDraft;
  /** Which term of the contract the letter ends. */
  readonly termIndexOf?: (kind: Kind) => number | null;
  /** What the person must know of the letter before it goes. */
  readonly note?: (kind: Kind, sentOn: string, method: string) => ReactNode;
  readonly kept: KeptForm<LetterTyped<Kind>>;
}

function LetterForm<Kind extends LetterKind>({ titleId, contract, kinds, first, propose: draftOf, termIndexOf, note, kept }: LetterFormProps<Kind>) {
  const translate = useTranslate();
  const toast = useToast();
  const send = useCommand('problems.sendLetter');
  const propose = (kind: Kind, language: 'zh' | 'en') => ({ kind, language, ...draftOf(kind, language) });
  const letter = kept.typed;
  const { partyName, senderName, sentOn, method, trackingNumber } = letter;
  const parties = contract.summary.partyNames.length;
  // What is left to fill in is said once the letter is to go.
  const [isAsked, setAsked] = useState(false);
  const body = useRef<HTMLTextAreaElement>(null);
  // What is typed next takes the place's place.
  const showPlace = (place: string) => {
    const at = letter.body.indexOf(place);
    body.current?.focus();
    body.current?.setSelectionRange(at, at + place.length);
  };
  const swap = () => {
    kept.change({ partyName: senderName, senderName: partyName });
  };
  const today = usePresentDay();
  // It is noted as sent, and counts as the notice that it is.
  const isSentKnown = isDay(sentOn) && sentOn <= today;
  const open = openPlaces(letter.body);
  const isRefused = isAsked && open.length > 0;
  const submit = async () => {
    setAsked(true);
    const [place] = open;
    if (place !== undefined) return showPlace(place);
    if (!isDay(sentOn) || !isSentKnown) return;
    const reply = await send.run({ contractId: contract.summary.id, ...letter, sentOn, termIndex: termIndexOf?.(letter.kind) ?? null });
    if (!reply.ok || reply.value === null) return;
    toast.success(translate('problems.letter.sent', { name: reply.value.fileName }));
    kept.close();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (open.length > 0 || !focusWrongField(event.currentTarget)) void submit();
      }}
    >
      <DialogTitle id={titleId}>{translate('problems.letter.write')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
            <TextField select label={translate('problems.letter.kind')} value={letter.kind} onChange={(event) => kept.change(propose(kinds.find((kind) => kind === event.target.value) ?? first, letter.language))}>
              {kinds.map((kind) => (
                <MenuItem key={kind} value={kind}>
                  {translate(`problems.letter.kinds.${kind}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField select label={translate('problems.letter.language')} value={letter.language} onChange={(event) => kept.change(propose(letter.kind, event.target.value === 'en' ? 'en' : 'zh'))}>
              <MenuItem value="zh">{translate('problems.letter.zh')}</MenuItem>
              <MenuItem value="en">{translate('problems.letter.en')}</MenuItem>
            </TextField>
          </Box>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
            <PlainTextField label={translate('problems.letter.to')} value={partyName} onChange={(event) => kept.change({ partyName: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} />
            <PlainTextField label={translate('problems.letter.from')} value={senderName} onChange={(event) => kept.change({ senderName: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} />
          </Box>
          {parties > 1 && (
            <Button size="small" color="inherit" startIcon={<SwapIcon />} sx={{ alignSelf: 'flex-start' }} onClick={swap}>
              {translate('problems.letter.swap')}
            </Button>
          )}
          <PlainTextField required label={translate('problems.letter.subject')} value={letter.subject} onChange={(event) => kept.change({ subject: event.target.value })} slotProps={{ htmlInput: { maxLength: 120 } }} />
          <PlainTextField required multiline minRows={8} maxRows={16} label={translate('problems.letter.body')} inputRef={body} value={letter.body} error={isRefused} helperText={isRefused ? translate('problems.letter.open', { places: open.join(' ') }) : undefined} onChange={(event) => kept.change({ body: event.target.value })} slotProps={{ htmlInput: { maxLength: 8000 } }} />
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' } }}>
            <DateField id="letter-sent" label={translate('problems.letter.sentOn')} required value={sentOn} onChange={(day) => kept.change({ sentOn: day })} problem={isSentKnown ? null : translate('contracts.term.notice.sentWrong')} />
            <TextField select label={translate('problems.letter.method')} value={method} onChange={(event) => kept.change({ method: methods.find((each) => each === event.target.value) ?? 'ems' })}>
              {methods.map((each) => (
                <MenuItem key={each} value={each}>
                  {translate(`problems.letter.methods.${each}`)}
                </MenuItem>
              ))}
            </TextField>
            <PlainTextField label={translate('problems.letter.tracking')} value={trackingNumber} onChange={(event) => kept.change({ trackingNumber: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
          </Box>
          {note?.(letter.kind, sentOn, method)}
          <ErrorMessage error={send.error} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('problems.letter.print')} isDisabled={letter.subject.trim() === '' || letter.body.trim() === '' || !isSentKnown} isRunning={send.isRunning} onCancel={kept.close} status={kept.status} />
    </form>
  );
}
