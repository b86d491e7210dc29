import type { Random } from './random.ts';

/** A file's bytes with some changed, cut off, doubled, taken out, put in, or with numbers in its text raised. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Buffer {
  let result = Buffer.from(bytes);
  for (let change = 0; change <= random.below(4); change += 1) result = changed(result, random);
  return result;
}

/** As `mutatedBytes`, for text that a parser reads: also what looks like its own signs. */
export function mutatedText(text: string, random: Random): Buffer {
  const signs = ['<', '>', '&', '"', '/>', '<!--', '<![CDATA[', '&#x0;', '&amp;amp;', '{', '}', ',', '9'.repeat(40), '-1', 'null', '\u0000', '<w:p>'.repeat(500), '<c r="ZZZ99999999">'] as const;
  const bytes = Buffer.from(text);
  if (random.chance(0.4)) return mutatedBytes(bytes, random);
  const at = random.below(bytes.length);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(signs)), bytes.subarray(at + random.below(8))]);
}

function changed(bytes: Buffer<ArrayBuffer>, random: Random): Buffer<ArrayBuffer> {
  if (bytes.length < 2) return bytes;
  const [from, to] = [random.below(bytes.length), random.below(bytes.length)].sort((a, b) => a - b) as [number, number];
  switch (random.below(6)) {
    case 0: {
      for (let count = 0; count <= random.below(20); count += 1) bytes[random.below(bytes.length)] = random.below(256);
      return bytes;
    }
    case 1:
      return bytes.subarray(0, to);
    case 2:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, from), Buffer.alloc(random.below(5_000), random.below(256)), bytes.subarray(from)]);
    default:
      return Buffer.from(bytes.toString('latin1').replace(/\d+/g, (digits) => (random.chance(0.02) ? String(random.pick([0, 1, 65_535, 2_147_483_648, 99_999_999_999])) : digits)), 'latin1');
  }
}
