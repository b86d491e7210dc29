import ExpandIcon from '@mui/icons-material/ExpandMore';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { SignatureReport, VerificationReport } from '#shared/features/verification/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { monospaced } from '../../../theme/theme.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';

/** Everything that an expert would ask for, folded away. */
export function TechnicalDetails({ report }: { readonly report: VerificationReport }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Accordion variant="outlined" disableGutters>
      <AccordionSummary expandIcon={<ExpandIcon />}>
        <Typography variant="h2" component="span">
          {translate('verification.technical.title')}
        </Typography>
      </AccordionSummary>
      <AccordionDetails>
        <Stack spacing={2.5}>
          <DefinitionList
            labelWidth={168}
            items={[
              {
                label: translate('verification.technical.sha256'),
                value: (
                  <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
                    <Box component="span" sx={{ fontFamily: monospaced }}>
                      {report.sha256}
                    </Box>
                    <CopyButton text={report.sha256} label={translate('verification.technical.copySha')} />
                  </Box>
                ),
              },
              { label: translate('verification.technical.size'), value: format.bytes(report.byteLength) },
              { label: translate('verification.technical.pages'), value: format.number(report.pageCount) },
            ]}
          />
          {report.signatures.map((signature, index) => (
            <SignatureDetails key={index} signature={signature} position={index + 1} />
          ))}
        </Stack>
      </AccordionDetails>
    </Accordion>
  );
}

interface SignatureDetailsProps {
  readonly signature: SignatureReport;
  readonly position: number;
}

function SignatureDetails({ signature, position }: SignatureDetailsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { signer } = signature;
  const unreadable = translate('verification.technical.notReadable');
  return (
    <Box>
      <Typography variant="subtitle2" component="h3" sx={{ mb: 1 }}>
        {translate('verification.signature.title', { position })}
      </Typography>
      <DefinitionList
        labelWidth={168}
        items={[
          { label: translate('verification.technical.field'), value: signature.fieldName },
          ...(signer === null
            ? []
            : [
                { label: translate('verification.technical.subject'), value: signer.subject },
                { label: translate('verification.technical.issuer'), value: signer.issuer },
                { label: translate('verification.technical.serialNumber'), value: signer.serialNumber },
                {
                  label: translate('verification.technical.validity'),
                  value: translate('verification.technical.validityValue', {
                    from: format.date(signer.notBefore),
                    to: format.date(signer.notAfter),
                  }),
                },
              ]),
          { label: translate('verification.technical.digest'), value: signature.digestAlgorithm ?? unreadable },
          { label: translate('verification.technical.key'), value: signature.keyAlgorithm ?? unreadable },
        ]}
      />
    </Box>
  );
}
