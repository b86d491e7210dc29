import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatVerification } from './features/verification/cli-report.ts';
import strings from './features/verification/cli-strings.json' with { type: 'json' };
import { verifyPdf } from './pdf/verify.ts';

// The application without a window. Exit codes of `verify`: 0 intact, 1 changed, broken or unsigned, 2 unreadable.

const largestFile = 200 * 1024 * 1024;

process.exitCode = main(process.argv.slice(2));

function main(given: readonly string[]): number {
  const options = { json: { type: 'boolean' }, lang: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true });
  const translate = translator(values.lang ?? process.env['LANG'] ?? 'en');
  const [command, file] = positionals;
  if (command !== 'verify' || file === undefined) {
    console.error(translate('cli.usage', {}));
    return 2;
  }
  if (!existsSync(file) || !statSync(file).isFile()) {
    console.error(translate('cli.notFound', { file }));
    return 2;
  }
  const verified =
    statSync(file).size > largestFile
      ? ({ ok: false, error: { code: 'FILE_TOO_LARGE' } } as const)
      : verifyPdf({ pdf: readFileSync(file), trustedCertificatesPem: [], now: Date.now() });
  if (values.json === true) console.log(JSON.stringify(verified.ok ? verified.value : { error: verified.error.code }, null, 2));
  else if (verified.ok) console.log(formatVerification(verified.value, translate));
  else console.error(translate(`cli.error.${verified.error.code}`, {}));
  if (!verified.ok) return 2;
  return verified.value.verdict === 'intact' ? 0 : 1;
}

function translator(language: string): (key: string, params: Readonly<Record<string, string | number>>) => string {
  const words: Readonly<Record<string, string>> = language.startsWith('zh') ? strings['zh-CN'] : strings.en;
  return (key, params) => (words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}
