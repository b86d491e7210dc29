import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import { Link as RouterLink } from 'react-router';
import { useTranslate } from '../../../i18n/i18n.ts';

interface EntranceLinksProps {
  readonly onChooseOther: () => void;
  readonly onRecover?: () => void;
}

/** The ways on from a locked vault other than its passphrase. */
export function EntranceLinks({ onChooseOther, onRecover }: EntranceLinksProps) {
  const translate = useTranslate();
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 3, rowGap: 1, pt: 1 }}>
      {onRecover !== undefined && (
        <Link component="button" type="button" variant="body2" onClick={onRecover}>
          {translate('vault.unlock.recover')}
        </Link>
      )}
      <Link component="button" type="button" variant="body2" onClick={onChooseOther}>
        {translate('vault.unlock.chooseOther')}
      </Link>
      <Link component={RouterLink} to="/verify" variant="body2">
        {translate('vault.unlock.verify')}
      </Link>
    </Stack>
  );
}
