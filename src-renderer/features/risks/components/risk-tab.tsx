import Stack from '@mui/material/Stack';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { Register } from './register.tsx';
import { ScoreCard } from './score-card.tsx';

/** All that is said of a contract's risks. */
export function RiskTab({ contractId }: { readonly contractId: ContractId }) {
  return (
    <Stack spacing={2.5}>
      <ScoreCard contractId={contractId} />
      <Register contractId={contractId} />
    </Stack>
  );
}
