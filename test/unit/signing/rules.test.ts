import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificatePageHtml, signatureSectionHtml, type PageSigner } from '#shared/features/signing/certificate-page.ts';
import { compareTexts } from '#shared/features/signing/compare-texts.ts';
import { consentText } from '#shared/features/signing/consent.ts';
import { signingMethods, type SignerDraft } from '#shared/features/signing/envelope-model.ts';
import { checkOrder, nextSigner, stateAfterSigning, stateOn, suggestedOrder } from '#shared/features/signing/envelope-rules.ts';
import { agreedMethodClause, legalWeightByMethod } from '#shared/features/signing/legal-weight.ts';
import { isDrawn } from '#shared/features/signing/strokes.ts';
import { dayOf } from '#shared/kernel/day.ts';
import type { UserId } from '#shared/features/vault/model.ts';

const userId = 'u' as UserId;
const signer = (method: SignerDraft['method'], side: SignerDraft['side'] = 'them'): SignerDraft => ({ side, name: '李娜', title: '', partyName: '', method, userId: side === 'us' ? userId : null });

describe('the order of signing', () => {
  test('that is suggested can always be signed, whatever was chosen', () => {
    const drafts = fc.array(fc.constantFrom(...signingMethods), { minLength: 1, maxLength: 10 }).map((methods) => methods.map((method) => signer(method)));
    fc.assert(fc.property(drafts, (signers) => checkOrder(suggestedOrder(signers)).ok));
  });

  test('wants ink first and a member behind our own certificate', () => {
    expect(checkOrder([signer('drawn'), signer('wet_ink')])).toMatchObject({ ok: false, error: { code: 'INK_AFTER_OTHERS' } });
    expect(checkOrder([{ ...signer('certificate', 'us'), userId: null }])).toMatchObject({ ok: false, error: { code: 'US_WITHOUT_PERSON', params: { name: '李娜' } } });
    expect(checkOrder([signer('wet_ink'), signer('drawn'), signer('certificate', 'us')]).ok).toBe(true);
  });
});

describe('where an envelope stands', () => {
  const of = (...states: readonly ('waiting' | 'signed' | 'declined')[]) => states.map((state, index) => ({ id: String(index) as never, state, method: 'drawn' as const }));

  test('it is the turn of the first who waits, and of nobody once one has declined', () => {
    expect(nextSigner(of('signed', 'waiting', 'waiting'))?.id).toBe('1');
    expect(nextSigner(of('signed', 'declined', 'waiting'))).toBeNull();
    expect(nextSigner(of('signed'))).toBeNull();
  });

  test('it is complete only with all signatures', () => {
    expect(stateAfterSigning(of('waiting', 'waiting'))).toBe('pending');
    expect(stateAfterSigning(of('signed', 'waiting'))).toBe('partially_signed');
    expect(stateAfterSigning(of('signed', 'signed'))).toBe('completed');
  });

  test('it expires after its last day, unless it was over before', () => {
    const last = dayOf(2026, 11, 24);
    expect(stateOn('pending', last, last)).toBe('pending');
    expect(stateOn('partially_signed', last, dayOf(2026, 11, 25))).toBe('expired');
    expect(stateOn('completed', last, dayOf(2026, 11, 25))).toBe('completed');
  });
});

describe('words that came back', () => {
  const given = ['第一条 标的', '乙方应于收到书面通知后 5 个工作日内交付货物。', '合同总价为人民币 12,600.00 元。', '签字：________'];

  test('are the same whatever became of spaces, widths, lines and page numbers', () => {
    const back = '第一条　标的\n乙方应于收到书面通知后5个工作\n日内交付货物。\n第 1 页 共 2 页\n合同总价为人民币１２,６００.００元。\n签字：________';
    expect(compareTexts(given, back)).toEqual({ outcome: 'same', places: [], count: 0 });
  });

  test('that differ are shown beside what was given, also where something was slipped in', () => {
    const back = given.join('\n').replace('12,600.00', '18,600.00');
    expect(compareTexts(given, back)).toMatchObject({ outcome: 'differs', count: 1, places: [{ before: '合同总价为人民币 12,600.00 元。', after: '合同总价为人民币18,600.00元。' }] });
    expect(compareTexts(given, `${given.join('\n')}\n补充：乙方免除一切责任`)).toMatchObject({ outcome: 'differs', places: [{ before: '', after: '补充:乙方免除一切责任' }] });
  });

  test('can’t be told for a scan without text', () => {
    expect(compareTexts(given, ' \n ')).toMatchObject({ outcome: 'no_text' });
  });

  test('any one line left out is found', () => {
    const lines = fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'甲乙丙丁应于交付货物价款违约责任'), minLength: 8, maxLength: 30 }), { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.nat(), (text, at) => {
        const without = text.filter((_, index) => index !== at % text.length);
        fc.pre(!without.join('').includes(text[at % text.length] ?? ''));
        return compareTexts(text, without.join('\n')).outcome === 'differs';
      }),
    );
  });
});

describe('the pages behind the contract', () => {
  const page: PageSigner = { position: 1, side: 'them', name: '<b>李娜</b>', title: '法人', partyName: '"A" & B', method: 'drawn', signedAt: null, recordedBy: null, idCheck: null, evidenceSha256: null };
  const facts = { number: 'HT-1', title: '<script>', versionNumber: 1, contentHash: 'ab', envelopeId: null, composedAt: 'now', approvals: [{ step: '法务<', name: '王', insteadOf: '赵', at: 't' }], sparingFlow: null, signers: [page], isSealed: true, auditHead: null };

  test('let no name or title become markup', () => {
    const html = certificatePageHtml(facts) + signatureSectionHtml([page]);
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<b>李娜');
    expect(html).toContain('&lt;b&gt;李娜');
  });

  test('say why nobody approved: no flow, or a flow none of whose steps applied', () => {
    expect(certificatePageHtml({ ...facts, approvals: [] })).toContain('No approval flow applied to this contract.');
    expect(certificatePageHtml({ ...facts, approvals: [], sparingFlow: '大额<' })).toContain('No step of the approval flow “大额&lt;” applied to this contract.');
  });

  test('say plainly who signs later, and what a drawn signature is worth', () => {
    const html = certificatePageHtml(facts);
    expect(html).toContain('follows, sealed by a digital signature');
    expect(html).toContain('第十三条');
    expect(html).toContain('代 for 赵');
    for (const { zh, en } of Object.values(legalWeightByMethod)) expect(zh.length * en.length).toBeGreaterThan(0);
    expect(agreedMethodClause.zh).toContain('SHA-256');
  });
});

test('the consent speaks the contract’s language, or both, and names the text', () => {
  const facts = { number: 'HT-1', title: '采购', signerName: '李娜', partyName: '', contentHash: '0123456789abcdef00' };
  expect(consentText({ ...facts, language: 'zh' })).not.toContain('I agree');
  expect(consentText({ ...facts, language: 'en' })).not.toContain('本人');
  expect(consentText({ ...facts, language: 'bilingual' })).toMatch(/本人[\s\S]*I agree/);
  expect(consentText({ ...facts, language: 'zh' })).toContain('0123456789abcdef');
});

test('a dot is no signature', () => {
  const at = (x: number, time: number) => ({ x, y: 50, pressure: 0.5, time });
  expect(isDrawn({ width: 400, height: 100, strokes: [Array.from({ length: 20 }, (_, index) => at(50, index))] })).toBe(false);
  expect(isDrawn({ width: 400, height: 100, strokes: [Array.from({ length: 20 }, (_, index) => at(50 + index * 4, index))] })).toBe(true);
});
