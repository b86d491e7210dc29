import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { VerificationError, VerificationReport } from '#shared/features/verification/model.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { formatVerification } from './features/verification/cli-report.ts';
import strings from './features/verification/cli-strings.json' with { type: 'json' };
import { verifyPdf } from './pdf/verify.ts';

// The application without a window. Exit codes of `verify`: 0 intact, 1 changed, broken or unsigned, 2 unreadable or
// misused. Nothing but a verdict may end with 1: scripts take that for "the file was changed".

const largestFile = 200 * 1024 * 1024;

process.exitCode = main(process.argv.slice(2));

function main(given: readonly string[]): number {
  const { command, file, asJson, language } = readArguments(given);
  const translate = translator(language);
  if (command !== 'verify' || file === null) {
    console.error(translate('cli.usage', {}));
    return 2;
  }
  const verified = verify(file);
  if (asJson) console.log(JSON.stringify(verified.ok ? verified.value : { error: verified.error.code }, null, 2));
  else if (verified.ok) console.log(formatVerification(verified.value, translate));
  else console.error(translate(verified.error.code === 'FILE_NOT_FOUND' ? 'cli.notFound' : `cli.error.${verified.error.code}`, { file }));
  if (!verified.ok) return 2;
  return verified.value.verdict === 'intact' ? 0 : 1;
}

interface Arguments {
  readonly command: string | null;
  readonly file: string | null;
  readonly asJson: boolean;
  readonly language: string;
}

/** What can't be understood is misuse: an answer without a command. */
function readArguments(given: readonly string[]): Arguments {
  const ownLanguage = process.env['LANG'] ?? 'en';
  try {
    const options = { json: { type: 'boolean' }, lang: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true });
    const [command = null, file = null, ...more] = positionals;
    return { command: more.length > 0 ? null : command, file, asJson: values.json === true, language: values.lang ?? ownLanguage };
  } catch {
    return { command: null, file: null, asJson: false, language: ownLanguage };
  }
}

function verify(file: string): Result<VerificationReport, VerificationError | 'FILE_NOT_FOUND' | 'FILE_NOT_READABLE'> {
  let pdf: Buffer;
  try {
    const about = statSync(file);
    if (!about.isFile()) return fail('FILE_NOT_FOUND');
    if (about.size > largestFile) return fail('FILE_TOO_LARGE');
    pdf = readFileSync(file);
  } catch (error) {
    // Not there, or there and refused by the system: permissions, a broken disk.
    const isMissing = error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code));
    return fail(isMissing ? 'FILE_NOT_FOUND' : 'FILE_NOT_READABLE');
  }
  return verifyPdf({ pdf, trustedCertificatesPem: [], now: Date.now() });
}

function translator(language: string): (key: string, params: Readonly<Record<string, string | number>>) => string {
  const words: Readonly<Record<string, string>> = language.startsWith('zh') ? strings['zh-CN'] : strings.en;
  return (key, params) => (words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}
