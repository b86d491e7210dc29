import { instead, lines, seed, type SeedClause } from './seed.ts';

/** What happens when something goes wrong, and how far it goes. */
export const liabilityClauses: readonly SeedClause[] = [
  seed('late-payment', 'liability', {
    zh: '逾期付款违约金',
    en: 'Damages for Late Payment',
    risk: 'medium',
    preferred: [
      '【付款方】逾期付款的，每逾期一日，应按逾期金额的【日利率】向【收款方】支付违约金。',
      'For each day of late payment, 【the payer】 shall pay 【the payee】 liquidated damages of 【daily rate】 of the overdue amount.',
    ],
    hardLine: ['日利率不超过0.1%。', 'No more than 0.1% a day.'],
    guidance: ['日利率通常约定0.05%；超过0.1%的，有被法院调减的风险。', 'Usually 0.05%; more than 0.1% a day is likely to be cut by a court.'],
    approver: 'finance',
  }),
  seed('liability-cap', 'liability', {
    zh: '赔偿范围与责任上限',
    en: 'Damages and Cap on Liability',
    risk: 'high',
    preferred: [
      lines(
        '任何一方支付的迟延违约金累计不超过【价款名称】的20%。违约金低于实际损失的，违约方应补足差额。',
        '违约方应赔偿的损失包括守约方的直接损失，以及守约方为实现债权支付的诉讼费、仲裁费、保全费、公证费和律师费。',
        '任何一方在本合同项下承担的违约责任总额不超过【价款名称】的【责任上限】。因故意或者重大过失造成对方财产损失的、造成对方人身损害的，以及违反保密义务、侵犯第三人知识产权的，不受该上限限制。',
      ),
      lines(
        'Liquidated damages for delay payable by either party shall not exceed 20% of 【the price】 in total. If they fall short of the actual loss, the party in breach shall pay the difference.',
        'The party in breach shall compensate the other party for its direct loss and for the court fees, arbitration fees, preservation fees, notarial fees and lawyers’ fees that it pays to enforce its claim.',
        'The total liability of either party for breach of this contract shall not exceed 【cap】 of 【the price】. This cap does not apply to loss of property caused intentionally or by gross negligence, to personal injury, to breach of confidentiality, or to infringement of third-party intellectual property.',
      ),
    ],
    fallbacks: [
      instead('legal', ['任何一方在本合同项下承担的违约责任总额不超过【价款名称】的150%。因故意或者重大过失造成对方财产损失的、造成对方人身损害的，不受该上限限制。', 'The total liability of either party for breach of this contract shall not exceed 150% of 【the price】. This cap does not apply to loss of property caused intentionally or by gross negligence, or to personal injury.'], ['对方坚持提高上限时使用。', 'Where the other party insists on a higher cap.']),
      instead('contract_manager', ['任何一方在本合同项下承担的违约责任总额不超过违约行为发生前12个月内【付款方】已付的款项。因故意或者重大过失造成对方财产损失的、造成对方人身损害的，不受该上限限制。', 'The total liability of either party for breach of this contract shall not exceed the sums paid by 【the payer】 in the 12 months before the breach. This cap does not apply to loss of property caused intentionally or by gross negligence, or to personal injury.'], ['持续性服务、订阅类合同使用。', 'For continuing services and subscriptions.']),
    ],
    hardLine: ['不接受无上限责任；不接受免除人身损害、故意和重大过失的责任（民法典第五百零六条）。', 'Never unlimited liability; never an exclusion for personal injury, intent or gross negligence (Civil Code, art. 506).'],
    guidance: ['上限与合同金额挂钩；间接损失写明是否赔偿。', 'Tie the cap to the price; say whether indirect loss is covered.'],
    guarded: true,
  }),
  seed('confidentiality', 'confidentiality', {
    zh: '保密',
    en: 'Confidentiality',
    risk: 'medium',
    preferred: [
      lines('双方对因订立、履行本合同知悉的对方技术信息和经营信息承担保密义务，未经对方书面同意，不得向第三人披露，也不得用于履行本合同以外的目的。', '保密义务自本合同生效之日起至本合同终止之日后3年届满时止。法律规定或者行政机关、司法机关依法要求披露的除外，但披露方应在披露前3个工作日内书面通知对方。'),
      lines('Each party shall keep confidential the other party’s technical and business information learned in making or performing this contract, and shall not, without the other party’s written consent, disclose it to a third party or use it for any purpose other than performing this contract.', 'This duty lasts from the date on which this contract takes effect until 3 years after this contract ends. It does not apply to disclosure required by law or lawfully ordered by an administrative or judicial authority, provided that the disclosing party shall notify the other party in writing at least 3 working days before disclosure.'),
    ],
    fallbacks: [
      instead('legal', ['双方对因订立、履行本合同知悉的、标明“保密”的对方信息承担保密义务，未经对方书面同意，不得向第三人披露。保密义务至本合同终止之日后2年届满时止。', 'Each party shall keep confidential the other party’s information marked “Confidential” that it learns in making or performing this contract, and shall not disclose it to a third party without the other party’s written consent. This duty lasts until 2 years after this contract ends.'], ['对方要求以标注为前提时使用。', 'Where the other party asks for marking.']),
    ],
    hardLine: ['保密期不少于2年；不接受单方保密义务。', 'No less than 2 years; never one-sided.'],
    guidance: ['涉及源代码、配方的，保密期写至为公众所知悉之日。', 'For source code and formulas let the duty last until the information becomes public.'],
    guarded: true,
  }),
  seed('ip-warranty', 'intellectualProperty', {
    zh: '不侵权保证',
    en: 'Non-infringement',
    risk: 'high',
    preferred: [
      lines('【提供方】保证【标的】不侵犯第三人的专利权、商标权、著作权和商业秘密。', '第三人就【标的】向【接受方】主张侵权的，【接受方】应于收到主张之日起10日内通知【提供方】，【提供方】应自负费用应对，并赔偿【接受方】因此支付的赔偿金、诉讼费、律师费。'),
      lines('【The supplier】 warrants that 【the subject matter】 do not infringe any patent, trade mark, copyright or trade secret of a third party.', 'If a third party claims infringement against 【the recipient】, 【the recipient】 shall notify 【the supplier】 within 10 days of receiving the claim. 【The supplier】 shall answer the claim at its own expense and compensate 【the recipient】 for damages, court fees and lawyers’ fees paid because of it.'),
    ],
    hardLine: ['作为买方、委托方时，不接受删除不侵权保证。', 'Never without this warranty when we buy or commission.'],
    guidance: ['含开源组件的，另附清单与许可证。', 'Annex a list of open-source components and their licences.'],
  }),
  seed('ip-ownership', 'intellectualProperty', {
    zh: '成果的知识产权归属',
    en: 'Ownership of Deliverables',
    risk: 'high',
    preferred: [
      '成果的全部知识产权，自【委托方】付清【价款名称】之日起归【委托方】所有；【受托方】应于该日起15日内配合办理权属登记。',
      'All intellectual property in the Deliverables belongs to 【the client】 from the day on which it has paid 【the price】 in full. 【The provider】 shall assist with registration of title within 15 days of that day.',
    ],
    fallbacks: [
      instead('legal', ['成果的全部知识产权归【受托方】所有；【受托方】许可【委托方】在全球范围内永久、免费、非独占地使用成果。', 'All intellectual property in the Deliverables belongs to 【the provider】, which grants 【the client】 a worldwide, perpetual, royalty-free and non-exclusive licence to use the Deliverables.'], ['受托方交付标准化产品时使用。', 'Where the provider delivers a standard product.']),
    ],
    hardLine: ['委托开发成果不得约定由第三人所有。', 'Never ownership by a third party.'],
    guidance: ['未约定的，委托开发的专利申请权归研究开发人（民法典第八百五十九条）。', 'Without agreement the developer may apply for the patent (Civil Code, art. 859).'],
  }),
  seed('personal-data', 'personalData', {
    zh: '个人信息保护',
    en: 'Personal Information',
    risk: 'high',
    preferred: [
      lines(
        '【委托方】委托【受托方】处理个人信息的，处理目的限于【目的】，处理的个人信息种类限于【委托方】书面交付的清单，处理期限与本合同期限相同。',
        '【受托方】应对个人信息采取加密、访问控制和操作留痕措施，不得转委托他人处理，不得向中华人民共和国境外提供。',
        '发生个人信息泄露、篡改、丢失的，【受托方】应于知道之时起24小时内书面通知【委托方】，并自负费用采取补救措施。',
        '【受托方】应于本合同终止之日起15日内，将个人信息返还【委托方】或者删除，并向【委托方】出具书面证明。',
      ),
      lines(
        'Where 【the client】 entrusts 【the provider】 with personal information, the purpose of processing is limited to 【purpose】, the kinds of personal information are limited to those in the list delivered by 【the client】 in writing, and the period of processing is the term of this contract.',
        '【The provider】 shall encrypt the personal information, control access to it and log operations on it. 【The provider】 shall not entrust others with its processing or provide it outside the Chinese mainland.',
        'If personal information is leaked, altered or lost, 【the provider】 shall notify 【the client】 in writing within 24 hours of learning of it and take remedial measures at its own expense.',
        'Within 15 days of the end of this contract, 【the provider】 shall return the personal information to 【the client】 or delete it, and certify this to 【the client】 in writing.',
      ),
    ],
    fallbacks: [
      instead('legal', ['【受托方】经【委托方】事先书面同意，可以转委托他人处理个人信息，并就其行为向【委托方】承担责任。发生个人信息泄露、篡改、丢失的，【受托方】应于知道之时起48小时内书面通知【委托方】。', 'With the prior written consent of 【the client】, 【the provider】 may entrust others with the processing of personal information and is liable to 【the client】 for their acts. If personal information is leaked, altered or lost, 【the provider】 shall notify 【the client】 in writing within 48 hours of learning of it.'], ['受托方依赖云服务商时使用。', 'Where the provider relies on a cloud provider.']),
    ],
    hardLine: ['未经安全评估或者标准合同备案，不得向境外提供个人信息。', 'Never a transfer abroad without the security assessment or the filed standard contract.'],
    guidance: ['依据个人信息保护法第二十一条、第五十九条。', 'Personal Information Protection Law, arts. 21 and 59.'],
    guarded: true,
  }),
  seed('force-majeure', 'forceMajeure', {
    zh: '不可抗力',
    en: 'Force Majeure',
    risk: 'low',
    preferred: [
      lines(
        '不可抗力指不能预见、不能避免且不能克服的客观情况。',
        '因不可抗力不能履行本合同的，遭受不可抗力的一方应于不可抗力发生之日起5日内书面通知对方，并于发生之日起15日内提供公证机构或者政府部门出具的证明；遭受方在不可抗力影响范围内免除违约责任，履行期限按影响日数顺延。',
        '不可抗力持续超过60日的，任何一方有权书面通知对方解除本合同，双方按已履行的情况结算。',
        '金钱债务不因不可抗力免除。',
      ),
      lines(
        'Force majeure means objective circumstances that cannot be foreseen, avoided or overcome.',
        'A party prevented from performing by force majeure shall notify the other party in writing within 5 days of its occurrence and provide a certificate of a notary or government authority within 15 days of its occurrence. To the extent of the effect of force majeure that party is released from liability, and its time for performance is extended by the number of days affected.',
        'If force majeure lasts for more than 60 days, either party may terminate this contract by written notice, and the parties shall settle on the basis of what has been performed.',
        'Force majeure does not release a party from an obligation to pay money.',
      ),
    ],
    fallbacks: [
      instead('legal', ['因不可抗力不能履行本合同的，遭受不可抗力的一方应于不可抗力发生之日起10日内书面通知对方，并在不可抗力影响范围内免除违约责任。不可抗力持续超过90日的，任何一方有权书面通知对方解除本合同。', 'A party prevented from performing by force majeure shall notify the other party in writing within 10 days of its occurrence and is released from liability to the extent of its effect. If force majeure lasts for more than 90 days, either party may terminate this contract by written notice.'], ['对方要求更长期限时使用。', 'Where the other party asks for longer periods.']),
    ],
    hardLine: ['不接受把市场价格变化、资金困难、上游断供列为不可抗力。', 'Never price changes, lack of funds or a supplier’s failure as force majeure.'],
    guidance: ['依据民法典第一百八十条、第五百九十条。', 'Civil Code, arts. 180 and 590.'],
    guarded: true,
  }),
  seed('insurance', 'insurance', {
    zh: '保险',
    en: 'Insurance',
    risk: 'medium',
    preferred: [
      '【投保方】应于【开始日】以前自负费用投保【险种】，保险金额不低于【保险金额】，保险期间覆盖【期间】，并于投保之日起5个工作日内向对方提供保险单副本。',
      'No later than 【starting day】, 【the insuring party】 shall at its own expense take out 【kind of insurance】 for no less than 【sum insured】 covering 【period】, and give the other party a copy of the policy within 5 working days of taking it out.',
    ],
    hardLine: ['保险不免除投保方的合同责任。', 'Insurance never replaces liability.'],
    guidance: ['工程类合同至少投保工伤保险与建筑意外险。', 'Works contracts need at least work-injury and construction accident insurance.'],
  }),
];
