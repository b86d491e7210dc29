import DownIcon from '@mui/icons-material/ArrowDownwardOutlined';
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { signerSides, signingMethods, type PossibleSigner, type SignerDraft } from '#shared/features/signing/envelope-model.ts';
import { isOwnSeat } from '#shared/features/signing/envelope-rules.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';

interface SignerFieldsProps {
  readonly number: number;
  readonly signer: SignerDraft;
  /** Who can sign for us with a certificate. */
  readonly members: readonly PossibleSigner[];
  readonly onChange: (signer: SignerDraft) => void;
  readonly onUp?: () => void;
  readonly onDown?: () => void;
  readonly onRemove?: () => void;
}

/** One who signs: side, name, office, company, way. */
export function SignerFields({ number, signer, members, onChange, onUp, onDown, onRemove }: SignerFieldsProps) {
  const translate = useTranslate();
  const label = translate('signing.start.signer', { number });
  const isMember = isOwnSeat(signer);
  const change = (part: Partial<SignerDraft>) => onChange({ ...signer, ...part });
  const chooseMember = (userId: string) => {
    const member = members.find(({ id }) => id === userId);
    change({ userId: member?.id ?? null, name: member?.name ?? signer.name });
  };
  return (
    <Paper variant="outlined" role="group" aria-label={label} sx={{ p: 1.5 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
        <Typography variant="subtitle2" color="textSecondary" sx={{ minWidth: '1.5em', pt: 1 }}>
          {number}
        </Typography>
        <Box sx={{ flex: 1, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '140px 1fr 1fr', md: '140px 1.2fr 1fr 1.4fr' } }}>
          <TextField select size="small" label={translate('signing.start.side')} value={signer.side} onChange={(event) => change({ side: event.target.value === 'us' ? 'us' : 'them', userId: null })}>
            {signerSides.map((side) => (
              <MenuItem key={side} value={side}>
                {translate(`signing.side.${side}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField select size="small" label={translate('signing.start.method')} value={signer.method} onChange={(event) => change({ method: signingMethods.find((method) => method === event.target.value) ?? 'drawn' })}>
            {signingMethods.map((method) => (
              <MenuItem key={method} value={method}>
                {translate(`signing.method.${method}`)}
              </MenuItem>
            ))}
          </TextField>
          {isMember ? (
            <TextField select required size="small" label={translate('signing.start.member')} value={members.some(({ id }) => id === signer.userId) ? signer.userId : ''} onChange={(event) => chooseMember(String(event.target.value))}>
              {members.map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
          ) : (
            <PlainTextField required size="small" label={translate('signing.start.name')} value={signer.name} onChange={(event) => change({ name: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
          )}
          <PlainTextField size="small" label={translate('signing.start.office')} value={signer.title} onChange={(event) => change({ title: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
          <PlainTextField size="small" label={translate('signing.start.party')} value={signer.partyName} onChange={(event) => change({ partyName: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} sx={{ gridColumn: { md: '2 / -1' } }} />
        </Box>
        <Stack>
          <IconButton size="small" disabled={onUp === undefined} aria-label={translate('signing.start.up', { number })} onClick={onUp}>
            <UpIcon fontSize="small" />
          </IconButton>
          <IconButton size="small" disabled={onDown === undefined} aria-label={translate('signing.start.down', { number })} onClick={onDown}>
            <DownIcon fontSize="small" />
          </IconButton>
          <IconButton size="small" disabled={onRemove === undefined} aria-label={translate('signing.start.remove', { number })} onClick={onRemove}>
            <RemoveIcon fontSize="small" />
          </IconButton>
        </Stack>
      </Stack>
    </Paper>
  );
}
