import type { TextRule } from '../../model.ts';
import { absentAt, isContract } from '../absent.ts';
import { hitAt } from '../find.ts';
import { insertAfter } from '../wording.ts';

interface Note {
  readonly length: number;
  readonly has: Readonly<Record<'party' | 'seal' | 'signatory' | 'date', boolean>>;
}

const parts = {
  party: /甲方|乙方|买方|卖方|供方|需方|出租|承租|委托|受托|发包|承包|披露方|接收方|采购|供应商|单位|\b(?:party|buyer|seller|supplier|customer|client|contractor|lessor|lessee|landlord|tenant|for and on behalf|company|provider|consultant|disclos|recipient|principal|agent)/iu,
  seal: /盖\s{0,4}章|公\s{0,4}章|签\s{0,4}章|合同专用章|\(章\)|\b(?:seal|stamp|chop|signature|signed)\b/iu,
  signatory: /代表|代理人|经办人|签字|签名|负责人|\b(?:representative|signatory|name|by:|signature|signed|title)\b/iu,
  date: /年\s{0,4}_*\s{0,4}月|日\s{0,4}期|\d{4}\s{0,4}年|\b(?:date|dated)\b/iu,
} as const;

/** M09: the block that is signed lacks a party, a seal, somebody who signs, or a date (Civil Code art. 490). */
export const signatureBlock: TextRule<Note> = {
  id: 'M09',
  kind: 'missing',
  severity: 'block',
  bases: ['civilCode490'],
  scope: 'text',
  collect: ({ kind, plain, text }) => {
    if (kind !== 'signature') return null;
    const has = Object.fromEntries(Object.entries(parts).map(([name, pattern]) => [name, pattern.test(plain)])) as Note['has'];
    return { length: text.length, has };
  },
  conclude: (notes, text) => {
    if (!isContract(text)) return [];
    const [first] = notes;
    if (first === undefined) return [absentAt(text, insertAfter('signature', text), { topic: 'signature' })];
    const lacking = (['party', 'seal', 'signatory', 'date'] as const).find((name) => !first.note.has[name]);
    return lacking === undefined ? [] : [{ clause: first.clause, ...hitAt({ start: 0, end: first.note.length }, { parameters: { topic: lacking } }) }];
  },
};
