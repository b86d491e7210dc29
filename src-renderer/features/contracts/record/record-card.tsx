import EditIcon from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Contract } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { AmountFacts } from './amount-facts.tsx';
import { useCustomText } from './custom-text.ts';
import { PartyFacts } from './party-facts.tsx';
import { useRecordGroups } from './record-groups.ts';

interface RecordCardProps {
  readonly contract: Contract;
  /** Sets the groups in two columns, where there is room. */
  readonly isWide?: boolean;
}

/** What is known of a contract beside its text, in groups, with the way to change it. */
export function RecordCard({ contract, isWide = false }: RecordCardProps) {
  const translate = useTranslate();
  const format = useFormat();
  const mayWrite = usePermission('contracts.write');
  const groups = useRecordGroups(contract);
  const customText = useCustomText();
  const { summary, record } = contract;
  const basics = [
    { label: translate('contracts.record.field.contractType'), value: translate(`contracts.type.${summary.contractType}`) },
    { label: translate('contracts.record.field.recordKind'), value: translate(`contracts.kind.${record.recordKind}`) },
    { label: translate('contracts.record.field.language'), value: translate(`contracts.language.${summary.language}`) },
  ];
  const custom = record.details.custom.map((field) => ({ label: field.name, value: customText(field) }));
  return (
    <SectionCard
      title={translate('contracts.record.title')}
      actions={
        mayWrite && (
          <Button component={RouterLink} to={`/contracts/${summary.id}/record`} size="small" startIcon={<EditIcon />} sx={{ mt: -0.5, mr: -0.5 }}>
            {translate('contracts.record.edit')}
          </Button>
        )
      }
    >
      <Box sx={isWide ? { columns: '2 300px', columnGap: 4 } : {}}>
        <Group title={translate('contracts.record.section.basics')}>
          <DefinitionList labelWidth={112} items={basics} />
        </Group>
        {record.parties.length > 0 && (
          <Group title={translate('contracts.record.section.parties')}>
            <PartyFacts contract={contract} />
          </Group>
        )}
        <Group title={translate('contracts.record.section.money')}>
          <AmountFacts contract={contract} />
        </Group>
        {groups.map(({ title, facts }) => (
          <Group key={title} title={title}>
            <DefinitionList labelWidth={112} items={facts} />
          </Group>
        ))}
        {custom.length > 0 && (
          <Group title={translate('contracts.record.section.custom')}>
            <DefinitionList labelWidth={112} items={custom} />
          </Group>
        )}
      </Box>
      {record.tags.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
          {record.tags.map((tag) => (
            <Chip key={tag} size="small" variant="outlined" label={tag} />
          ))}
        </Box>
      )}
      <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 2 }}>
        {translate('contracts.record.times', { created: format.dateTime(summary.createdAt), updated: format.dateTime(summary.updatedAt) })}
      </Typography>
    </SectionCard>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box sx={{ pb: 2, breakInside: 'avoid' }}>
      <Typography variant="subtitle2" component="h3" sx={{ mb: 0.75 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}
