import type { Report } from '../reports/model.ts';

/** The page that is seen when a copy with a password is opened: what lies inside, and how to take it out. */
export function wrapperCover(facts: { readonly number: string; readonly title: string; readonly fileName: string; readonly sha256: string; readonly byteLength: number }): Report {
  const { number, title, fileName, sha256, byteLength } = facts;
  return {
    language: 'zh',
    title,
    subtitle: '加密副本 Encrypted copy',
    mark: number,
    facts: [
      { label: '合同编号 Contract number', value: number },
      { label: '附件 Attached file', value: fileName },
      { label: '大小 Size', value: `${byteLength.toLocaleString('en')} bytes` },
      { label: '校验值 SHA-256', value: sha256 },
    ],
    sections: [
      {
        heading: '如何打开',
        blocks: [
          { kind: 'paragraph', text: '已签署的合同作为附件保存在本文件中。请在阅读器的“附件”面板中打开或另存该文件。' },
          { kind: 'paragraph', text: '给已签名的文件直接加密会使签名失效，因此采用外层加密（AES-256）。取出的文件与签署时逐字节一致，其中的数字签名全部有效。' },
        ],
      },
      {
        heading: 'How to open it',
        blocks: [
          { kind: 'paragraph', text: 'The signed contract is attached to this file. Open it, or save it, from the attachments panel of your reader.' },
          { kind: 'paragraph', text: 'To encrypt a signed file itself would break its signatures, so it travels inside an encrypted one (AES-256). What you take out is, byte for byte, the file that was signed, and every signature in it is valid.' },
        ],
      },
    ],
  };
}
