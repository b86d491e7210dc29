import type { BlockNode, DocumentNode } from '#shared/features/documents/model.ts';
import type { DocumentToRender } from '#shared/features/documents/render.ts';
import type { Variable, VariableValues } from '#shared/features/documents/variables.ts';
import { body, variable, type VariableSketch } from '#shared/features/templates/seeds/build.ts';

/** A variable for a test, which has no use for labels of its own. */
export function given(key: string, type: Variable['type'], sketch: Partial<VariableSketch> = {}): Variable {
  return variable(key, type, { group: 'subject', zh: `标签${key}`, en: `Label ${key}`, ...sketch });
}

/** A document with the same body in both languages, in preview, unless a test says otherwise. */
export function documentOf(
  content: readonly (BlockNode | readonly BlockNode[])[],
  variables: readonly Variable[] = [],
  values: VariableValues = {},
  changes: Partial<DocumentToRender> = {},
): DocumentToRender {
  const same: DocumentNode = body(...content);
  return {
    bodyZh: same,
    bodyEn: same,
    language: 'zh',
    variables,
    values,
    withheldKeys: [],
    number: null,
    mode: 'preview',
    ...changes,
  };
}
