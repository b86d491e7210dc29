/**
 * The card in the form of version 3.0 that the library reads. Version 2.1, which old phones and CRMs still write, has
 * bare types (`TEL;CELL:`), quoted-printable values with soft line breaks, and a charset for each value.
 */
export function modernCard(card: string): string {
  const lines = card.split(/\r\n?|\n/);
  if (!lines.some((line) => /^VERSION:2\.1\s*$/i.test(line))) return lines.join('\r\n');
  const modern = joined(lines).map(modernLine);
  return modern.join('\r\n');
}

/** Quoted-printable values go on after a line that ends with `=`. */
function joined(lines: readonly string[]): readonly string[] {
  const whole: string[] = [];
  let open = false;
  for (const line of lines) {
    const last = whole.length - 1;
    if (open) whole[last] = (whole[last] ?? '').slice(0, -1) + line;
    else whole.push(line);
    open = /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(whole.at(-1) ?? '') && line.endsWith('=');
  }
  return whole;
}

const encodings = /^(ENCODING=)?(QUOTED-PRINTABLE|7BIT|8BIT)$/i;

function modernLine(line: string): string {
  if (/^VERSION:/i.test(line)) return 'VERSION:3.0';
  const colon = line.indexOf(':');
  if (colon < 0 || /^\s/.test(line)) return line;
  const [name = '', ...parameters] = line.slice(0, colon).split(';');
  const value = line.slice(colon + 1);
  const charset = parameters.find((one) => /^CHARSET=/i.test(one))?.slice(8);
  const isQuoted = parameters.some((one) => /QUOTED-PRINTABLE/i.test(one));
  const kept = parameters
    .filter((one) => !encodings.test(one) && !/^CHARSET=/i.test(one))
    .map((one) => (one.includes('=') ? one : /^BASE64$/i.test(one) ? 'ENCODING=B' : `TYPE=${one}`));
  const text = isQuoted ? unquoted(value, charset) : value;
  return [name, ...kept].join(';') + ':' + text.replace(/\r\n?|\n/g, '\\n').replace(/(?<!\\),/g, '\\,');
}

/** RFC 2045, 6.7: `=E5` is a byte. What is no such pair is left as it stands. */
function unquoted(value: string, charset = 'utf-8'): string {
  const bytes = Buffer.from(
    value.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
