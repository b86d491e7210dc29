import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import type { Stage } from '../contracts/stage.ts';
import { documentToEditor, editorToDocument } from '../documents/editor-json.ts';
import { descendants, type DocumentNode } from '../documents/model.ts';

/** Whether the editor is offered on a contract's page: nothing was decided on the text yet. */
export function isBeingDrafted(stage: Stage): boolean {
  return stage === 'draft' || stage === 'in_review' || stage === 'in_negotiation';
}

/** Whether two texts say and show the same, however their words are cut into nodes. */
export function saysTheSame(one: DocumentNode, other: DocumentNode): boolean {
  return written(one) === written(other);
}

/** Whether a text has blanks that a form can fill. */
export function hasVariables(document: DocumentNode): boolean {
  for (const node of descendants(document)) {
    if (node.type === 'variable' || node.type === 'partyBlock' || node.type === 'repeat' || node.type === 'conditional') return true;
  }
  return false;
}

function written(document: DocumentNode): string {
  return canonicalJson(editorToDocument(documentToEditor(document)) as unknown as Json);
}
