/** A text as part of a pattern's source, in which none of its characters has a meaning of its own. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
