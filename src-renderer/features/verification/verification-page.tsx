import FileIcon from '@mui/icons-material/PictureAsPdfOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from '../../i18n/i18n.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { Page } from '../../ui/page.tsx';
import { SignatureCard } from './components/signature-card.tsx';
import { TechnicalDetails } from './components/technical-details.tsx';
import { VerdictBanner } from './components/verdict-banner.tsx';
import { useReportText } from './use-report-text.ts';
import { useVerification, type Verification } from './use-verification.ts';

/** Checks a PDF's signatures; needs no open vault. */
export function VerificationPage() {
  const translate = useTranslate();
  const { state, verify } = useVerification();
  const isFirst = state.kind === 'idle';
  const chooseButton = (
    <Button
      variant={isFirst ? 'contained' : 'outlined'}
      startIcon={<FileIcon />}
      disabled={state.kind === 'checking'}
      onClick={() => void verify()}
    >
      {translate(isFirst ? 'verification.choose' : 'verification.chooseAnother')}
    </Button>
  );
  return (
    <Page
      title={translate('verification.title')}
      subtitle={translate('verification.lead')}
      actions={isFirst ? undefined : chooseButton}
      maxWidth={1040}
    >
      {isFirst && (
        <EmptyState
          icon={<FileIcon />}
          title={translate('verification.empty.title')}
          body={translate('verification.empty.body')}
          action={chooseButton}
        />
      )}
      {state.kind === 'checking' && <Checking fileName={state.fileName} />}
      {state.kind === 'failed' && (
        <Stack spacing={1}>
          {state.fileName !== null && <FileName fileName={state.fileName} />}
          <ErrorMessage error={state.error} operation="verification.run" />
        </Stack>
      )}
      {state.kind === 'done' && <Report verification={state.verification} />}
    </Page>
  );
}

function Report({ verification }: { readonly verification: Verification }) {
  const translate = useTranslate();
  const textOf = useReportText();
  const { report, fileName } = verification;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>
          <FileName fileName={fileName} />
        </Box>
        <CopyButton labelled text={textOf(verification)} label={translate('verification.copyReport')} />
      </Box>
      <VerdictBanner verification={verification} />
      {report.signatures.map((signature, index) => (
        <SignatureCard key={index} signature={signature} position={index + 1} />
      ))}
      <TechnicalDetails report={report} />
    </>
  );
}

function FileName({ fileName }: { readonly fileName: string }) {
  return (
    <Typography variant="h2" component="p" sx={{ overflowWrap: 'anywhere' }}>
      {fileName}
    </Typography>
  );
}

function Checking({ fileName }: { readonly fileName: string }) {
  const translate = useTranslate();
  const label = translate('verification.checking', { file: fileName });
  return (
    <Stack spacing={1} role="status">
      <Typography sx={{ overflowWrap: 'anywhere' }}>{label}</Typography>
      <LinearProgress aria-label={label} />
    </Stack>
  );
}
