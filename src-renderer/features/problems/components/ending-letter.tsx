import Alert from '@mui/material/Alert';
import { aboutEnding, endingKinds, type Ending } from '#shared/features/contracts/ending.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { arrivalOf } from '#shared/features/contracts/notices.ts';
import { draftEndingLetter } from '#shared/features/problems/letters.ts';
import { isDay } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { LetterDialog } from './letter-form.tsx';

interface EndingLetterProps {
  readonly contract: Contract;
  readonly ending: Ending;
  readonly onClose: () => void;
}

/** The letter by which a contract is not renewed, or terminated; it counts as the notice that it is. */
export function EndingLetter({ contract, ending, onClose }: EndingLetterProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { deadline, termIndex } = ending;
  const isLate = (kind: string, sentOn: string, method: string): boolean =>
    kind === 'non_renewal' && deadline !== null && isDay(sentOn) && arrivalOf({ sentOn, method, receivedOn: null }) > deadline;
  return (
    <LetterDialog
      dialog="endingLetter"
      // Each term has a letter of its own: what was begun for one that has since been renewed says nothing of the next.
      about={aboutEnding(ending.termIndex === null || ending.endsOn === null ? null : { index: ending.termIndex, endsOn: ending.endsOn })}
      isOpen
      contract={contract}
      kinds={endingKinds}
      first={ending.kind}
      propose={(kind, language) => draftEndingLetter(kind, language, ending)}
      termIndexOf={(kind) => (kind === 'non_renewal' ? termIndex : null)}
      // One that arrives too late ends nothing, so that the contract goes on renewing.
      note={(kind, sentOn, method) => isLate(kind, sentOn, method) && deadline !== null && <Alert severity="warning">{translate('contracts.term.notice.late', { deadline: format.date(deadline) })}</Alert>}
      onClose={onClose}
    />
  );
}
