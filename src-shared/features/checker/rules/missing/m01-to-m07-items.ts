import type { Absence } from '../absent.ts';
import { absenceRule } from '../absent.ts';
import { kindOf } from '../contract-kind.ts';
import { partyLine } from '../parties.ts';
import type { Rule, RecordFacts, ClausedText } from '../../model.ts';
import { insertAfter } from '../wording.ts';

type Item = Pick<Absence, 'id' | 'severity' | 'present'> & { readonly without: readonly string[]; readonly wording: Parameters<typeof insertAfter>[0] | null };

const named = /(?:以下简称|下称|hereinafter|\(the ")/iu;
const subject =
  /标的|产品|货物|设备|商品|服务(?:内容|范围|事项)?|工作(?:内容|范围)|工程|租赁物|租赁房屋|房屋|软件|系统|委托事项|代理(?:区域|产品|事项)|保密信息|商业秘密|咨询|借款|运输|出售|出租|承揽|维修|采购(?![方人商])|购买|加工|制作|\b(?:goods|products?|services?|equipment|works?|software|premises|property|subject|scope|confidential information|loan|deliverables)\b/iu;
const quantity =
  /数量|若干|一批(?!次)|\d[\d,.]{0,20}\s{0,4}(?:台|套|件|个(?![月工自日])|吨|千克|公斤|米|箱|只|辆|批|支|瓶|张|份|本|平方米|立方米|升|株|棵|头|根|块|条|双|架|桶|卷|亩|人次)|附件|采购订单|\b(?:quantity|quantities|\d[\d,]{0,20} (?:units?|sets?|pieces?|tons?|kg|pcs)|annex|schedule|purchase orders?)\b/iu;
const performance =
  /期限|交货|交付|履行|工期|服务期|有效|租期|送到|送至|运至|日前|完成|进度|起至|之日起|期间|\b(?:term|delivery|deliver|period|commenc\w+|completion|milestones?|effective|deadline)\b/iu;
const goods = ['nda', 'framework', 'consultancy', 'agency', 'saas', 'software', 'services', 'supplementary', 'lease', 'construction', 'other'];

// One for each item of Civil Code art. 470; a contract without parties, subject or quantity isn't even concluded.
const items: readonly Item[] = [
  { id: 'M01', severity: 'block', without: [], wording: null, present: ({ kind, plain }) => named.test(plain) || (kind !== 'clause' && plain.split('\n').some((line) => (partyLine.exec(line)?.[2]?.trim().length ?? 0) > 1)) },
  { id: 'M02', severity: 'block', without: ['supplementary'], wording: 'subject', present: ({ plain, kind }) => kind !== 'title' && subject.test(plain) },
  { id: 'M03', severity: 'block', without: goods, wording: 'quantitySentence', present: ({ plain, rows }) => rows.length > 0 || quantity.test(plain) },
  { id: 'M04', severity: 'high', without: ['nda', 'supplementary', 'lease', 'agency', 'consultancy', 'other', 'saas', 'framework'], wording: 'quality', present: /质量|规格|型号|标准|技术要求|技术参数|品质|质保|规范|准确率|合格率|不低于|不高于|服务要求|GB|ISO|\b(?:quality|specifications?|standards?|warrant\w+|conform\w*|requirements)\b/iu },
  { id: 'M05', severity: 'high', without: ['nda', 'supplementary'], wording: 'price', present: /价款|价格|总价|单价|货款|款项|报酬|租金|佣金|(?<=[\u4E00-\u9FFF])费|费用|无偿|利率|\b(?:price|fees?|rent|remuneration|commission|charges?|consideration|free of charge|interest rate|freight)\b/iu },
  { id: 'M06', severity: 'high', without: ['supplementary'], wording: 'performance', present: ({ plain, kind }) => kind === 'clause' && performance.test(plain) },
  { id: 'M07', severity: 'high', without: ['supplementary'], wording: 'liability', present: /违约|赔偿|\b(?:breach|liabilit\w+|liable|damages|default|penalt\w+|indemnif\w+)\b/iu },
];

export const itemRules: readonly Rule[] = items.map(({ id, severity, without, wording, present }) =>
  absenceRule({
    id,
    kind: 'missing',
    severity,
    bases: ['civilCode470'],
    present,
    needed: (text: ClausedText, record: RecordFacts | null) => !without.includes(kindOf(text, record)),
    fix: (text) => (wording === null ? null : insertAfter(wording, text)),
  }),
);
