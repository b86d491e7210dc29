import type { Language } from '#shared/features/settings/model.ts';
import { reviewedStatuses } from '#shared/features/templates/lifecycle.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { listed, sql } from '../../db/sql.ts';
import type { DueSource } from '../../scheduler/due-source.ts';

interface ReviewRow {
  readonly id: string;
  readonly ownerId: UserId | null;
  readonly reviewOn: Day;
  readonly titleZh: string;
  readonly titleEn: string;
}

/** The days on which templates are looked at again, as long as a version of them is in use or in work; titles in the language that this laptop shows. */
export function templateReviews(language: () => Language): DueSource {
  return {
    kind: 'template',
    compartment: 'core',
    affected: (_, subjectKind, ids) => (subjectKind === 'template' ? ids : []),
    targetsOf: (db, ids) =>
      db
        .all<ReviewRow>(sql`
          SELECT templates.id, owner_id AS ownerId, next_review_on AS reviewOn, title_zh AS titleZh, title_en AS titleEn
          FROM templates JOIN template_versions ON template_id = templates.id
          WHERE templates.id IN ${listed(ids)} AND next_review_on IS NOT NULL
            AND version_number = (SELECT max(version_number) FROM template_versions WHERE template_id = templates.id AND status IN ${listed(reviewedStatuses)})`)
        .map(({ id, ownerId, reviewOn, titleZh, titleEn }) => ({ kind: 'template', subjectId: id, entityId: id, event: 'template_review', contractId: null, targetOn: reviewOn, ownerId, title: language() === 'en' ? titleEn : titleZh })),
    subjectsAfter: (db, after, limit) => db.all<{ id: string }>(sql`SELECT id FROM templates WHERE id > ${after} ORDER BY id LIMIT ${limit}`).map(({ id }) => id),
  };
}
