import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useConfirm } from '../../ui/confirm-store.ts';
import { useToast } from '../../ui/use-toast.ts';

/** Reminds on every page that the sample vault's data is made up. */
export function SampleBanner() {
  const translate = useTranslate();
  const confirm = useConfirm();
  const toast = useToast();
  const remove = useCommand('vault.deleteSample');
  const ask = async () => {
    const isSure = await confirm({
      title: translate('app.sample.deleteTitle'),
      body: translate('app.sample.deleteText'),
      confirmLabel: translate('app.sample.delete'),
      destructive: true,
    });
    if (!isSure) return;
    const reply = await remove.run(undefined);
    if (reply.ok) toast.success(translate('app.sample.deleted'));
    else toast.failure(reply.error);
  };
  return (
    <Alert
      severity="warning"
      sx={{
        flexShrink: 0,
        alignItems: 'center',
        px: 3,
        py: 0,
        border: 0,
        borderRadius: 0,
        borderBottom: 1,
        borderColor: 'divider',
        '& .MuiAlert-action': { p: 0.5, mr: 0, ml: 2 },
        '@media print': { display: 'none' },
      }}
      action={
        <Button size="small" color="inherit" disabled={remove.isRunning} onClick={() => void ask()}>
          {translate('app.sample.delete')}
        </Button>
      }
    >
      {translate('app.sample.text')}
    </Alert>
  );
}
