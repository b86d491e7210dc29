import ErrorOutlinedIcon from '@mui/icons-material/ErrorOutlineOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslate } from '../i18n/i18n.ts';
import { useOperation } from '../ipc/use-query.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { diagnosticsOf } from './diagnostics.ts';

/** A bug in the interface: says that the data is safe and offers a way on. */
export function CrashNotice({ error }: { readonly error: unknown }) {
  const translate = useTranslate();
  const about = useOperation('settings.about', undefined).data;
  return (
    <EmptyState
      heading="h1"
      icon={<ErrorOutlinedIcon />}
      title={translate('app.crash.title')}
      body={translate('app.crash.text')}
      action={
        <Stack direction="row" spacing={1}>
          <Button variant="contained" onClick={() => globalThis.location.reload()}>
            {translate('app.crash.reload')}
          </Button>
          <CopyButton labelled label={translate('app.crash.copy')} text={diagnosticsOf(error, about)} />
        </Stack>
      }
    />
  );
}
