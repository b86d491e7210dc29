import { expect, test } from 'vitest';
import { emptyPartyForm, partyFormSchema, problemCode } from '../../../src-renderer/features/parties/party-form.ts';

test('text that is too long is refused at its field, whatever else is wrong', () => {
  const checked = partyFormSchema.safeParse({ ...emptyPartyForm, nameZh: '长'.repeat(201), notes: 'n'.repeat(4001), contactEmail: 'nobody' });
  const problems = checked.error?.issues.map(({ path, message }) => [path.join('.'), problemCode(message)]);
  expect(problems).toEqual([
    ['nameZh', 'TOO_LONG'],
    ['notes', 'TOO_LONG'],
    ['contactEmail', 'EMAIL_FORM'],
  ]);
});

test('spaces around a name count for nothing', () => {
  expect(partyFormSchema.safeParse({ ...emptyPartyForm, nameZh: `${'长'.repeat(200)}  ` }).success).toBe(true);
});
