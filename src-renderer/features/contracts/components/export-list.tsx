import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { SignedExport } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { HashLine } from './hash-line.tsx';

/** The signed PDFs that were made of a contract, the latest first. */
export function ExportList({ exports }: { readonly exports: readonly SignedExport[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const ordered = exports.toSorted((one, other) => other.signedAt - one.signedAt);
  return (
    <SectionCard title={translate('contracts.page.exports')}>
      {ordered.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {translate('contracts.page.noExports')}
        </Typography>
      )}
      <Stack component="ol" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {ordered.map((each) => (
          <li key={each.id}>
            <Typography variant="subtitle2" component="p" sx={{ overflowWrap: 'anywhere' }}>
              {each.fileName}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {translate('contracts.page.exportLine', {
                version: each.versionNumber,
                time: format.dateTime(each.signedAt),
              })}
            </Typography>
            <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
              {translate('contracts.page.signedBy', { name: commonNameOf(each.signerSubject) })}
            </Typography>
            <HashLine hash={each.pdfSha256} label={translate('contracts.page.copySha')} />
          </li>
        ))}
      </Stack>
    </SectionCard>
  );
}

/** The name in `CN=林若溪, O=…`; the whole subject where there is none. */
function commonNameOf(subject: string): string {
  return /(?:^|,\s*)CN=([^,]+)/.exec(subject)?.[1] ?? subject;
}
