import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import type { SigningMaterial } from '../../src-main/pdf/cms.ts';
import { finishAndSign, type FinishRequest } from '../../src-main/pdf/finish.ts';
import { signPdf, type SignRequest } from '../../src-main/pdf/sign.ts';

/** Contracts printed by Chromium, and what the application makes of them. */

const root = new URL('../../', import.meta.url);

export const printedContract = readFileSync(new URL('test/fixtures/pdf/printed-contract.pdf', root));
export const printedTenPages = readFileSync(new URL('test/fixtures/pdf/printed-contract-10-pages.pdf', root));
export const signatureFont = readFileSync(
  new URL('node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', root),
);

export const moment = Date.UTC(2026, 10, 24, 1, 0, 0);
export const contractData = JSON.stringify({ number: 'HT-2026-0001', counterparty: '龙门飞马食品有限公司' });

export function finishRequest(printed: Uint8Array = printedContract): FinishRequest {
  return {
    printed,
    metadata: {
      title: '采购合同 <Purchase> & agreement',
      author: '北京示例科技有限公司',
      subject: '采购',
      keywords: ['合同', 'contract'],
      language: 'zh-CN',
      number: 'HT-2026-0001',
      createdAt: moment,
    },
    attachment: { fileName: '合同数据.json', json: contractData, description: '合同数据 Contract data' },
  };
}

export function signatureRequest(
  identity: SigningMaterial,
  changes: Partial<Omit<SignRequest, 'pdf' | 'identity' | 'appearance'>> & { readonly placement?: SignRequest['appearance']['placement'] } = {},
): Omit<SignRequest, 'pdf'> {
  const { placement = { anchor: 'signature-a' }, ...rest } = changes;
  return {
    identity,
    appearance: {
      placement,
      lines: ['签署人 Signed by：张伟 Zhang Wei', '时间 Time：2026-11-24 09:00:00 +08:00', '事由 Reason：签署合同，方、龙、门、户、胶'],
      fontBytes: signatureFont,
    },
    signerName: '张伟 Zhang Wei',
    reason: '签署合同 Signing the contract',
    location: '北京',
    signedAt: moment,
    timeZoneOffsetMinutes: 480,
    fieldName: '甲方签字',
    ...rest,
  };
}

export async function signedBy(identity: SigningMaterial, printed: Uint8Array = printedContract): Promise<Uint8Array> {
  const { pdf } = await finishAndSign({ ...finishRequest(printed), signature: signatureRequest(identity) });
  return pdf;
}

export function counterSigned(pdf: Uint8Array, identity: SigningMaterial): Promise<Uint8Array> {
  const changes = { placement: { anchor: 'signature-b' }, signerName: '李娜', fieldName: '乙方签字' };
  return signPdf({ pdf, ...signatureRequest(identity, changes) });
}

/** Appends an increment that nobody signed, as an attacker with a PDF library would. */
export async function appendUnsigned(pdf: Uint8Array, change: (document: PDFDocument) => void | Promise<void>): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  await change(document);
  return await document.save({ useObjectStreams: true, updateFieldAppearances: false });
}

/** A copy with some bytes replaced. */
export function patched(pdf: Uint8Array, at: number, bytes: string): Uint8Array {
  const copy = Buffer.from(pdf);
  copy.write(bytes, at, 'latin1');
  return copy;
}
