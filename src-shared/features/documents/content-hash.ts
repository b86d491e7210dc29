import type { Json } from '../../kernel/canonical-json.ts';

/** What makes a contract version what it is; digests are SHA-256 of canonical JSON, hexadecimal. */
export interface ContractContent {
  readonly title: string;
  readonly language: 'zh' | 'en' | 'bilingual';
  /** Of both bodies and their variables. */
  readonly bodyDigest: string;
  /** Of what `splitAmounts` left: the values without amounts and bank accounts. */
  readonly textsDigest: string;
  /** A keyed digest of the amounts, so that the hash binds them and betrays none. */
  readonly amountCommitment: string;
}

/**
 * The object whose canonical JSON is hashed into a version's content hash (X13). Everything that can change a printed
 * word is in it. Its `format` tells later layouts apart.
 */
export function contentToHash(content: ContractContent): Json {
  return { format: 'deedbox.content.1', ...content };
}
