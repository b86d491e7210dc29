import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { Contract } from '#shared/features/contracts/model.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { useChosenParties } from '../use-chosen-parties.ts';

/** Who is bound, in which role, and who signed for them. */
export function PartyFacts({ contract: { record, summary } }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const language = useLanguage();
  const mayRead = usePermission('parties.read');
  const chosen = useChosenParties(mayRead ? record.parties.map(({ partyId }) => partyId) : []);
  const items = record.parties.map(({ partyId, role, signatory }, index) => {
    const party = chosen.get(partyId);
    const [zh = '', en = ''] = [party?.nameZh, party?.nameEn];
    const name = (language === 'zh-CN' ? zh || en : en || zh) || (summary.partyNames[index] ?? '');
    return {
      label: translate(`contracts.record.role.${role}`),
      value: (
        <>
          {mayRead ? (
            <Link component={RouterLink} to={`/parties/${partyId}`} color="textPrimary" underline="hover">
              {name}
            </Link>
          ) : (
            name
          )}
          {party?.isBlacklisted === true && (
            <Alert severity="warning" sx={{ mt: 0.5 }}>
              {translate('contracts.variable.party.blacklisted')}
            </Alert>
          )}
          {signatory !== '' && (
            <Box sx={{ color: 'text.secondary' }}>{translate('contracts.record.signedFor', { name: signatory })}</Box>
          )}
        </>
      ),
    };
  });
  return <RoleList items={items} />;
}

/** The same role may stand twice, so that the list goes by place. */
function RoleList({ items }: { readonly items: Parameters<typeof DefinitionList>[0]['items'] }) {
  return items.map((item, index) => (
    <Box key={index} sx={{ '& + &': { mt: 0.75 } }}>
      <DefinitionList labelWidth={112} items={[item]} />
    </Box>
  ));
}
