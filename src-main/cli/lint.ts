import { basename } from 'node:path';
import { checkText } from '#shared/features/checker/engine.ts';
import { allRules, ruleSetVersion } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import { formatCheck } from '../features/checker/cli-report.ts';
import { readText } from '../reading/read-text.ts';
import type { Command } from './command.ts';
import { readNamedFile } from './read-file.ts';
import { translatorOf } from './words.ts';

/** `lint FILE`: 0 clean, 1 findings of high severity or above, 2 unreadable. */
export const lint: Command = async (file, { asJson, language }) => {
  const bytes = readNamedFile(file);
  const read = bytes.ok ? await readText({ name: basename(file), bytes: bytes.value }) : bytes;
  if (!read.ok) {
    if (asJson) console.log(JSON.stringify({ error: read.error.code }, null, 2));
    else console.error(translatorOf(language === 'auto' ? 'en' : language)(`lint.error.${read.error.code}`, { file }));
    return 2;
  }
  const text = clauseText(read.value.blocks);
  const { findings, score } = checkText(text, { record: null, rules: allRules, tuning: [] });
  if (asJson) console.log(JSON.stringify({ ruleSetVersion, language: text.language, score, findings: findings.map((finding) => ({ ...finding, place: text.clauses[finding.clause]?.number ?? null })) }, null, 2));
  else console.log(formatCheck(text, findings, score.total, language === 'auto' ? (text.language === 'en' ? 'en' : 'zh-CN') : language));
  return findings.some(({ severity }) => severity === 'high' || severity === 'block') ? 1 : 0;
};
