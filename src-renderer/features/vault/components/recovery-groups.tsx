import Box from '@mui/material/Box';
import { useTranslate } from '../../../i18n/i18n.ts';
import { monospaced } from '../../../theme/theme.ts';
import { recoveryGroupsOf } from '../recovery-code.ts';

/** A recovery code in its numbered groups, as it is easiest to write down. */
export function RecoveryGroups({ code }: { readonly code: string }) {
  const translate = useTranslate();
  return (
    <Box
      component="ol"
      aria-label={translate('vault.create.recovery.label')}
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 1, listStyle: 'none', p: 0, m: 0 }}
    >
      {recoveryGroupsOf(code).map((group, index) => (
        <Box
          component="li"
          key={index}
          sx={{
            display: 'flex',
            alignItems: 'baseline',
            justifyContent: 'center',
            gap: 1,
            py: 1.25,
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            bgcolor: 'background.paper',
          }}
        >
          <Box component="span" sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
            {index + 1}
          </Box>
          <Box component="span" sx={{ fontFamily: monospaced, fontSize: '1.25rem', fontWeight: 600, letterSpacing: '0.08em' }}>
            {group}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
