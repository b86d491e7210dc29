import { parseArgs } from 'node:util';
import type { Command, CommandOptions } from './cli/command.ts';
import { lint } from './cli/lint.ts';
import { auditVerify } from './cli/audit-verify.ts';
import { verify } from './cli/verify.ts';
import { translatorOf } from './cli/words.ts';

// The application without a window. Every command ends with 0 when all is well, 1 for what it is there to find, and 2
// when it can't read its file or is misused.

// The whole core is only loaded for the command that needs it.
const seed: Command = async (folder, options) => (await import('./cli/seed.ts')).seed(folder, options);
const commands: Readonly<Record<string, Command>> = { verify, lint, 'audit verify': auditVerify, seed };

process.exitCode = await main(process.argv.slice(2));

async function main(given: readonly string[]): Promise<number> {
  const { command, file, ...options } = readArguments(given);
  const run = command === null || !Object.hasOwn(commands, command) ? undefined : commands[command];
  if (run !== undefined && file !== null) return run(file, options);
  console.error(translatorOf(options.language === 'auto' ? 'en' : options.language)('cli.usage', {}));
  return 2;
}

interface Arguments extends CommandOptions {
  readonly command: string | null;
  readonly file: string | null;
}

/** What can't be understood is misuse: an answer without a command. */
function readArguments(given: readonly string[]): Arguments {
  const ownLanguage = process.env['LANG'] ?? 'en';
  try {
    const options = { json: { type: 'boolean' }, lang: { type: 'string' }, user: { type: 'string' }, contracts: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true });
    // `audit verify VAULT`: the one command of two words.
    const words = positionals[0] === 'audit' ? [positionals.slice(0, 2).join(' '), ...positionals.slice(2)] : positionals;
    const [command = null, file = command === 'seed' ? 'deedbox-seeded' : null, ...more] = words;
    return { command: more.length > 0 ? null : command, file, asJson: values.json === true, language: languageOf(values.lang ?? ownLanguage), user: values.user ?? null, contracts: values.contracts ?? null };
  } catch {
    return { command: null, file: null, asJson: false, language: languageOf(ownLanguage), user: null, contracts: null };
  }
}

function languageOf(name: string): CommandOptions['language'] {
  if (name === 'auto') return 'auto';
  return name.startsWith('zh') ? 'zh-CN' : 'en';
}
