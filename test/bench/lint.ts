import { checkText } from '#shared/features/checker/engine.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';
import type { NumberedBlock } from '#shared/features/reading/model.ts';
import { sampleValues } from '#shared/features/templates/seeds/samples.ts';
import { seedTemplate, type SeedType } from '#shared/features/templates/seeds/seed-templates.ts';
import { figure, inTurn, median, type Figure } from './figure.ts';

const options = { record: null, rules: allRules, tuning: [] } as const;

// Every word list of the rules in one pattern, which no checker that reads the text at all can undercut by much.
const words =
  /尽快|及时|适时|合理期限|合理时间|必要时|近期|尽早|优质|良好|满意|酌情|原则上|通常|大约|左右|基本|尽力|合理费用|视情况|以实际为准|另行协商|另行约定|适当|相关|有关|等等|包括但不限于|承担责任|违约金|支付|付款|验收|交付|交货|解除|终止|自动续期|仲裁|法院|争议|附件|第[一二三四五六七八九十]+条|\d{4}年\d{1,2}月\d{1,2}日|\d[\d,.]*元|[壹贰叁肆伍陆柒捌玖拾佰仟万亿]+元|promptly|timely|reasonable|best efforts|material|substantially|satisfactory|approximately|including without limitation|to be agreed|pay|payment|deliver|accept|terminate|renew|arbitration|court|dispute|annex|clause \d+/giu;

// The engine goes on compiling better for some hundred checks.
const compiledAfter = 400;

/** A full check of a contract of 20,000 characters against one pass of all word lists by one regular expression. */
export async function measureLint(repetitions = 25): Promise<Figure> {
  const text = textOf(20_000);
  const check = timed(() => checkText(clauseText(text), options).findings.length);
  // The first checks of a process are the engine's to compile; they are told apart, for an editor checks all day.
  const cold = await check();
  const early: number[] = [];
  for (let run = 1; run < compiledAfter; run += 1) {
    const taken = await check();
    if (run > 40 && run <= 60) early.push(taken);
  }
  const runs = await inTurn(repetitions, { ours: check, peer: timed(() => [...text.matchAll(words)].length, 20) });
  const speed = Math.round((text.length / median(runs.ours)) * 1000);
  const { id, ratio } = worstGrowth();
  return figure({
    name: 'clause check, 20,000 characters',
    unit: 'ms',
    against: 'one pass of all word lists',
    aim: { of: 'ratio', atMost: 8 },
    runs,
    note: `${speed.toLocaleString('en')} characters/s with segmentation and all ${allRules.length} rules, after ${compiledAfter} checks, when the engine has compiled what it will; the first check of a process takes ${cold.toFixed(0)} ms, the fiftieth ${median(early).toFixed(1)} ms; a text twice as long takes the slowest-growing rule, ${id}, ${ratio.toFixed(2)} times as long (aim 2.3)`,
  });
}

/** A check after a keystroke, with what the check before kept, against a full check; both of blocks, as the editor reads them. */
export async function measureRetype(repetitions = 25): Promise<Figure> {
  const blocks = blocksOf(20_000);
  const before = clauseText(blocks);
  const { cache } = checkText(before, options);
  const middle = blocks.findIndex(({ text }, index) => index > blocks.length / 2 && text.includes('应'));
  let count = 0;
  const retype = () => {
    count += 1;
    const typed = blocks.map((block, index) => (index === middle ? { ...block, text: block.text.replace('应', `${'于'.repeat((count % 7) + 1)}应`) } : block));
    return checkText(clauseText(typed, before), { ...options, previous: cache }).findings.length;
  };
  const check = () => checkText(clauseText(blocks), options).findings.length;
  // Both warm, as in an editor that checks all day.
  for (let run = 0; run < compiledAfter; run += 1) {
    retype();
    check();
  }
  const runs = await inTurn(repetitions, { ours: timed(retype, 10), peer: timed(check) });
  return figure({ name: 'clause check after a keystroke', unit: 'ms', against: 'a full check', aim: { of: 'ratio', atMost: 0.1 }, runs, note: 'one clause of a contract of 20,000 characters is cut and looked at anew' });
}

/** The time of one piece of work, as the mean of several in a row: sides that take alike are disturbed alike by what else runs. */
function timed(work: () => number, times = 1): () => Promise<number> {
  return () => {
    const started = performance.now();
    for (let done = 0; done < times; done += 1) work();
    return Promise.resolve((performance.now() - started) / times);
  };
}

/** The shipped templates with their sample values, one after the other, cut to a length. */
function textOf(length: number): string {
  const whole = types.map((type) => shipped(type).map(({ number, text }) => `${number ?? ''} ${text}`).join('\n')).join('\n');
  return whole.repeat(Math.ceil(length / whole.length)).slice(0, length);
}

/** The same as blocks, each an object of its own: as many as have the length. */
function blocksOf(length: number): readonly NumberedBlock[] {
  const blocks: NumberedBlock[] = [];
  for (let letters = 0; letters < length; ) {
    for (const type of types) {
      for (const block of shipped(type)) {
        if (letters >= length) break;
        blocks.push(block);
        letters += block.text.length + (block.number?.length ?? 0) + 2;
      }
    }
  }
  return blocks;
}

const types: readonly SeedType[] = ['sales', 'services', 'nda'];

function shipped(type: SeedType): readonly NumberedBlock[] {
  return documentBlocks({ ...seedTemplate(type), values: sampleValues(type), language: 'zh', withheldKeys: [] });
}

/** How much longer each rule takes for twice the text; the worst. Each is timed as the best of several runs, turn by turn. */
function worstGrowth(): { readonly id: string; readonly ratio: number } {
  const texts = [clauseText(textOf(100_000)), clauseText(textOf(200_000))] as const;
  const ratioOf = (rule: (typeof allRules)[number]): number => {
    const best = [Infinity, Infinity];
    for (let run = 0; run < 25; run += 1) {
      for (const [index, text] of texts.entries()) {
        const started = performance.now();
        checkText(text, { ...options, rules: [rule] });
        best[index] = Math.min(best[index] ?? Infinity, performance.now() - started);
      }
    }
    return (best[1] ?? 0) / (best[0] ?? 1);
  };
  return allRules.map((rule) => ({ id: rule.id, ratio: ratioOf(rule) })).reduce((worst, each) => (each.ratio > worst.ratio ? each : worst));
}
