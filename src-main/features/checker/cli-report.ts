import type { ClausedText, Finding } from '#shared/features/checker/model.ts';
import { ruleText } from '#shared/features/checker/rule-text.ts';
import strings from './cli-strings.json' with { type: 'json' };

/** What was found, as plain text for the command line: a line for each finding, with its place, and what to do below it. */
export function formatCheck(text: ClausedText, findings: readonly Finding[], score: number, language: 'zh-CN' | 'en'): string {
  const words: Readonly<Record<string, string>> = strings[language];
  const say = (key: string, params: Readonly<Record<string, string | number>>) => (words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
  const lines = findings.map((finding) => {
    const { name, why, fix } = ruleText(language, finding.ruleId, finding.parameters);
    const place = text.clauses[finding.clause]?.number ?? '';
    const head = [`[${say(`lint.severity.${finding.severity}`, {})}]`, finding.ruleId, name, place].filter((part) => part !== '').join(' ');
    return [head, ...(finding.quote === '' ? [] : [`    “${finding.quote.replaceAll('\n', ' ')}”`]), `    ${why}`, `    ${fix}`].join('\n');
  });
  const sum = findings.length === 0 ? say('lint.clean', {}) : say('lint.found', { count: findings.length, score });
  return [...lines, sum].join('\n\n');
}
