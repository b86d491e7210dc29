import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { ContractSummary, FamilyMember } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StageChip } from '../components/stage-chip.tsx';
import { StatusChipOf } from './status-chip-of.tsx';

/** The framework, its orders and amendments, what it replaced and what replaced it, as far as a contract belongs to any; and a way to enter the next one. */
export function FamilyTree({ summary }: { readonly summary: ContractSummary }) {
  const translate = useTranslate();
  const mayWrite = usePermission('contracts.write');
  const family = useOperation('contracts.family', { id: summary.id }).data ?? [];
  const isAlone = family.length < 2;
  const mayAdd = mayWrite && summary.stage === 'signed';
  if (isAlone && !mayAdd) return null;
  const kind = summary.recordKind === 'master' ? 'order' : 'amendment';
  return (
    <SectionCard title={translate('contracts.family.title')} subtitle={isAlone ? translate('contracts.family.alone') : undefined}>
      {!isAlone && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {family.map((member) => (
            <Member key={member.contract.id} {...member} isCurrent={member.contract.id === summary.id} />
          ))}
        </Box>
      )}
      {mayAdd && (
        <Button component={RouterLink} to={`/contracts/register?kind=${kind}&parent=${summary.id}`} size="small" startIcon={<AddIcon />} sx={{ mt: isAlone ? 0 : 1, ml: -0.5 }}>
          {translate(`contracts.family.add.${kind}`)}
        </Button>
      )}
    </SectionCard>
  );
}

interface MemberProps extends FamilyMember {
  readonly isCurrent: boolean;
}

function Member({ contract, depth, succession, isCurrent }: MemberProps) {
  const translate = useTranslate();
  return (
    <Box component="li" sx={{ pl: depth * 2, py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ typography: 'body2', fontWeight: isCurrent ? 600 : 400, overflowWrap: 'anywhere' }}>
        {isCurrent ? (
          <span aria-current="page">{contract.title}</span>
        ) : (
          <Link component={RouterLink} to={`/contracts/${contract.id}`}>
            {contract.title}
          </Link>
        )}
      </Box>
      <Box sx={{ mt: 0.25, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, typography: 'body2', color: 'text.secondary' }}>
        <span>{contract.number}</span>
        <span>{translate(`contracts.kind.${contract.recordKind}`)}</span>
        {succession !== null && <span>{translate(`contracts.family.succession.${succession}`)}</span>}
        {contract.stage === 'signed' ? <StatusChipOf status={contract.status} renewalType={contract.renewalType} /> : <StageChip stage={contract.stage} status={contract.status} />}
      </Box>
    </Box>
  );
}
