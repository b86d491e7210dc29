import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { finishPdf } from '../../../src-main/pdf/finish.ts';
import { usesIn } from '../../../src-main/pdf/unnamed-glyphs.ts';
import { createReadingTasks } from '../../../src-main/workers/reading-tasks.ts';
import { createWorkers } from '../../../src-main/workers/worker-pool.ts';
import { finishRequest } from '../../harness/pdf-documents.ts';
import { extractText, judgeWithQpdf } from '../../harness/pdf-judges.ts';

const printed = readFileSync(new URL('../../fixtures/pdf/narrow-quotes.pdf', import.meta.url));
const sentence = 'Supplier’s “Goods” ‘as is’ and so on… the 1990’s';

const workers = createWorkers({ directory: new URL('../../../src-main/workers/', import.meta.url), extension: '.ts' });
const { read } = createReadingTasks(workers);
afterAll(() => workers.close());

async function textOf(bytes: Uint8Array): Promise<string> {
  const answer = await read({ name: 'a.pdf', bytes });
  return answer.ok ? answer.value.blocks.map(({ text }) => text).join('\n') : answer.error.code;
}

test('the narrow quotes of an English text are searched and copied as such once the print is finished', async () => {
  expect(await textOf(printed)).not.toContain(sentence);
  const finished = await finishPdf({ ...finishRequest(), printed, attachment: null });
  expect(await textOf(finished)).toContain(sentence);
  expect(extractText(finished)).toContain(sentence);
  expect(judgeWithQpdf(finished).status).toBe(0);
});

test('a glyph is named by the text that it alone stands for, in the font that was chosen last', () => {
  const content = `/F4 20 Tf <0034> Tj /Span<</ActualText <FEFF2019> >> BDC\n7.7 0 Td <76D1> Tj\nEMC
    /F5 9 Tf /Span<</ActualText <FEFF00660069>>> BDC <0100> Tj EMC /Span<</ActualText <FEFF0041>>> BDC <0001> Tj <0002> Tj EMC`;
  expect(usesIn(content)).toEqual([
    { font: 'F4', code: '76D1', text: '2019' },
    { font: 'F5', code: '0100', text: '00660069' },
  ]);
  expect(usesIn('')).toEqual([]);
});
