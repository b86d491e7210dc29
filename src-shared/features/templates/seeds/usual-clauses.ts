import { clause, p, signatures, standard, when, type Paired, type Words } from './paired.ts';

/** What the usual clauses call things in one contract. */
export interface Names {
  /** The contract itself: 本合同, this contract. */
  readonly price: Words;
  readonly payer: Words;
  readonly payee: Words;
  /** What the contract is about, for its entire-agreement clause. */
  readonly subject: Words;
  readonly signers: readonly [readonly [role: Words, key: string], readonly [role: Words, key: string]];
}

/** Definitions, with those of the contract's own behind them. */
export function definitions(...own: readonly Words[]): Paired {
  return clause(null, ['定义与解释', 'Definitions and Interpretation'], ...standard('definitions', ['{{#notices}}'], ['{{#notices}}']), ...own);
}

/** Issue of invoices before each payment. */
export function invoice({ payee, payer }: Names): readonly Words[] {
  return standard('invoice', [payee[0], payer[0], '{{invoiceType}}'], [payee[1], payer[1], '{{invoiceType}}']);
}

/** Damages for late payment. */
export function latePayment({ payee, payer }: Names): readonly Words[] {
  return standard('late-payment', [payer[0], '{{lateRate}}', payee[0]], [payer[1], payee[1], '{{lateRate}}']);
}

/** The cap, confidentiality, force majeure, amendment and assignment. */
export function risk({ price }: Names): readonly Paired[] {
  return [
    clause(null, ['赔偿范围与责任上限', 'Damages and Cap on Liability'], ...standard('liability-cap', [price[0], price[0], '{{liabilityCap}}'], [price[1], '{{liabilityCap}}', price[1]])),
    clause('confidentiality', ['保密', 'Confidentiality'], ...standard('confidentiality')),
    clause('force-majeure', ['不可抗力', 'Force Majeure'], ...standard('force-majeure')),
    clause(null, ['变更与转让', 'Amendment and Assignment'], ...standard('assignment')),
  ];
}

/** Termination by agreement and for the causes named, with the end of the right. Causes stand in one list. */
export function termination(causes: Words, ...own: readonly Words[]): Paired {
  return clause(
    'termination',
    ['解除', 'Termination'],
    ['双方协商一致，可以书面解除本合同。', 'The parties may terminate this contract by written agreement.'],
    ...own,
    [`有下列情形之一的，守约方有权书面通知违约方解除本合同：${causes[0]}；一方违反{{#confidentiality}}，经书面催告后{{curePeriod}}内仍未纠正的。`, `The party not in breach may terminate this contract by written notice if: ${causes[1]}; or a party breaches {{#confidentiality}} and does not cure the breach within {{curePeriod}} of a written demand.`],
    ['解除通知到达对方之日，本合同解除。解除权自解除权人知道或者应当知道解除事由之日起90日内不行使的，该解除权消灭。', 'This contract terminates on the day on which the notice of termination reaches the other party. A right to terminate lapses if it is not exercised within 90 days of the day on which its holder knew or should have known of its cause.'],
  );
}

/** What follows the end of the contract; the contract's own consequences come first. */
export function consequences(...own: readonly Words[]): Paired {
  return clause(
    'consequences',
    ['终止与解除的后果', 'Consequences of Expiry and Termination'],
    ...own,
    ...standard('termination-consequences', ['终止或者解除', '{{#confidentiality}}', '{{#notices}}', '{{#disputes}}'], ['Expiry or termination', '{{#confidentiality}}', '{{#notices}}', '{{#disputes}}']),
  );
}

/** Integrity, notices, law, disputes, text, effect and signatures: how every contract ends. */
export function closing({ price, subject, signers }: Names, texts: { readonly excludesConvention?: true } = {}): readonly Paired[] {
  const exclusion = texts.excludesConvention === true;
  return [
    clause(null, ['廉洁', 'Integrity and Anti-Bribery'], ...standard('anti-bribery', [price[0]], [price[1]])),
    clause('notices', ['通知与送达', 'Notices and Service'], ...standard('notices')),
    clause(
      null,
      ['法律适用', 'Governing Law'],
      ...standard('governing-law', [exclusion ? '，不适用《联合国国际货物销售合同公约》' : ''], [exclusion ? 'The United Nations Convention on Contracts for the International Sale of Goods does not apply.' : '']).map(([zh, en]): Words => [zh, en.trim()]),
    ),
    disputes(),
    clause(
      null,
      ['合同的组成与文本', 'Entire Agreement and Text'],
      [`本合同构成双方就${subject[0]}达成的全部协议，取代双方此前的口头和书面约定。本合同无附件。`, `This contract is the entire agreement of the parties on ${subject[1]} and replaces all earlier oral and written arrangements. This contract has no annexes.`],
      ['本合同任何条款无效的，不影响其他条款的效力。', 'If a provision of this contract is invalid, the other provisions remain in effect.'],
      ['本合同有中文、英文两种文本的，两种文本不一致时以中文文本为准。', 'If this contract is made in Chinese and English and the two texts differ, the Chinese text prevails.'],
      ['本合同一式四份，甲方、乙方各执两份，具有同等法律效力。', 'This contract is made in four originals of equal force, two for Party A and two for Party B.'],
    ),
    effect(),
    p(['（以下无正文，为签署栏）', '(End of text. The parties sign below.)']),
    signatures(...signers),
  ];
}

/** Negotiation for thirty days, then the court or the institution chosen. */
export function disputes(): Paired {
  return clause(
    'disputes',
    ['争议解决', 'Dispute Resolution'],
    ['因本合同发生的争议，双方应协商解决；自一方书面提出协商之日起30日内未达成协议的，按下一款处理。', 'The parties shall negotiate any dispute arising from this contract. If they reach no agreement within 30 days of a party’s written request to negotiate, the next paragraph applies.'],
    when('disputeMode', 'court', ...standard('court', ['{{court}}'], ['{{court}}'])),
    when('disputeMode', 'arbitration', ...standard('arbitration', ['{{arbitrationInstitution}}', '{{arbitrationSeat}}'], ['{{arbitrationInstitution}}', '{{arbitrationSeat}}'])),
  );
}

export function effect(): Paired {
  return clause(null, ['生效', 'Effect'], [
    '本合同自双方签字并加盖公章或者合同专用章（自然人仅需签字），且{{effectiveDate}}届至之日起生效。',
    'This contract takes effect once both parties have signed it and affixed their company seals or contract seals (the signature of an individual is enough), and {{effectiveDate}} has arrived.',
  ]);
}
