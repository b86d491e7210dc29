import { contractFields, partyFields } from '#shared/features/imports/model.ts';
import { importProblemCodes } from '#shared/features/imports/plan.ts';
import type { ReportWords } from '#shared/features/imports/watch.ts';
import type { Translate } from '../../i18n/i18n.ts';

/** What main writes into a report of problems; `{{other}}` stays as it is, for main knows what each row meets. */
export function reportWordsIn(translate: Translate): ReportWords {
  return {
    headings: { row: translate('imports.row'), field: translate('imports.map.field'), problem: translate('imports.problems.what') },
    words: Object.fromEntries([
      ...importProblemCodes.map((code) => [`problem.${code}`, translate(`imports.problem.${code}`, { other: '{{other}}' })]),
      ...[...contractFields, ...partyFields].map((field) => [`field.${field}`, translate(`imports.field.${field}`)]),
    ]) as Readonly<Record<string, string>>,
  };
}
