import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import type { TemplateContent } from './model.ts';

/** Whether two contents say the same, in whatever order their fields were written. */
export function isSameContent(one: TemplateContent, other: TemplateContent): boolean {
  return one === other || jsonOf(one) === jsonOf(other);
}

function jsonOf(content: TemplateContent): string {
  return canonicalJson(JSON.parse(JSON.stringify(content)) as Json);
}
