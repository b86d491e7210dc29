import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import { draftLetter } from '#shared/features/problems/letters.ts';
import { letterKinds, type LetterKind, type Problem } from '#shared/features/problems/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { createFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { dayOfToday } from '../day-of-today.ts';

const methods = ['ems', 'courier', 'email', 'hand'] as const;

interface LetterFormProps {
  readonly titleId: string;
  readonly contract: Contract;
  readonly problem: Problem | null;
  readonly onClose: () => void;
}

/** Proposes a letter, lets it be changed, prints it, and notes how it was sent. */
export function LetterForm({ titleId, contract, problem, onClose }: LetterFormProps) {
  const translate = useTranslate();
  const toast = useToast();
  const interfaceLanguage = useLanguage();
  const send = useCommand('problems.sendLetter');
  const propose = (kind: LetterKind, language: 'zh' | 'en') => {
    const said = problem === null ? '' : isWithheld(problem.description) || problem.description === '' ? problem.title : problem.description;
    const due = problem === null || problem.dueOn === null ? null : createFormat(language === 'en' ? 'en' : 'zh-CN').date(problem.dueOn);
    return { kind, language, ...draftLetter(kind, language, { problem: said, action: problem?.action ?? '', due }) };
  };
  const [letter, setLetter] = useState(() => propose('notice', contract.summary.language === 'en' ? 'en' : interfaceLanguage === 'en' && contract.summary.language !== 'zh' ? 'en' : 'zh'));
  const [partyName, setPartyName] = useState(contract.summary.partyNames[1] ?? contract.summary.partyNames[0] ?? '');
  const [sentOn, setSentOn] = useState<string>(dayOfToday());
  const [method, setMethod] = useState<(typeof methods)[number]>('ems');
  const [trackingNumber, setTrackingNumber] = useState('');
  const submit = async () => {
    if (!isDay(sentOn)) return;
    const reply = await send.run({ contractId: contract.summary.id, ...letter, partyName, sentOn, method, trackingNumber });
    if (!reply.ok || reply.value === null) return;
    toast.success(translate('problems.letter.sent', { name: reply.value.fileName }));
    onClose();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <DialogTitle id={titleId}>{translate('problems.letter.write')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
            <TextField select label={translate('problems.letter.kind')} value={letter.kind} onChange={(event) => setLetter(propose(letterKinds.find((one) => one === event.target.value) ?? 'notice', letter.language))}>
              {letterKinds.map((one) => (
                <MenuItem key={one} value={one}>
                  {translate(`problems.letter.kinds.${one}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField select label={translate('problems.letter.language')} value={letter.language} onChange={(event) => setLetter(propose(letter.kind, event.target.value === 'en' ? 'en' : 'zh'))}>
              <MenuItem value="zh">{translate('problems.letter.zh')}</MenuItem>
              <MenuItem value="en">{translate('problems.letter.en')}</MenuItem>
            </TextField>
          </Box>
          <TextField label={translate('problems.letter.to')} value={partyName} onChange={(event) => setPartyName(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} />
          <TextField required label={translate('problems.letter.subject')} value={letter.subject} onChange={(event) => setLetter({ ...letter, subject: event.target.value })} slotProps={{ htmlInput: { maxLength: 120 } }} />
          <TextField required multiline minRows={8} maxRows={16} label={translate('problems.letter.body')} value={letter.body} onChange={(event) => setLetter({ ...letter, body: event.target.value })} slotProps={{ htmlInput: { maxLength: 8000 } }} />
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' } }}>
            <DateField id="letter-sent" label={translate('problems.letter.sentOn')} required value={sentOn} onChange={setSentOn} />
            <TextField select label={translate('problems.letter.method')} value={method} onChange={(event) => setMethod(methods.find((one) => one === event.target.value) ?? 'ems')}>
              {methods.map((one) => (
                <MenuItem key={one} value={one}>
                  {translate(`problems.letter.methods.${one}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField label={translate('problems.letter.tracking')} value={trackingNumber} onChange={(event) => setTrackingNumber(event.target.value)} slotProps={{ htmlInput: { maxLength: 80 } }} />
          </Box>
          <ErrorMessage error={send.error} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {translate('ui.cancel')}
        </Button>
        <Button type="submit" variant="contained" disabled={letter.subject.trim() === '' || letter.body.trim() === '' || !isDay(sentOn)} loading={send.isRunning}>
          {translate('problems.letter.print')}
        </Button>
      </DialogActions>
    </form>
  );
}
