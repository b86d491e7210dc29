import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import type { ApprovalRound } from '#shared/features/approvals/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { Redline } from './redline.tsx';

/** Says that an approval is void, and shows what changed since the text that it was about. */
export function VoidedNote({ contract, round }: { readonly contract: Contract; readonly round: ApprovalRound }) {
  const translate = useTranslate();
  const { id: contractId, versionNumber } = contract.summary;
  const isChanged = versionNumber > round.versionNumber;
  return (
    <Alert severity="warning">
      <AlertTitle>{translate('approvals.voided.title')}</AlertTitle>
      {isChanged ? translate('approvals.voided.text', { before: round.versionNumber, now: versionNumber }) : translate('approvals.voided.other')}
      {isChanged && !isWithheld(contract.body) && <Redline contractId={contractId} from={round.versionNumber} to={versionNumber} most={5} />}
      {isChanged && (
        <Button component={Link} to={`/contracts/${contractId}/versions`} color="inherit" variant="outlined" size="small" sx={{ mt: 1.5 }}>
          {translate('approvals.voided.compare')}
        </Button>
      )}
    </Alert>
  );
}
