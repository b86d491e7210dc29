import type { CliLanguage } from './words.ts';

export interface CommandOptions {
  readonly asJson: boolean;
  /** `auto`: the language of what is looked at. */
  readonly language: CliLanguage | 'auto';
  /** Whose passphrase is asked for; null: the only person of the vault. */
  readonly user: string | null;
  /** How many contracts are to be made, as typed; null: not said. */
  readonly contracts: string | null;
}

/** One command on one file; gives the exit code. */
export type Command = (file: string, options: CommandOptions) => number | Promise<number>;
