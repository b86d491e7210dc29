import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { TemplateRecord } from '#shared/features/templates/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useToast } from '../../../ui/use-toast.ts';

type Pack = NonNullable<OutputOf<'templates.openPack'>>;

/** Carries templates to another vault, signed, and takes over those of another. */
export function PackButtons({ catalogue }: { readonly catalogue: readonly TemplateRecord[] }) {
  const translate = useTranslate();
  const toast = useToast();
  const exporting = useCommand('templates.exportPack');
  const [pack, setPack] = useState<Pack | null>(null);
  const versionIds = catalogue.flatMap(({ versions }) => versions.filter(({ summary }) => summary.status === 'published').map(({ summary }) => summary.versionId));
  const write = async () => {
    const reply = await exporting.run({ versionIds });
    if (!reply.ok) return toast.failure(reply.error);
    if (reply.value !== null) toast.success(translate('templates.pack.exported', { count: reply.value.templates, name: reply.value.fileName }));
  };
  const open = async () => {
    const reply = await call('templates.openPack', undefined);
    if (!reply.ok) return toast.failure(reply.error);
    setPack(reply.value);
  };
  return (
    <>
      <Button disabled={versionIds.length === 0} loading={exporting.isRunning} onClick={() => void write()}>
        {translate('templates.pack.export')}
      </Button>
      <Button onClick={() => void open()}>{translate('templates.pack.import')}</Button>
      {pack !== null && <PackDialog pack={pack} onClose={() => setPack(null)} />}
    </>
  );
}

function PackDialog({ pack, onClose }: { readonly pack: Pack; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const language = useLanguage();
  const toast = useToast();
  const titleId = useId();
  const taking = useCommand('templates.importPack');
  const [chosen, setChosen] = useState<readonly number[]>(pack.templates.map((_, index) => index));
  const run = async () => {
    const reply = await taking.run({ pickId: pack.pickId, chosen });
    if (!reply.ok) return toast.failure(reply.error);
    toast.success(translate('templates.pack.imported', { count: reply.value.drafts }));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('templates.pack.title', { name: pack.fileName })}</DialogTitle>
      <DialogContent>
        <Stack spacing={1.5}>
          <Typography variant="body2">{translate('templates.pack.signed', { signer: pack.signer, time: format.dateTime(pack.createdAt) })}</Typography>
          <Typography variant="body2" sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
            {pack.fingerprint}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {translate('templates.pack.caution')}
          </Typography>
          {pack.templates.map(({ titleZh, titleEn }, index) => (
            <FormControlLabel
              key={index}
              control={<Checkbox checked={chosen.includes(index)} onChange={(_, isOn) => setChosen(isOn ? [...chosen, index] : chosen.filter((one) => one !== index))} />}
              label={language === 'zh-CN' ? titleZh : titleEn}
            />
          ))}
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('templates.pack.take')} isDisabled={chosen.length === 0} isRunning={taking.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}
