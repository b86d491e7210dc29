import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkText } from '#shared/features/checker/engine.ts';
import type { Finding } from '#shared/features/checker/model.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';

const folder = join(import.meta.dirname, '../fixtures/corpus');

/** A defect as a lawyer labelled it. An empty quote: something is lacking, and no words stand for it. */
interface Label {
  readonly rule: string;
  readonly quote: string;
  /** What is lacking, where one rule asks for several things. */
  readonly topic?: string;
}

export interface LabelledContract {
  readonly name: string;
  readonly text: string;
  readonly language: 'zh' | 'en' | 'bilingual';
  readonly kind: string;
  readonly style: string;
  readonly isClean: boolean;
  readonly defects: readonly Label[];
}

/** The contracts of test/fixtures/corpus with their labels. */
export function readCorpus(): readonly LabelledContract[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const name = file.replace('.json', '');
      const labels = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<LabelledContract, 'name' | 'text'>;
      return { ...labels, name, text: readFileSync(join(folder, `${name}.txt`), 'utf8') };
    });
}

/** What the checker made of a contract: labels that it found, labels that it missed, findings that nobody labelled. */
export interface Judgement {
  readonly contract: LabelledContract;
  readonly found: readonly Label[];
  readonly missed: readonly Label[];
  readonly surplus: readonly Finding[];
}

/** Holds what the checker says of a contract against its labels; each finding answers one label at most. */
export function judge(contract: LabelledContract): Judgement {
  const clauses = clauseText(contract.text);
  const { findings } = checkText(clauses, { record: null, rules: allRules, tuning: [] });
  const texts = clauses.clauses.map(({ text }) => text);
  const whole = texts.join('\n');
  const offsets = texts.map((_, index) => texts.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0));
  const overlaps = ({ clause, start, end }: Finding, quote: string): boolean => {
    const from = (offsets[clause] ?? 0) + start;
    for (let at = whole.indexOf(quote); at >= 0; at = whole.indexOf(quote, at + 1)) if (at < from + (end - start) && from < at + quote.length) return true;
    return false;
  };
  const open = [...findings];
  const found: Label[] = [];
  const missed: Label[] = [];
  // Labels with words first: those that ask for no words take what is left.
  for (const label of contract.defects.toSorted((one, other) => Number(one.quote === '') - Number(other.quote === ''))) {
    const index = open.findIndex((finding) => answers(finding, label, overlaps));
    if (index < 0) missed.push(label);
    else {
      open.splice(index, 1);
      found.push(label);
    }
  }
  return { contract, found, missed, surplus: open };
}

// These conclude over the whole text, so that the place where a finding stands is a matter of choice.
const ofWholeText = /^(?:R04|R06|P05|P06|P07|T01|T04|T07|D01|D05|D07|M\d\d|X11)$/u;

function answers(finding: Finding, { rule, quote, topic }: Label, overlaps: (finding: Finding, quote: string) => boolean): boolean {
  if (finding.ruleId !== rule) return false;
  if (topic !== undefined) return finding.parameters['topic'] === topic;
  return ofWholeText.test(rule) || quote === '' || overlaps(finding, quote);
}

export interface Figures {
  readonly labels: number;
  readonly found: number;
  readonly surplus: number;
  /** Share of the findings that were labelled, and of the labels that were found; 1 where there is nothing to share. */
  readonly precision: number;
  readonly recall: number;
}

/** Precision and recall, over all rules and for each that was labelled or found. */
export function figuresOf(judgements: readonly Judgement[]): { readonly overall: Figures; readonly byRule: ReadonlyMap<string, Figures> } {
  const rules = new Set(judgements.flatMap(({ contract, surplus }) => [...contract.defects.map(({ rule }) => rule), ...surplus.map(({ ruleId }) => ruleId)]));
  const of = (accept: (rule: string) => boolean): Figures => {
    const count = (pick: (judgement: Judgement) => readonly string[]) => judgements.flatMap(pick).filter(accept).length;
    const [found, missed, surplus] = [count((one) => one.found.map(({ rule }) => rule)), count((one) => one.missed.map(({ rule }) => rule)), count((one) => one.surplus.map(({ ruleId }) => ruleId))];
    return { labels: found + missed, found, surplus, precision: found + surplus === 0 ? 1 : found / (found + surplus), recall: found + missed === 0 ? 1 : found / (found + missed) };
  };
  return { overall: of(() => true), byRule: new Map([...rules].toSorted().map((rule) => [rule, of((one) => one === rule)])) };
}

/** Findings on the clean contracts for each 1,000 Chinese characters (of English text, for each 500 words). */
export function falseFindingsPerThousand(judgements: readonly Judgement[]): number {
  const clean = judgements.filter(({ contract }) => contract.isClean);
  const size = clean.reduce((sum, { contract: { text } }) => sum + (text.match(/\p{Script=Han}/gu)?.length ?? 0) + 2 * (text.match(/[A-Za-z]+/gu)?.length ?? 0), 0);
  return (clean.reduce((sum, { surplus }) => sum + surplus.length, 0) * 1000) / size;
}
