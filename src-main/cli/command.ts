import type { CliLanguage } from './words.ts';

export interface CommandOptions {
  readonly asJson: boolean;
  /** `auto`: the language of what is looked at. */
  readonly language: CliLanguage | 'auto';
}

/** One command on one file; gives the exit code. */
export type Command = (file: string, options: CommandOptions) => number | Promise<number>;
