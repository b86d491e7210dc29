import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { ContractId, ContractVersion } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { HashLine } from './hash-line.tsx';

/** Every version of a contract, the latest first. */
export function VersionList({ contractId, versions }: { readonly contractId: ContractId; readonly versions: readonly ContractVersion[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const ordered = versions.toSorted((one, other) => other.versionNumber - one.versionNumber);
  return (
    <SectionCard
      title={translate('contracts.page.versions')}
      subtitle={translate('contracts.page.contentHashHint')}
      actions={
        <Button component={RouterLink} to={`/contracts/${contractId}/versions`} size="small" sx={{ whiteSpace: 'nowrap', flexShrink: 0 }}>
          {translate('versions.open')}
        </Button>
      }
    >
      <Stack component="ol" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {ordered.map((version, index) => (
          <li key={version.id}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
              <Typography variant="subtitle2" component="span">
                {translate('contracts.versionShort', { version: version.versionNumber })}
              </Typography>
              {index === 0 && <StatusChip tone="info" label={translate('contracts.page.currentVersion')} />}
            </Box>
            <Typography variant="body2" color="textSecondary">
              {translate('contracts.page.versionBy', {
                name: version.createdByName,
                time: format.dateTime(version.createdAt),
              })}
            </Typography>
            <HashLine hash={version.contentHash} label={translate('contracts.page.copyHash')} />
          </li>
        ))}
      </Stack>
    </SectionCard>
  );
}
