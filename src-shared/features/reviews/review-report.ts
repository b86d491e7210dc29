import type { Day } from '../../kernel/day.ts';
import { isWithheld } from '../../kernel/withheld.ts';
import type { Metric } from '../fulfilment/model.ts';
import { keepsTarget, slaResult } from '../fulfilment/money-rules.ts';
import type { Report, ReportBlock } from '../reports/model.ts';
import { outcomeOf, noAnswer, type Answer, type Answers, type Checklist, type ChecklistItem } from './checklist.ts';
import type { KpiHistory, KpiValues, ReviewFinding, ReviewLine, ReviewResult } from './model.ts';
import { isKpiMissed } from './rules.ts';
import english from './texts/en.json' with { type: 'json' };
import chinese from './texts/zh-CN.json' with { type: 'json' };

export type ReportLanguage = Report['language'];
const textsBy = { zh: chinese, en: english } as const;

export interface ReviewReportFacts {
  readonly line: ReviewLine;
  readonly result: ReviewResult;
  readonly heldOn: Day;
  readonly reviewerName: string;
  readonly checklist: Checklist;
  readonly checklistVersion: number;
  readonly answers: Answers;
  readonly kpis: readonly KpiHistory[];
  readonly kpiValues: KpiValues;
  readonly levels: readonly Metric[];
  readonly findings: readonly Pick<ReviewFinding, 'text' | 'state' | 'ownerName' | 'dueOn' | 'resolution'>[];
  readonly summary: string;
}

/** The report of one review: what was asked, what was answered, what follows. */
export function reviewReport(facts: ReviewReportFacts, language: ReportLanguage): Report {
  const words = textsBy[language];
  const { line, result, checklist, answers } = facts;
  const fact = (label: string, value: string) => ({ label, value });
  const checklistName = language === 'zh' ? checklist.nameZh : checklist.nameEn;
  return {
    language,
    title: words.title,
    subtitle: line.title,
    mark: line.number,
    facts: [
      fact(words.number, line.number),
      fact(words.reason, words.reasons[line.reason]),
      fact(words.due, line.dueOn),
      fact(words.held, facts.heldOn),
      fact(words.reviewer, facts.reviewerName),
      fact(words.checklist, facts.checklistVersion === 0 ? checklistName : filled(words.checklistVersion, { name: checklistName, version: String(facts.checklistVersion) })),
    ],
    sections: [
      { heading: words.result, blocks: [{ kind: 'notice', tone: toneOf[result], text: words.results[result] }, { kind: 'paragraph', text: facts.summary.trim() === '' ? words.noSummary : facts.summary }] },
      { heading: words.items, blocks: areasOf(checklist).map((area) => itemTable(area, checklist.items.filter((item) => item.area === area), answers, language)) },
      { heading: words.kpis, blocks: [kpiTable(facts, language)] },
      ...(facts.levels.length === 0 ? [] : [{ heading: words.levels, blocks: [levelTable(facts.levels, language)] }]),
      {
        heading: words.findings,
        blocks: [
          {
            kind: 'table',
            caption: '',
            columns: [words.finding, words.state, words.owner, words.until, words.resolution].map(plainColumn),
            rows: facts.findings.map(({ text, state, ownerName, dueOn, resolution }) => [isWithheld(text) ? '' : text, words.states[state], ownerName ?? words.unassigned, dueOn, isWithheld(resolution) ? '' : resolution]),
            whenEmpty: words.noFindings,
          },
        ],
      },
    ],
  };
}

function itemTable(area: ChecklistItem['area'], items: readonly ChecklistItem[], answers: Answers, language: ReportLanguage): ReportBlock {
  const words = textsBy[language];
  return {
    kind: 'table',
    caption: words.areas[area],
    columns: [words.item, words.answer, words.outcome, words.note].map(plainColumn),
    rows: items.map((item) => {
      const answer = answers[item.key] ?? noAnswer;
      return [language === 'zh' ? item.zh : item.en, answerText(item, answer, language), words.outcomes[outcomeOf(item, answer)], answer.note];
    }),
    whenEmpty: '',
  };
}

function answerText({ kind }: ChecklistItem, answer: Answer, language: ReportLanguage): string {
  const words = textsBy[language];
  if (answer.isNotApplicable) return '–';
  if (kind === 'text') return answer.text;
  if (kind === 'scale') return answer.number === null ? '–' : `${answer.number} / 5`;
  if (kind === 'number') return answer.number === null ? '–' : String(answer.number);
  if (kind === 'evidence' && answer.fileIds.length > 0) return filled(words.files, { count: String(answer.fileIds.length) });
  return answer.choice === null ? '–' : words[answer.choice];
}

function kpiTable({ kpis, kpiValues }: ReviewReportFacts, language: ReportLanguage): ReportBlock {
  const words = textsBy[language];
  return {
    kind: 'table',
    caption: '',
    columns: [plainColumn(words.kpi), plainColumn(words.target), { heading: words.value, isNumeric: true }, plainColumn(words.history)],
    rows: kpis.map((kpi) => {
      const value = kpiValues[kpi.id] ?? null;
      const shown = value === null ? words.notMeasured : `${value} ${kpi.unit}${isKpiMissed(kpi, value) ? ` (${words.missed})` : ''}`;
      const target = filled(kpi.direction === 'at_least' ? words.atLeast : words.atMost, { target: String(kpi.target), unit: kpi.unit });
      return [kpi.name, target, shown, kpi.history.slice(-4).map(({ on, value: past }) => `${on}: ${past}`).join('; ')];
    }),
    whenEmpty: words.noKpis,
  };
}

/** What was measured of the service levels. Without credits: the report is kept where those read it who may see no sums. */
function levelTable(levels: readonly Metric[], language: ReportLanguage): ReportBlock {
  const words = textsBy[language];
  return {
    kind: 'table',
    caption: '',
    columns: [plainColumn(words.level), plainColumn(words.target), { heading: words.lastMeasured, isNumeric: true }, { heading: words.missedPeriods, isNumeric: true }, plainColumn(words.history)],
    rows: levels.map((level) => {
      const { measured, missed } = slaResult(level, null);
      const last = level.measurements.at(-1);
      const shown = last === undefined ? words.notMeasured : `${last.value} ${level.unit}${keepsTarget(level, last.value) ? '' : ` (${words.missed})`}`;
      const target = filled(level.comparison === 'atLeast' ? words.atLeast : words.atMost, { target: String(level.target), unit: level.unit });
      return [level.name, target, shown, `${missed} / ${measured}`, level.measurements.slice(-5, -1).map(({ periodStart, value }) => `${periodStart}: ${value}`).join('; ')];
    }),
    whenEmpty: '',
  };
}

export interface PortfolioFacts {
  /** As 2026-Q3. */
  readonly quarter: string;
  readonly held: readonly ReviewLine[];
  readonly skipped: number;
  readonly overdueNow: number;
  readonly found: number;
  readonly settled: number;
  readonly open: readonly ReviewFinding[];
}

/** The report of a quarter over all reviews. */
export function portfolioReport(facts: PortfolioFacts, language: ReportLanguage): Report {
  const words = textsBy[language];
  const own = words.portfolio;
  const [year = '', quarter = ''] = facts.quarter.split('-Q');
  const onTime = facts.held.filter(({ dueOn, closedOn }) => closedOn !== null && closedOn <= dueOn).length;
  const count = facts.held.length;
  const people = [...Map.groupBy(facts.held, ({ reviewerName }) => reviewerName ?? words.unassigned)].toSorted(([, one], [, other]) => other.length - one.length);
  const fact = (label: string, value: number | string) => ({ label, value: String(value) });
  return {
    language,
    title: words.portfolioTitle,
    subtitle: filled(own.period, { year, quarter }),
    mark: facts.quarter,
    facts: [
      fact(own.heldReviews, count),
      fact(own.skipped, facts.skipped),
      fact(own.overdueNow, facts.overdueNow),
      fact(own.onTime, count === 0 ? own.noneHeld : `${Math.round((onTime / count) * 1000) / 10} %`),
      fact(own.found, facts.found),
      fact(own.settled, facts.settled),
      fact(own.openNow, facts.open.length),
    ],
    sections: [
      { heading: own.byResult, blocks: [bars((['pass', 'conditional', 'fail'] as const).map((result) => [words.results[result], facts.held.filter((line) => line.result === result).length]))] },
      { heading: own.byReviewer, blocks: count === 0 ? [{ kind: 'paragraph', text: own.noReviews }] : [bars(people.map(([name, lines]) => [name, lines.length]))] },
      {
        heading: own.list,
        blocks: [
          {
            kind: 'table',
            caption: '',
            columns: [words.number, words.contract, words.reason, words.held, words.result, words.reviewer].map(plainColumn),
            rows: facts.held.map((line) => [line.number, line.title, words.reasons[line.reason], `${line.closedOn ?? ''}${line.closedOn !== null && line.closedOn > line.dueOn ? ` (${own.lateMark})` : ''}`, line.result === null ? '' : words.results[line.result], line.reviewerName ?? words.unassigned]),
            whenEmpty: own.noReviews,
          },
        ],
      },
      {
        heading: own.openFindings,
        blocks: [
          {
            kind: 'table',
            caption: '',
            columns: [words.number, words.finding, words.state, words.owner, words.until].map(plainColumn),
            rows: facts.open.map(({ number, text, state, ownerName, dueOn }) => [number, isWithheld(text) ? '' : text, words.states[state], ownerName ?? words.unassigned, dueOn]),
            whenEmpty: words.noFindings,
          },
        ],
      },
    ],
  };
}

/** What a review's report is called where reports are listed. */
export function reportTitle(line: Pick<ReviewLine, 'number' | 'title'>, language: ReportLanguage): string {
  return `${textsBy[language].title} ${line.number} ${line.title}`;
}

export function portfolioTitle(quarter: string, language: ReportLanguage): string {
  return `${textsBy[language].portfolioTitle} ${quarter}`;
}

const toneOf: Readonly<Record<ReviewResult, 'good' | 'warning' | 'bad'>> = { pass: 'good', conditional: 'warning', fail: 'bad' };

function areasOf({ items }: Checklist): readonly ChecklistItem['area'][] {
  return [...new Set(items.map(({ area }) => area))];
}

function bars(lines: readonly (readonly [string, number])[]): ReportBlock {
  const most = Math.max(1, ...lines.map(([, count]) => count));
  return { kind: 'bars', caption: '', bars: lines.map(([label, count]) => ({ label, value: String(count), share: count / most })) };
}

function plainColumn(heading: string) {
  return { heading, isNumeric: false };
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '').trim();
}
