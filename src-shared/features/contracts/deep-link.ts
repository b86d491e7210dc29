/** Longer than any number that the house gives or accepts. */
const longestNumber = 100;

/**
 * The contract's number out of a link that another program opened, `deedbox://contract/NUMBER` with the number
 * percent-encoded; null for everything else. Systems may add a slash at the end and change the case of the scheme.
 */
export function readDeepLink(link: string): string | null {
  const match = /^deedbox:\/\/contract\/([^/?#]{1,900})\/?$/iu.exec(link.trim());
  if (match?.[1] === undefined) return null;
  const number = decoded(match[1]);
  return number === null || number.trim() === '' || number.length > longestNumber || /\p{C}/u.test(number) ? null : number.trim();
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
