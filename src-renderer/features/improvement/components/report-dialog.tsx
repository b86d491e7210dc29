import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useId } from 'react';
import { z } from 'zod';
import { itemKinds, itemOrigins, type ItemLine } from '#shared/features/improvement/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { useResume } from '../../../keeping/use-resume.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useReportStore } from '../store.ts';

interface ReportTyped extends Pick<ItemLine, 'kind' | 'origin' | 'originRef' | 'title'> {
  readonly description: string;
}

const text = z.string();
const fields: FieldsOf<ReportTyped> = { kind: z.enum(itemKinds), origin: z.enum(itemOrigins), originRef: text, title: text, description: text };

/** Takes in a problem or an idea on any page; it stays where one is. Kept until it is sent or given up. */
export function ReportDialog() {
  const { origin, open, close } = useReportStore();
  const titleId = useId();
  useResume('improvementReport', () => open('page', ''));
  // The vault may be opened by somebody else next.
  useEffect(() => close, [close]);
  const fresh = (): ReportTyped => ({ kind: 'problem', origin: origin?.kind ?? 'page', originRef: origin?.ref === undefined || origin.ref === '' ? location.hash.slice(0, 200) : origin.ref, title: '', description: '' });
  return (
    <KeptDialog of={{ contractId: null, dialog: 'improvementReport', about: '' }} fields={fields} fresh={fresh} isOpen={origin !== null} onClose={close} titleId={titleId}>
      {(kept) => <ReportForm titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

function ReportForm({ titleId, kept }: { readonly titleId: string; readonly kept: KeptForm<ReportTyped> }) {
  const translate = useTranslate();
  const toast = useToast();
  const report = useCommand('improvement.report');
  const { kind, title, description } = kept.typed;
  const send = async () => {
    const reply = await report.run({ ...kept.typed, title: title.trim(), description: description.trim() });
    if (!reply.ok) return;
    kept.close();
    const { id } = reply.value;
    toast.success(translate('improvement.report.done'), { label: translate('improvement.report.show'), run: () => void (location.hash = `#/improvement/${id}`) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') void send();
      }}
    >
      <DialogTitle id={titleId}>{translate('improvement.report.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          {report.error !== null && <ErrorMessage error={report.error} />}
          <TextField select label={translate('improvement.report.kind')} value={kind} onChange={(event) => kept.change({ kind: itemKinds.find((each) => each === event.target.value) ?? kind })}>
            {itemKinds.map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`improvement.kind.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField autoFocus required label={translate('improvement.report.what')} value={title} onChange={(event) => kept.change({ title: event.target.value })} slotProps={{ htmlInput: { maxLength: 120 } }} />
          <TextField multiline minRows={3} label={translate('improvement.report.more')} value={description} onChange={(event) => kept.change({ description: event.target.value })} slotProps={{ htmlInput: { maxLength: 4000 } }} />
          <Typography variant="body2" color="textSecondary">
            {translate('improvement.report.hint')}
          </Typography>
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('improvement.report.send')} isDisabled={title.trim() === ''} isRunning={report.isRunning} onCancel={kept.close} status={kept.status} />
    </form>
  );
}
