/** Text made safe for HTML, between tags and within quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A quoted CSS string that neither ends early nor closes the style element it stands in. */
export function cssString(text: string): string {
   
  return `"${text.replace(/[\u0000-\u001F"\\<>]/g, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
