import WorkspacePremiumOutlinedIcon from '@mui/icons-material/WorkspacePremiumOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { certificateNumber } from '#shared/features/training/certificate.ts';
import type { Certificate } from '#shared/features/training/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useErrorText } from '../../../ui/error-text.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { useCourseLanguage } from '../course-language.ts';

/** The certificate that was earned, to be saved as a PDF in the language of the interface. */
export function CertificateCard({ certificate }: { readonly certificate: Certificate }) {
  const translate = useTranslate();
  const format = useFormat();
  const language = useCourseLanguage();
  const toast = useToast();
  const textOf = useErrorText();
  const save = useCommand('training.saveCertificate');
  const run = async () => {
    const reply = await save.run({ certificateId: certificate.id, language });
    if (reply.ok && reply.value !== null) toast.success(translate('training.certificate.saved', { fileName: reply.value.fileName }));
  };
  const facts = { number: certificateNumber(certificate), day: format.date(certificate.issuedAt), percent: certificate.scorePercent };
  return (
    <Alert
      severity={save.error === null ? 'success' : 'error'}
      icon={<WorkspacePremiumOutlinedIcon />}
      action={
        <Button color="inherit" size="small" loading={save.isRunning} onClick={() => void run()}>
          {translate('training.certificate.save')}
        </Button>
      }
    >
      {save.error === null ? translate('training.certificate.text', facts) : textOf(save.error)}
    </Alert>
  );
}
