import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { insertContract } from '../../src-main/features/contracts/queries.ts';
import { indexRecords, indexTexts, mergeIndexes } from '../../src-main/features/contracts/search-index.ts';
import { textOfContract } from '../../src-main/features/contracts/text-of.ts';
import { connectionOf } from '../harness/connection-of.ts';
import { sampleEntry } from '../harness/entries.ts';
import type { TestWorld } from '../harness/world.ts';

/** What people type: every kind of word, from the one that stands in every text to the one that stands in none. */
export const queries = [
  '违', '的', '甲', '违约', '交付', '通知', '违约金', '不可抗力', '知识产权', '争议解决', '鲲鹏海', '仲裁委员会',
  'supplier', 'conf', 'liability', 'govern', 'terminat', 's', 'notice in writing', 'force majeure', '违约 payment',
  '保密 confidential', 'project4', 'project77', '合同 0042', 'zzzz', '龘',
] as const;

/** Fills a vault with contracts whose bilingual texts (1-3 kB each) are drawn from the shipped templates, and indexes them as an import does. */
export async function fillWithTexts(world: TestWorld, count: number): Promise<ReadonlyMap<ContractId, string>> {
  const sentences = await templateSentences(world);
  const session = world.core.vaults.session();
  if (session === null) throw new Error('the vault is locked');
  const random = createRandom(20_261_124);
  const texts = new Map<ContractId, string>();
  for (let from = 0; from < count; from += batch) {
    connectionOf(world).transact(() => {
      for (let index = from; index < Math.min(from + batch, count); index += 1) {
        const id = crypto.randomUUID() as string as ContractId;
        texts.set(id, textFrom(sentences, random, index));
        insertContract(connectionOf(world), contractRow(id, index, session.user.id, random));
      }
      indexRecords(connectionOf(world), batch + templates.length);
      indexTexts(connectionOf(world), batch + templates.length, Infinity, (db, id) => texts.get(id) ?? textOfContract(db, id));
    });
  }
  // As the program does in the background, when nothing is left to be indexed.
  while (connectionOf(world).transact(() => mergeIndexes(connectionOf(world), true, batch))) continue;
  return texts;
}

const batch = 2_000;
const templates = ['sales', 'services', 'nda'] as const;
const names = [...'鲲鹏海洋云帆科技东方远景华南启明星辰瑞丰恒通泰和'];

async function templateSentences(world: TestWorld): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const type of templates) {
    const { summary } = await world.must('contracts.create', await sampleEntry(world, { type }));
    lines.push(...(textOfContract(connectionOf(world), summary.id) ?? '').split(/(?<=[。；])|(?<=\. )|\n/u));
  }
  return lines.map((line) => line.trim()).filter((line) => line.length > 4);
}

function textFrom(sentences: readonly string[], random: (below: number) => number, index: number): string {
  const name = Array.from({ length: 4 }, () => names[random(names.length)] ?? '').join('');
  const lines = [`项目 project${index} ${name}有限公司`];
  const target = 1_000 + random(2_000);
  for (let bytes = 0; bytes < target; ) {
    const line = sentences[random(sentences.length)] ?? '';
    lines.push(line);
    bytes += Buffer.byteLength(line);
  }
  return lines.join('\n');
}

function contractRow(id: ContractId, index: number, ownerId: UserId, random: (below: number) => number) {
  const kind = (['sales', 'services', 'nda', 'lease'] as const)[random(4)] ?? 'sales';
  const titles = { sales: '设备买卖合同', services: '技术服务合同', nda: 'Mutual non-disclosure agreement', lease: '房屋租赁合同' };
  const name = Array.from({ length: 2 }, () => names[random(names.length)] ?? '').join('');
  return {
    ...{ id, number: `BENCH-${String(index).padStart(6, '0')}`, title: `${name}${titles[kind]}`, contractType: kind },
    ...{ language: 'bilingual', stage: 'signed', templateVersionId: null, ownerId, ownerName: '陈静' } as const,
    ...{ effectiveOn: null, direction: 'pay' as const, versionNumber: 0, at: Date.UTC(2026, 0, 1) + index * 1000 },
  };
}

/** The same numbers in every run: whole, from 0 up to below the bound (Park and Miller's generator). */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}
