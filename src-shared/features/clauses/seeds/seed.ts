import type { Role } from '../../vault/roles.ts';
import type { ClauseCategory, ClauseContent, ClauseFallback } from '../model.ts';

/** A shipped clause; the key tells it from the others in every vault, for good. */
export interface SeedClause {
  readonly key: string;
  readonly content: ClauseContent;
}

interface SeedSketch {
  readonly zh: string;
  readonly en: string;
  readonly risk: ClauseContent['risk'];
  readonly preferred: readonly [zh: string, en: string];
  readonly fallbacks?: readonly ClauseFallback[];
  readonly hardLine: readonly [zh: string, en: string];
  readonly guidance: readonly [zh: string, en: string];
  readonly approver?: Role;
  readonly guarded?: true;
}

/** A clause from its sketch: legal agrees to other words, and only a guarded one minds them, unless it says otherwise. */
export function seed(key: string, category: ClauseCategory, sketch: SeedSketch): SeedClause {
  return {
    key,
    content: {
      category,
      titleZh: sketch.zh,
      titleEn: sketch.en,
      risk: sketch.risk,
      preferred: { zh: sketch.preferred[0], en: sketch.preferred[1] },
      fallbacks: sketch.fallbacks ?? [],
      hardLineZh: sketch.hardLine[0],
      hardLineEn: sketch.hardLine[1],
      guidanceZh: sketch.guidance[0],
      guidanceEn: sketch.guidance[1],
      approverRole: sketch.approver ?? 'legal',
      isGuarded: sketch.guarded === true,
    },
  };
}

/** Words that may stand instead, who may accept them, and when. */
export function instead(acceptRole: Role, wording: readonly [zh: string, en: string], note: readonly [zh: string, en: string]): ClauseFallback {
  return { acceptRole, wording: { zh: wording[0], en: wording[1] }, noteZh: note[0], noteEn: note[1] };
}

/** Paragraphs of a wording. */
export function lines(...paragraphs: readonly string[]): string {
  return paragraphs.join('\n');
}
