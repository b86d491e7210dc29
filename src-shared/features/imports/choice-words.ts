import type { Choice, ChoiceName } from './model.ts';

/**
 * The words by which ledgers name a choice, in both languages, as `normaliseWord` leaves them (lower case, without
 * spaces and punctuation). The choice's own code counts as a word too and isn't repeated.
 */
export const wordsByChoice: { readonly [Name in ChoiceName]: Readonly<Record<Choice<Name>, readonly string[]>> } = {
  contractType: {
    sales: ['买卖', '买卖合同', '销售', '销售合同', '购销合同', 'sale', 'salecontract', 'saleofgoods', 'salesandpurchase'],
    purchase: ['采购', '采购合同', '购买', 'procurement', 'purchasing', 'purchasecontract'],
    framework: ['框架', '框架合同', '框架协议', 'frameworkagreement', 'msa', 'masteragreement'],
    services: ['服务', '服务合同', '技术服务', '技术服务合同', '委托', '委托合同', 'service', 'serviceagreement', 'servicesagreement'],
    software: ['软件', '软件开发', '软件开发合同', '软件许可', 'softwarelicence', 'softwarelicense', 'softwaredevelopment'],
    saas: ['云服务', '订阅', '软件服务', 'subscription', 'cloudservice', 'cloud'],
    lease: ['租赁', '租赁合同', '房屋租赁', '设备租赁', 'rental', 'rent', 'tenancy', 'leaseagreement'],
    agency: ['代理', '代理合同', '经销', '经销合同', 'distribution', 'agencyagreement', 'reseller'],
    construction: ['建设工程', '工程', '工程合同', '施工', '施工合同', 'works', 'building', 'engineering'],
    nda: ['保密', '保密协议', '保密合同', 'confidentialityagreement', 'nondisclosureagreement', 'confidentiality'],
    consultancy: ['咨询', '咨询合同', '顾问', 'consulting', 'consultingagreement', 'advisory'],
    supplementary: ['补充协议', '补充', 'supplement', 'supplementalagreement', 'supplementaryagreement', 'addendum', 'amendment'],
    other: ['其他', '其它', '其他合同', 'others', 'misc', 'miscellaneous'],
  },
  recordKind: {
    standalone: ['单独合同', '独立合同', '一般合同', '普通合同', '主合同', '合同', 'contract', 'agreement', 'single'],
    master: ['框架', '框架合同', '框架协议', 'msa', 'framework', 'frameworkagreement', 'masteragreement'],
    order: ['订单', '子合同', '从合同', '工作说明书', 'sub', 'sow', 'statementofwork', 'po', 'purchaseorder', 'workorder'],
    amendment: ['补充协议', '变更协议', '补充', '变更', 'supplement', 'supplementalagreement', 'addendum', 'variation'],
    termination_agreement: ['解除协议', '终止协议', '解除', 'terminationagreement'],
    nda: ['保密协议', 'nondisclosureagreement', 'confidentialityagreement'],
  },
  direction: {
    pay: ['付款', '支出', '付', '应付', '付款类', '支出类', '采购', 'payment', 'payable', 'outgoing', 'expense', 'buy', 'out'],
    receive: ['收款', '收入', '收', '应收', '收款类', '收入类', '销售', 'receivable', 'receipt', 'incoming', 'income', 'revenue', 'sell', 'in'],
    none: ['无', '无金额', '不涉及金额', '不涉及', 'na', 'noamount', 'neither'],
  },
  renewalType: {
    none: ['无', '不续期', '不续约', '不自动续期', '到期终止', '否', 'no', 'norenewal', 'fixedterm', 'false'],
    auto: ['自动', '自动续期', '自动续约', '自动延续', '自动顺延', '是', 'automatic', 'autorenew', 'autorenewal', 'yes', 'true'],
    evergreen: ['长期有效', '不定期', '无固定期限', '长期', 'indefinite', 'openended', 'rolling'],
    option: ['选择', '可续', '可续期', '可续约', '协商续签', '协商续约', '选择续期', '手动', '手动续期', 'optional', 'manual', 'byagreement', 'mutualagreement'],
  },
  disputeMode: {
    arbitration: ['仲裁', '提交仲裁', 'arbitrate', 'arbitral'],
    court: ['诉讼', '法院', '起诉', '法院诉讼', '人民法院', 'litigation', 'courts', 'lawsuit'],
  },
  confidentiality: {
    public: ['公开', '无', 'none', 'open'],
    internal: ['内部', '一般', '普通', 'internaluse', 'internalonly', 'normal'],
    confidential: ['秘密', '保密', '商业秘密', 'restricted'],
    secret: ['机密', '绝密', '核心商密', 'topsecret', 'highlyconfidential', 'strictlyconfidential'],
  },
  stage: {
    draft: ['草稿', '起草', '起草中', '拟定', '拟稿', 'drafting', 'new'],
    in_review: ['送审', '审查', '审查中', '审核中', '法务审核', 'review', 'underreview', 'legalreview'],
    in_negotiation: ['谈判', '谈判中', '洽谈中', '协商中', 'negotiation', 'negotiating'],
    pending_approval: ['待审批', '审批中', '审批', 'pendingapproval', 'approval', 'awaitingapproval'],
    approved: ['已批准', '已审批', '审批通过', '通过'],
    pending_signature: ['待签署', '待签订', '待签', '签署中', '待盖章', '用印中', 'awaitingsignature', 'outforsignature', 'pending'],
    signed: ['已签署', '已签订', '已签', '签署', '已生效', '生效', '履行', '履行中', '执行中', '执行', '进行中', '在履行', '有效', 'executed', 'active', 'ineffect', 'inforce', 'effective', 'performing', 'current', 'live', 'ongoing'],
    completed: ['履行完毕', '已履行', '已完成', '完成', '已完结', '完结', '结清', '已结束', '已到期', '到期', 'complete', 'closed', 'fulfilled', 'performed', 'finished', 'expired', 'done'],
    terminated: ['已解除', '已终止', '解除', '终止', 'termination', 'ended'],
    superseded: ['被替代', '已替代', '被取代', 'replaced'],
    cancelled: ['作废', '已作废', '取消', '已取消', '撤销', '废止', 'canceled', 'void', 'voided', 'withdrawn'],
  },
  kind: {
    company: ['公司', '企业', '法人', '单位', '企业法人', '公司法人', 'corporate', 'corporation', 'business', 'organisation', 'organization', 'org', 'legalentity'],
    individual: ['个人', '自然人', '个体', 'person', 'naturalperson'],
    government: ['政府', '机关', '政府机关', '事业单位', '行政机关', 'gov', 'publicbody', 'authority'],
    internal: ['内部', '我方', '本公司', '内部主体', '我方主体', 'own', 'internalentity', 'ourside', 'self'],
  },
};
