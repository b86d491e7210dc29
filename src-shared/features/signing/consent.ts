import type { ContractLanguage } from '../contracts/model.ts';

/** What somebody who signs by hand on this screen agrees to. It is shown, kept word for word, and printed in short. */
export interface ConsentFacts {
  readonly language: ContractLanguage;
  readonly number: string;
  readonly title: string;
  readonly signerName: string;
  readonly partyName: string;
  readonly contentHash: string;
}

/** The consent as one text, a line for each statement; in both languages for a bilingual contract. */
export function consentText(facts: ConsentFacts): string {
  const parts = [...(facts.language === 'en' ? [] : [chinese(facts)]), ...(facts.language === 'zh' ? [] : [english(facts)])];
  return parts.join('\n\n');
}

function chinese({ number, title, signerName, partyName, contentHash }: ConsentFacts): string {
  const party = partyName === '' ? '本人' : `「${partyName}」`;
  return [
    `本人${signerName}已阅读合同《${title}》（编号 ${number}）全文，理解其内容，并有权代表${party}签署。`,
    '本人同意以在本设备屏幕上手写签名的方式签署本合同，并同意各方以该电子签名作为本人签署的凭证。',
    '本人知悉：签名的笔迹、压力、时间及本次身份核验情况将与本合同一并保存。',
    `所签文本的校验值：${contentHash.slice(0, 16)}`,
  ].join('\n');
}

function english({ number, title, signerName, partyName, contentHash }: ConsentFacts): string {
  const party = partyName === '' ? 'myself' : partyName;
  return [
    `I, ${signerName}, have read the contract “${title}” (No. ${number}) in full, understand it, and am authorised to sign for ${party}.`,
    'I agree to sign this contract by writing my signature on the screen of this device, and that the parties take this electronic signature as evidence that I signed.',
    'I know that the strokes, pressure and times of my signature, and how I was identified, are kept together with the contract.',
    `Fingerprint of the text signed: ${contentHash.slice(0, 16)}`,
  ].join('\n');
}
