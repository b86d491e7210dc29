import type { Contract } from '#shared/features/contracts/model.ts';
import { draftLetter } from '#shared/features/problems/letters.ts';
import { problemLetterKinds, type Problem } from '#shared/features/problems/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { LetterDialog } from './letter-form.tsx';

interface ProblemLetterProps {
  readonly contract: Contract;
  readonly problem: Problem | null;
  readonly onClose: () => void;
}

/** A letter about a problem, or about nothing that was recorded yet. */
export function ProblemLetter({ contract, problem, onClose }: ProblemLetterProps) {
  return (
    <LetterDialog
      dialog="letter"
      about={problem?.id ?? ''}
      isOpen
      contract={contract}
      kinds={problemLetterKinds}
      first="notice"
      propose={(kind, language) => {
        const said = problem === null ? '' : isWithheld(problem.description) || problem.description === '' ? problem.title : problem.description;
        return draftLetter(kind, language, { problem: said, action: problem?.action ?? '', due: problem?.dueOn ?? null });
      }}
      onClose={onClose}
    />
  );
}
