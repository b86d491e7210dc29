import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };
import type { Report } from '../reports/model.ts';
import type { Drill } from './model.ts';

/** What a rehearsed restore found, as a report to be printed. `offsetMinutes`: how far local time is ahead of UTC. */
export function drillReport(drill: Drill, language: 'zh' | 'en', offsetMinutes: number): Report {
  const words = language === 'en' ? en : zh;
  const moment = (at: number) => new Date(at + offsetMinutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
  const result = drill.passed ? words.passed : words.failed;
  return {
    language,
    title: words.title,
    subtitle: words.subtitle.replace('{{time}}', moment(drill.at)),
    mark: words.mark.replace('{{day}}', moment(drill.at).slice(0, 10)),
    facts: [
      { label: words.facts.at, value: moment(drill.at) },
      { label: words.facts.by, value: drill.byName },
      { label: words.facts.backup, value: moment(drill.backupTakenAt) },
      { label: words.facts.seconds, value: words.seconds.replace('{{count}}', (drill.milliseconds / 1000).toFixed(1)) },
      { label: words.facts.result, value: result },
    ],
    sections: [
      {
        heading: words.checks,
        blocks: [
          { kind: 'notice', tone: drill.passed ? 'good' : 'bad', text: drill.passed ? words.good : words.bad },
          {
            kind: 'table',
            caption: words.checks,
            columns: [
              { heading: words.columns.step, isNumeric: false },
              { heading: words.columns.result, isNumeric: false },
              { heading: words.columns.looked, isNumeric: true },
            ],
            rows: drill.checks.map(({ step, passed, looked }) => [words.step[step], passed ? words.passed : words.failed, String(looked)]),
            whenEmpty: words.none,
          },
        ],
      },
      { heading: words.how, blocks: [{ kind: 'paragraph', text: words.explained }, { kind: 'paragraph', text: words.chain }] },
    ],
  };
}
