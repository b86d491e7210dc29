import { instead, lines, seed, type SeedClause } from './seed.ts';

/** How a contract is changed, ended, notified, interpreted and fought over. */
export const generalClauses: readonly SeedClause[] = [
  seed('assignment', 'assignment', {
    zh: '变更与转让',
    en: 'Amendment and Assignment',
    risk: 'medium',
    preferred: [
      lines('变更本合同，双方应签订书面补充协议。补充协议与本合同不一致的，以补充协议为准。', '未经对方书面同意，任何一方不得转让本合同项下的权利和义务。'),
      lines('The parties shall make any amendment by a written supplementary agreement. A supplementary agreement prevails over this contract.', 'Neither party shall assign its rights or obligations under this contract without the other party’s written consent.'),
    ],
    fallbacks: [
      instead('finance', ['未经对方书面同意，任何一方不得转让本合同项下的权利和义务；【收款方】向银行转让应收账款用于融资的除外，但应于转让之日起5个工作日内书面通知【付款方】。', 'Neither party shall assign its rights or obligations under this contract without the other party’s written consent, except that 【the payee】 may assign its receivables to a bank for financing, of which it shall notify 【the payer】 in writing within 5 working days.'], ['对方需要保理融资时使用。', 'Where the other party finances itself by factoring.']),
    ],
    hardLine: ['不接受对方单方任意转让。', 'Never free assignment by the other party.'],
    guidance: ['金钱债权约定不得转让的，不得对抗第三人（民法典第五百四十五条）。', 'A ban on assigning a money claim does not bind third parties (Civil Code, art. 545).'],
    guarded: true,
  }),
  seed('anti-bribery', 'antiBribery', {
    zh: '廉洁',
    en: 'Integrity and Anti-Bribery',
    risk: 'high',
    preferred: [
      lines('任何一方不得向对方工作人员及其近亲属提供现金、礼品、回扣和其他财产性利益。', '一方违反前款的，对方有权书面通知解除本合同，违反方应按【价款名称】的5%支付违约金。'),
      lines('Neither party shall give cash, gifts, kickbacks or any other pecuniary benefit to the other party’s staff or their close relatives.', 'If a party breaches the preceding paragraph, the other party may terminate this contract by written notice, and the party in breach shall pay liquidated damages of 5% of 【the price】.'),
    ],
    hardLine: ['不接受删除本条。', 'Never without this clause.'],
    guidance: ['双方对等；不得改为单方义务。', 'Mutual; never one-sided.'],
    guarded: true,
  }),
  seed('notices', 'notices', {
    zh: '通知与送达',
    en: 'Notices and Service',
    risk: 'medium',
    preferred: [
      lines(
        '双方的送达地址、联系人、联系电话和电子邮箱以本合同首部所列为准。该送达地址同时适用于诉讼、仲裁、执行程序中法律文书的送达。',
        '专人递送的，签收之日为送达之日；以邮政特快专递寄送的，交邮后第3日为送达之日；以电子邮件发送的，邮件进入对方邮件系统之日为送达之日。',
        '一方变更前述信息的，应于变更之日起3个工作日内书面通知对方；未通知的，向原地址发出的通知在前款所列之日视为送达。收件人拒收的，退回之日视为送达之日。',
      ),
      lines(
        'The parties’ notice addresses, contact persons, telephone numbers and email addresses are those stated at the head of this contract. They apply also to the service of documents in litigation, arbitration and enforcement.',
        'A notice is served: if delivered by hand, on the day of receipt; if sent by Express Mail Service, on the third day after posting; if sent by email, on the day on which it enters the recipient’s mail system.',
        'A party whose particulars change shall notify the other party in writing within 3 working days of the change; failing that, a notice sent to the former address is deemed served on the day stated in the preceding paragraph. A notice that is refused is deemed served on the day on which it is returned.',
      ),
    ],
    fallbacks: [
      instead('legal', ['双方的送达地址以本合同首部所列为准，并适用于诉讼、仲裁、执行程序中法律文书的送达。通知以邮政特快专递寄送，交邮后第5日视为送达。', 'The parties’ notice addresses are those stated at the head of this contract and apply also to the service of documents in litigation, arbitration and enforcement. Notices are sent by Express Mail Service and are deemed served on the fifth day after posting.'], ['对方不接受电子邮件送达时使用。', 'Where the other party does not accept service by email.']),
    ],
    hardLine: ['必须约定视为送达，且适用于诉讼文书。', 'Deemed service, of court documents too, is a must.'],
    guidance: ['送达地址条款独立有效，争议发生后仍适用。', 'The clause stands by itself and applies after a dispute has arisen.'],
    guarded: true,
  }),
  seed('termination-cause', 'termination', {
    zh: '违约解除',
    en: 'Termination for Cause',
    risk: 'high',
    preferred: [
      lines('一方违反本合同，经书面催告后【纠正期】内仍未纠正的，对方有权书面通知解除本合同。', '解除通知到达对方之日，本合同解除。解除权自解除权人知道或者应当知道解除事由之日起90日内不行使的，该解除权消灭。'),
      lines('If a party breaches this contract and does not cure the breach within 【cure period】 of a written demand, the other party may terminate this contract by written notice.', 'This contract terminates on the day on which the notice of termination reaches the other party. A right to terminate lapses if it is not exercised within 90 days of the day on which its holder knew or should have known of its cause.'),
    ],
    hardLine: ['不接受没有催告和纠正期的单方解除权。', 'Never a one-sided right to terminate without demand and cure period.'],
    guidance: ['纠正期通常为15日。', 'The cure period is usually 15 days.'],
  }),
  seed('termination-convenience', 'termination', {
    zh: '任意解除',
    en: 'Termination for Convenience',
    risk: 'high',
    preferred: [
      '任何一方提前【通知期】书面通知对方，可以解除本合同；解除方应赔偿对方因此受到的直接损失，可归责于对方的除外。',
      'Either party may terminate this contract by giving the other 【notice period】 written notice. The terminating party shall compensate the other party for the resulting direct loss, unless the other party is responsible for the termination.',
    ],
    fallbacks: [
      instead('contract_manager', ['【一方】提前90日书面通知对方，可以解除本合同，并应支付截至解除之日已完成部分的款项。', '【A party】 may terminate this contract by giving the other 90 days’ written notice and shall pay for what has been completed by the date of termination.'], ['仅一方需要退出权时使用。', 'Where one party only needs a way out.']),
    ],
    hardLine: ['通知期不少于15日。', 'No less than 15 days’ notice.'],
    guidance: ['一次性买卖不约定任意解除。', 'Not for a single sale.'],
  }),
  seed('termination-consequences', 'termination', {
    zh: '解除与终止的后果',
    en: 'Consequences of Termination',
    risk: 'medium',
    preferred: [
      '本合同【终止或者解除】不影响守约方请求赔偿损失的权利，也不影响【保密条款】、【通知条款】、【争议条款】以及结算条款的效力。',
      '【Expiry or termination】 does not affect the right of the party not in breach to claim damages, or the effect of 【confidentiality】, 【notices】, 【disputes】 and the provisions on settlement.',
    ],
    hardLine: ['保密、结算、争议解决条款必须存续。', 'Confidentiality, settlement and disputes must survive.'],
    guidance: ['同时写明结算期限与资料返还。', 'Say also when accounts are settled and papers returned.'],
  }),
  seed('renewal', 'renewal', {
    zh: '续期与不续期通知',
    en: 'Renewal and Opt-out',
    risk: 'high',
    preferred: [
      '初始期限或者续期届满【不续期通知期】前，任何一方均未书面通知对方不再续期的，本合同自动续期【续期期限】，自动续期以【次数】次为限。',
      'Unless a party gives the other written notice of non-renewal at least 【notice of non-renewal】 before the initial term or a renewal term expires, this contract renews for 【renewal term】. It renews no more than 【number】 times.',
    ],
    hardLine: ['自动续期必须有通知期、每次期限和次数上限。', 'Renewal needs a notice period, a term and a limit.'],
    guidance: ['不续期通知期以30至60日为宜。', 'A notice period of 30 to 60 days serves well.'],
    approver: 'contract_manager',
    guarded: true,
  }),
  seed('fixed-term', 'renewal', {
    zh: '期满终止，不自动续期',
    en: 'Fixed Term without Renewal',
    risk: 'low',
    preferred: [
      '期限届满，本合同终止；双方续约的，应于期限届满30日前另订书面合同。',
      'This contract ends when its term expires. If the parties wish to continue, they shall make a new written contract at least 30 days before expiry.',
    ],
    hardLine: ['期满后未续约的，不得按原条件继续履行超过30日。', 'Never more than 30 days of performance after expiry without a new contract.'],
    guidance: ['与“续期与不续期通知”二选一。', 'Instead of “Renewal and Opt-out”, never beside it.'],
    approver: 'contract_manager',
  }),
  seed('governing-law', 'governingLaw', {
    zh: '法律适用',
    en: 'Governing Law',
    risk: 'medium',
    preferred: [
      '本合同的订立、效力、解释、履行和争议解决，适用中华人民共和国法律（为本合同之目的，不包括香港特别行政区、澳门特别行政区和台湾地区法律）【排除公约】。',
      'The making, validity, interpretation and performance of this contract and the resolution of disputes are governed by the laws of the People’s Republic of China (for this purpose excluding those of the Hong Kong and Macao Special Administrative Regions and of Taiwan). 【exclusion of conventions】',
    ],
    fallbacks: [
      instead('legal', ['本合同适用香港特别行政区法律。', 'This contract is governed by the laws of the Hong Kong Special Administrative Region.'], ['仅限一方为境外主体的合同。', 'Only where a party is foreign.']),
    ],
    hardLine: ['不接受双方均为境内主体而适用境外法律。', 'Never foreign law between two domestic parties.'],
    guidance: ['跨境买卖写明是否排除《联合国国际货物销售合同公约》。', 'In cross-border sales say whether the CISG is excluded.'],
    guarded: true,
  }),
  seed('court', 'disputes', {
    zh: '诉讼管辖',
    en: 'Court',
    risk: 'medium',
    preferred: [
      '任何一方均可向【地点】有管辖权的人民法院提起诉讼。',
      'Either party may bring an action before the people’s court with jurisdiction at 【place】.',
    ],
    hardLine: ['不得同时约定诉讼与仲裁。', 'Never court and arbitration together.'],
    guidance: ['约定的法院应与争议有实际联系（民事诉讼法第三十五条）。', 'The court must have an actual link to the dispute (Civil Procedure Law, art. 35).'],
    guarded: true,
  }),
  seed('arbitration', 'disputes', {
    zh: '仲裁',
    en: 'Arbitration',
    risk: 'medium',
    preferred: [
      '任何一方均可将争议提交【仲裁机构】，按照申请仲裁时该机构现行有效的仲裁规则仲裁。仲裁地为【仲裁地】。仲裁裁决是终局的，对双方均有约束力。',
      'Either party may submit the dispute to the 【institution】 for arbitration under the rules of that institution in force when arbitration is applied for. The seat of arbitration is 【seat】. The award is final and binding on both parties.',
    ],
    fallbacks: [
      instead('legal', ['任何一方均可将争议提交【仲裁机构】，按照申请仲裁时该机构现行有效的仲裁规则仲裁。仲裁地为【仲裁地】，仲裁语言为【中文】，仲裁庭由【一】名仲裁员组成。仲裁裁决是终局的，对双方均有约束力。', 'Either party may submit the dispute to the 【institution】 for arbitration under the rules of that institution in force when arbitration is applied for. The seat of arbitration is 【seat】, the language of arbitration is 【language】, and the tribunal consists of 【number】 arbitrator(s). The award is final and binding on both parties.'], ['涉外合同，需要约定语言与人数时使用。', 'For foreign parties: with language and number of arbitrators.']),
    ],
    hardLine: ['必须写明具体仲裁机构名称。', 'The institution must be named.'],
    guidance: ['仲裁协议须有请求仲裁的意思表示、仲裁事项、选定的仲裁委员会（仲裁法第二十七条）。', 'Intent, subject and institution: three elements (Arbitration Law, art. 27).'],
    guarded: true,
  }),
  seed('e-signature', 'electronicSignature', {
    zh: '约定的电子签名方式',
    en: 'Agreed Electronic Signature',
    risk: 'medium',
    preferred: [
      lines('双方同意以下列方式签署的电子签名与手写签名或者盖章具有同等的法律效力：【签名方式】。', '电子签名制作数据应由签名人专有并由其控制。签署后对电子签名或者本合同内容的任何改动，应能够被发现。'),
      lines('The parties agree that an electronic signature made as follows has the same legal force as a handwritten signature or seal: 【method】.', 'The data used to create the electronic signature shall belong to and be controlled by the signatory alone. Any change to the electronic signature or to the content of this contract after signing shall be detectable.'),
    ],
    fallbacks: [
      instead('contract_manager', ['本合同以纸质文件签署并加盖公章；电子文本仅供存档。', 'This contract is signed and sealed on paper; electronic copies are for the file only.'], ['对方不接受电子签名时使用。', 'Where the other party does not accept electronic signatures.']),
    ],
    hardLine: ['不动产权益转让等法律另有规定的文书不采用电子签名。', 'Not for documents that the law excepts, such as transfers of real property.'],
    guidance: ['依据电子签名法第十三条、第十四条。', 'Electronic Signature Law, arts. 13 and 14.'],
  }),
  seed('entire-agreement', 'entireAgreement', {
    zh: '完整协议',
    en: 'Entire Agreement',
    risk: 'low',
    preferred: [
      '本合同构成双方就【事项】达成的全部协议，取代双方此前的口头和书面约定。',
      'This contract is the entire agreement of the parties on 【subject】 and replaces all earlier oral and written arrangements.',
    ],
    hardLine: ['不接受以对方采购订单条款优先于本合同。', 'Never the other party’s order terms over this contract.'],
    guidance: ['有附件的，列明名称与份数。', 'List the annexes by name.'],
    guarded: true,
  }),
  seed('counterparts', 'entireAgreement', {
    zh: '文本与份数',
    en: 'Text and Counterparts',
    risk: 'low',
    preferred: [
      lines('本合同有中文、英文两种文本的，两种文本不一致时以中文文本为准。', '本合同一式【份数】份，甲方、乙方各执【份数】份，具有同等法律效力。'),
      lines('If this contract is made in Chinese and English and the two texts differ, the Chinese text prevails.', 'This contract is made in 【number】 originals of equal force, 【number】 for 【Party A】 and 【number】 for 【Party B】.'),
    ],
    hardLine: ['双语合同必须约定优先文本。', 'A bilingual contract must say which text prevails.'],
    guidance: ['份数与用印登记一致。', 'The number must agree with the seal register.'],
  }),
];
