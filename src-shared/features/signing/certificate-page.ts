import { escapeHtml } from '../documents/html.ts';
import type { SigningMethod } from './envelope-model.ts';
import { signerAnchor } from './envelope-rules.ts';
import { legalWeightByMethod } from './legal-weight.ts';

/** One who signs, as the pages behind the contract tell of them. Times come worded, with their offset from UTC. */
export interface PageSigner {
  readonly position: number;
  readonly side: 'us' | 'them';
  readonly name: string;
  readonly title: string;
  readonly partyName: string;
  readonly method: SigningMethod;
  /** Null while they have not signed. */
  readonly signedAt: string | null;
  readonly recordedBy: string | null;
  readonly idCheck: string | null;
  /** SHA-256 of what was kept of the act: strokes, consent, comparison. */
  readonly evidenceSha256: string | null;
}

export interface PageApproval {
  readonly step: string;
  readonly name: string;
  readonly insteadOf: string | null;
  readonly at: string;
}

export interface CertificateFacts {
  readonly number: string;
  readonly title: string;
  readonly versionNumber: number;
  readonly contentHash: string;
  readonly envelopeId: string | null;
  readonly composedAt: string;
  readonly approvals: readonly PageApproval[];
  /** The flow none of whose steps applied to the contract, so that nobody had to approve it; else null. */
  readonly sparingFlow: string | null;
  readonly signers: readonly PageSigner[];
  /** The newest event of the vault's chain of changes; null for an empty one. */
  /** Whether nobody signs with a certificate, so that one seals the whole at the end. */
  readonly isSealed: boolean;
  readonly auditHead: { readonly sequence: number; readonly hash: string } | null;
}

/** The page with a box for each who signs; the boxes are empty, because a later signature must not cover anything. Ink signs in the box itself; other marks are put into it later. */
export function signatureSectionHtml(signers: readonly PageSigner[]): string {
  const blocks = signers.map((signer) => {
    const { position, side, name, title, partyName, method } = signer;
    const anchor = escapeHtml(signerAnchor(position));
    const box = method === 'wet_ink' ? '<span class="ink-space"></span>' : `<a class="sign-space ${method}" id="${anchor}" href="#${anchor}" aria-hidden="true"></a>`;
    const ink = method === 'wet_ink' ? '<p class="ink">签字或盖章 Signature or seal：____________________　日期 Date：____________</p>' : '';
    const party = partyName === '' ? '' : `<p class="party">${escapeHtml(partyName)}</p>`;
    const role = `${sideWords[side]}${title === '' ? '' : ` · ${escapeHtml(title)}`}`;
    return `<div class="signer">${party}<p>${escapeHtml(name)}　<span class="quiet">${role} · ${methodWords[method]}</span></p>${box}${ink}</div>`;
  });
  return `<section class="contract signing"><h2>签署 Signatures</h2>${blocks.join('')}</section>`;
}

/** The certificate page (签署证明页): what was signed, who approved it, who signs how, and what that is worth. Both languages. */
export function certificatePageHtml(facts: CertificateFacts): string {
  const { approvals, sparingFlow, signers, auditHead, isSealed } = facts;
  const rows: readonly (readonly [string, string, boolean?])[] = [
    ['合同编号 Contract number', facts.number],
    ['名称 Title', facts.title],
    ['版本 Version', String(facts.versionNumber)],
    ['文本校验值 Digest of the text (SHA-256)', facts.contentHash, true],
    ...(facts.envelopeId === null ? [] : [['签署编号 Envelope', facts.envelopeId, true] as const]),
    ['本页生成时间 Page made', facts.composedAt],
    ['审计链末端 Head of the audit chain', auditHead === null ? '—' : `#${auditHead.sequence} ${auditHead.hash}`, true],
  ];
  const methods = [...new Set(signers.map(({ method }) => method))];
  return `<section class="contract signing certificate">
<h1>签署证明 Certificate of signing</h1>
${factsTable(rows)}
<h2>审批 Approvals</h2>
${approvals.length === 0 ? noApprovals(sparingFlow) : approvalTable(approvals)}
<h2>签署 Signatures</h2>
${signerTable(signers)}
${isSealed ? `<p>以下数字签名封存全文 The digital signature below seals the whole document</p><a class="sign-space" id="${sealAnchor}" href="#${sealAnchor}" aria-hidden="true"></a>` : ''}
<h2>效力说明 What these signatures are worth</h2>
${methods.map((method) => `<p><strong>${methodWords[method]}</strong>　${escapeHtml(legalWeightByMethod[method].zh)}</p><p class="en">${escapeHtml(legalWeightByMethod[method].en)}</p>`).join('')}
<p class="quiet">时间取自签署所用电脑的时钟，注明时间戳者除外。可用任意 PDF 阅读器或 Deedbox 离线核验本文件中的数字签名。<br>Times are by the clock of the computer used, unless a time stamp says otherwise. Any PDF reader, or Deedbox without a network, checks the digital signatures in this file.</p>
</section>`;
}

/** The box of the signature that seals a file which nobody else signs with a certificate. */
export const sealAnchor = 'signature-whole';

/** How each way of signing is called on paper. */
export const methodWords: Readonly<Record<SigningMethod, string>> = {
  certificate: '数字证书 Certificate',
  drawn: '当面手写 Drawn in person',
  seal: '电子印章 Company seal',
  wet_ink: '纸质签署 Ink on paper',
  external: '对方工具签署 Signed elsewhere',
};

const sideWords = { us: '我方 Our side', them: '对方 Other side' } as const;

function factsTable(rows: readonly (readonly [string, string, boolean?])[]): string {
  return `<table class="facts"><tbody>${rows
    .map(([label, value, isCode]) => `<tr><th scope="row">${label}</th><td${isCode === true ? ' class="code"' : ''}>${escapeHtml(value)}</td></tr>`)
    .join('')}</tbody></table>`;
}

function noApprovals(sparingFlow: string | null): string {
  if (sparingFlow === null) return '<p>本合同按规定无需审批流程。 No approval flow applied to this contract.</p>';
  return `<p>审批流程“${escapeHtml(sparingFlow)}”中没有适用于本合同的步骤，无需审批。 No step of the approval flow “${escapeHtml(sparingFlow)}” applied to this contract.</p>`;
}

function approvalTable(approvals: readonly PageApproval[]): string {
  const rows = approvals.map(({ step, name, insteadOf, at }) => {
    const person = insteadOf === null ? escapeHtml(name) : `${escapeHtml(name)}<br><span class="quiet">代 for ${escapeHtml(insteadOf)}</span>`;
    return `<tr><td>${escapeHtml(step)}</td><td>${person}</td><td>${escapeHtml(at)}</td></tr>`;
  });
  return `<table class="rows"><thead><tr><th scope="col">步骤 Step</th><th scope="col">审批人 Approved by</th><th scope="col">时间 Time</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function signerTable(signers: readonly PageSigner[]): string {
  const rows = signers.map((signer) => {
    const { position, name, title, partyName, side, method, signedAt } = signer;
    const who = [escapeHtml(name) + (title === '' ? '' : `（${escapeHtml(title)}）`), escapeHtml(partyName), sideWords[side]].filter((part) => part !== '').join('<br>');
    const when = signedAt === null ? `<span class="quiet">${laterWords[method]}</span>` : escapeHtml(signedAt);
    return `<tr><td>${position}</td><td>${who}</td><td>${methodWords[method]}</td><td>${[when, ...detailsOf(signer)].join('<br>')}</td></tr>`;
  });
  return `<table class="rows"><thead><tr><th scope="col">#</th><th scope="col">签署人 Signer</th><th scope="col">方式 Method</th><th scope="col">时间与凭据 Time and evidence</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** What stands for the time of those who sign after this page was made: it can't be added without breaking the others. */
const laterWords: Readonly<Record<SigningMethod, string>> = {
  certificate: '随后以数字签名加入本文件 follows as a digital signature in this file',
  drawn: '随后以数字签名封存加入 follows, sealed by a digital signature',
  seal: '随后以数字签名封存加入 follows, sealed by a digital signature',
  wet_ink: '见纸质原件 see the paper original',
  external: '随后由对方签入本文件 follows in this file, signed by the other side',
};

function detailsOf({ recordedBy, idCheck, evidenceSha256 }: PageSigner): readonly string[] {
  return [
    ...(recordedBy === null ? [] : [`<span class="quiet">经办 Recorded by ${escapeHtml(recordedBy)}</span>`]),
    ...(idCheck === null ? [] : [`<span class="quiet">身份核验 Identified by ${escapeHtml(idCheck)}</span>`]),
    ...(evidenceSha256 === null ? [] : [`<span class="code">SHA-256 ${escapeHtml(evidenceSha256)}</span>`]),
  ];
}

/** What these pages need beside the contract's typography. */
export const signingCss = `
.signing { break-before: page; text-align: left; }
.signing.certificate { font-size: 9pt; line-height: 1.45; }
.signing.certificate > p:last-child { break-before: avoid; }
.signing p { text-indent: 0; margin: 0.35em 0; }
.signing .quiet { color: #555; }
.signing .en { color: #333; }
.signing .code { font-size: 7.5pt; overflow-wrap: anywhere; word-break: break-all; }
.signing table { width: 100%; border-collapse: collapse; }
.signing th, .signing td { border: 0; border-bottom: 0.5pt solid #bbb; padding: 0.25em 0.4em; vertical-align: top; text-align: left; font-weight: 400; }
.signing thead th { border-bottom: 1pt solid #333; font-weight: 700; }
.signing .facts th { width: 36%; color: #444; }
.signing .rows tr, .signing .signer { break-inside: avoid; }
.signing .signer { margin: 0 0 7mm; }
.signing .party { font-weight: 700; }
.signing .sign-space, .signing .ink-space { display: block; width: 96mm; height: 24mm; text-decoration: none; }
.signing .sign-space.drawn { height: 30mm; }
.signing .sign-space.seal { width: 120mm; height: 46mm; }
.signing .ink-space { height: 34mm; }
`;

/** How a person was identified, on paper. */
export const idCheckWords = {
  id_card: '居民身份证 ID card',
  passport: '护照 Passport',
  business_licence: '营业执照及授权书 Business licence and authority',
  known_in_person: '当面相识 Known in person',
} as const;
