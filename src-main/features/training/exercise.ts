import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import type { CourseLanguage } from '#shared/features/training/model.ts';
import type { PartySummary } from '#shared/features/parties/model.ts';
import texts from '#shared/features/training/texts.json' with { type: 'json' };
import { addDays, addMonths } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock } from '../../ports.ts';

export interface ExerciseParts {
  readonly clock: Clock;
  readonly listParties: (call: Call) => readonly PartySummary[];
  readonly registerContract: (call: Call, entry: InputOf<'contracts.register'>) => Result<Contract>;
}

// The last day lies far enough ahead that the notice window has opened and its end is still some weeks away.
const daysToEnd = 50;
const noticeDays = 30;

/** Registers, in the sandbox, a signed yearly contract that renews itself unless notice is given within three weeks. */
export function layOutExercise(call: Call, language: CourseLanguage, { clock, listParties, registerContract }: ExerciseParts): Result<ContractId, 'EXERCISE_NOT_LAID_OUT'> {
  const today = dayOn(clock);
  const expiresOn = addDays(today, daysToEnd);
  const effectiveOn = addMonths(addDays(expiresOn, 1), -12);
  const [first, second] = listParties(call);
  const registered = registerContract(call, {
    number: '',
    title: texts.exercise.title[language],
    contractType: 'services',
    language,
    stage: 'signed',
    record: {
      recordKind: 'standalone',
      parentId: null,
      direction: 'pay',
      parties: [first, second].flatMap((party, index) => (party === undefined ? [] : [{ partyId: party.id, role: index === 0 ? ('party_a' as const) : ('party_b' as const), signatory: '' }])),
      signedOn: effectiveOn,
      effectiveOn,
      expiresOn,
      renewalType: 'auto',
      ownerName: call.session.user.name,
      department: '',
      confidentiality: 'internal',
      tags: [texts.exercise.tag[language]],
      details: recordDetailsSchema.parse({ initialTermMonths: 12, renewalTermMonths: 12, optOutPeriod: { amount: noticeDays, unit: 'day' }, noticeMethod: 'ems', notes: texts.exercise.notes[language] }),
    },
    amount: null,
  });
  return registered.ok ? succeed(registered.value.summary.id) : fail('EXERCISE_NOT_LAID_OUT');
}
