import type { SigningMethod } from './envelope-model.ts';

/** What a way of signing is worth in a dispute, told plainly. A basis to think about, no legal advice. */
export interface LegalWeight {
  readonly strength: 'strong' | 'middle' | 'agreed';
  readonly zh: string;
  readonly en: string;
}

const art13 = '《电子签名法》第十三条';
const art14 = '第十四条';
const art16 = '第十六条';

export const legalWeightByMethod: Readonly<Record<SigningMethod, LegalWeight>> = {
  certificate: {
    strength: 'middle',
    zh: `数字签名能证明文件未被改动（${art13}第（三）（四）项）。自签证书不能证明签署人身份；需由第三方认证的，应使用依法设立的电子认证服务机构签发的证书（${art16}）。符合${art13}条件的，与手写签名或者盖章具有同等效力（${art14}）。`,
    en: 'A digital signature shows that the file was not changed (E-Signature Law, art. 13 (3) and (4)). A self-issued certificate does not prove who signed; where third-party certification is needed, use one from a licensed certification authority (art. 16). A signature that meets art. 13 has the force of a handwritten one or a seal (art. 14).',
  },
  drawn: {
    strength: 'agreed',
    zh: `屏幕手写签名本身不满足${art13}“专有、专控”的全部条件，其效力主要来自各方约定（${art13}第二款）、身份核验记录以及随后加盖的数字签名。建议在合同中写入约定条款；重要合同宜采用纸质签署。`,
    en: 'A signature drawn on a screen does not by itself meet all of art. 13 (exclusive to, and controlled by, the signer). It rests on what the parties agreed (art. 13 para. 2), on the record of identification, and on the digital signature put over it. Put the clause into the contract; prefer paper for what matters most.',
  },
  seal: {
    strength: 'agreed',
    zh: `印章图片容易被复制，单独使用不构成可靠的电子签名。其证明力来自用印审批与用印记录，以及覆盖全文的数字签名（${art13}、${art14}）。对方要求实体用印的，请采用纸质签署。`,
    en: 'The picture of a seal is easily copied and alone is no reliable electronic signature. It rests on the record of its use and on the digital signature over the whole document (arts. 13, 14). Where the other side wants a stamped original, sign on paper.',
  },
  wet_ink: {
    strength: 'strong',
    zh: '纸质原件上的签字、盖章证明力最强。扫描件只是副本：请妥善保管原件，并登记存放位置与份数。',
    en: 'Ink and seal on the paper original are the strongest evidence. The scan is a copy: keep the original, and record where it lies and how many there are.',
  },
  external: {
    strength: 'middle',
    zh: `效力取决于对方使用的签名工具和证书（${art13}、${art16}）。Deedbox 核验文件是否被改动，并与已批准的文本比对，但不能核验对方证书的签发机构是否仍然有效。`,
    en: 'Its weight depends on the tool and the certificate that the other side used (arts. 13, 16). Deedbox checks whether the file was changed and holds it against the approved text; it cannot ask whether the issuer still vouches for the certificate.',
  },
};

/** The clause that makes a way of signing one that the parties agreed on (art. 13 para. 2), to copy into a contract. */
export const agreedMethodClause = {
  zh: '各方同意，本合同可以采用电子签名方式签署。各方认可下列方式为约定的电子签名方式：（一）使用数字证书签署；（二）经核验身份后，由签署人在屏幕上手写签名，并由一方以数字签名对全文进行封存。以上述方式签署的本合同与纸质签署具有同等法律效力。各方均确认，以文件校验值（SHA-256）及数字签名作为判断文件是否被改动的依据。',
  en: 'The parties agree that this contract may be signed electronically, and accept as agreed methods (a) a signature with a digital certificate, and (b) a signature written by the signatory on a screen after identification, sealed over the whole document by a digital signature of a party. A contract so signed has the same legal force as one signed on paper. The parties take the digest of the file (SHA-256) and the digital signatures as the measure of whether the file was changed.',
} as const;
