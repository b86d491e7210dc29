import type { TextRule } from '../../model.ts';
import { absentAt } from '../absent.ts';

/** X13: the text is another than the one that was approved. */
export const approvedText: TextRule<never> = {
  id: 'X13',
  kind: 'consistency',
  severity: 'block',
  bases: ['practiceApproval'],
  scope: 'text',
  triggers: [],
  collect: () => null,
  conclude: (_, text, record) => {
    const [approved, present] = [record?.approvedHash ?? null, record?.contentHash ?? null];
    return approved === null || present === null || approved === present || text.clauses.length === 0 ? [] : [absentAt(text, null)];
  },
};
