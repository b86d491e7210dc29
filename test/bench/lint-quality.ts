import { falseFindingsPerThousand, figuresOf, judge, readCorpus, type Figures } from '../harness/corpus.ts';

/** Precision and recall of the clause checker on the labelled contracts, for each rule and over all, as Markdown. */
export function qualityLines(): string {
  const judgements = readCorpus().map(judge);
  const { overall, byRule } = figuresOf(judgements);
  const row = (name: string, { labels, found, surplus, precision, recall }: Figures) => `| ${name} | ${labels} | ${found} | ${surplus} | ${precision.toFixed(2)} | ${recall.toFixed(2)} |`;
  return [
    `Clause checker on ${judgements.length} labelled contracts (aims: precision and recall 0.90 over all, 0.70 for each rule):`,
    '',
    '| Rule | Labelled | Found | Not labelled | Precision | Recall |',
    '|---|---|---|---|---|---|',
    ...[...byRule].map(([rule, figures]) => row(rule, figures)),
    row('all', overall),
    '',
    `False findings on the clean ones for 1,000 Chinese characters: ${falseFindingsPerThousand(judgements).toFixed(2)} (aim: at most 1).`,
  ].join('\n');
}
