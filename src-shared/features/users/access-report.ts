import type { Report } from '../reports/model.ts';
import type { CustomRole } from '../vault/custom-roles.ts';
import type { AccessReview, ReviewedGrant } from './model.ts';
import texts from './texts.json' with { type: 'json' };

type ReportLanguage = Report['language'];

/** An access review to be printed. `own`: the names of the vault's own roles; `timeText` writes an instant (epoch ms) as the reader's clock shows it. */
export function accessReport(review: AccessReview, own: readonly Pick<CustomRole, 'id' | 'nameZh' | 'nameEn'>[], language: ReportLanguage, timeText: (at: number) => string): Report {
  const say = (text: Readonly<Record<ReportLanguage, string>>): string => text[language];
  const by = (at: number | null, name: string): string => (at === null ? say(texts.notFinished) : say(texts.by).replace('{{time}}', timeText(at)).replace('{{name}}', name));
  const count = (decision: ReviewedGrant['decision']): string => String(review.grants.filter((grant) => grant.decision === decision).length);
  const rowOf = ({ userName, roles, customRoles, compartments, reach, decision, decidedAt, decidedByName }: ReviewedGrant): readonly string[] => [
    userName,
    [...roles.map((role) => say(texts.role[role])), ...own.filter(({ id }) => customRoles.includes(id)).map(({ nameZh, nameEn }) => say({ zh: nameZh, en: nameEn }))].join(say(texts.join)),
    compartments.map((name) => say(texts.compartment[name])).join(say(texts.join)),
    say(texts.reach[reach.scope]).replace('{{departments}}', reach.scope === 'department' ? reach.departments.join(say(texts.join)) : ''),
    say(texts[decision ?? 'open']),
    decidedAt === null ? '' : by(decidedAt, decidedByName),
  ];
  return {
    language,
    title: say(texts.title),
    subtitle: say(texts.subtitle),
    mark: timeText(review.startedAt),
    facts: [
      { label: say(texts.started), value: by(review.startedAt, review.startedByName) },
      { label: say(texts.finished), value: by(review.finishedAt, review.finishedByName) },
      { label: say(texts.confirmedCount), value: count('confirmed') },
      { label: say(texts.withdrawnCount), value: count('withdrawn') },
    ],
    sections: [
      {
        heading: say(texts.grants),
        blocks: [{ kind: 'table', caption: '', columns: [texts.person, texts.roles, texts.keys, texts.sees, texts.decision, texts.decided].map((heading) => ({ heading: say(heading), isNumeric: false })), rows: review.grants.map(rowOf), whenEmpty: say(texts.empty) }],
      },
    ],
  };
}
