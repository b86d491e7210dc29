import Alert from '@mui/material/Alert';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { isRunning } from '#shared/features/signing/envelope-rules.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';

interface EndingNoteProps {
  readonly contractId: ContractId;
  /** What the person is about to do: take the contract on or back, save another text, or correct the record. */
  readonly by: 'move' | 'save' | 'correct';
}

/** Says before a step that it ends the signing that is under way, and how far that has come. */
export function EndingNote({ contractId, by }: EndingNoteProps) {
  const translate = useTranslate();
  const envelopes = useOperation('signing.envelopes', { contractId });
  const running = envelopes.data?.find(({ state }) => isRunning(state));
  if (running === undefined) return null;
  const { signers } = running;
  const signed = signers.filter(({ state }) => state === 'signed').length;
  return <Alert severity="warning">{translate(`signing.envelope.willEnd.${by}`, { signed, all: signers.length })}</Alert>;
}
