import type { CourseContent, CourseId } from '../model.ts';
import { contractBasicsBank } from './contract-basics-bank.ts';
import { contractBasicsEn } from './contract-basics-en.ts';
import { contractBasicsZh } from './contract-basics-zh.ts';
import { negotiationBank } from './negotiation-bank.ts';
import { negotiationEn } from './negotiation-en.ts';
import { negotiationZh } from './negotiation-zh.ts';
import { riskBank } from './risk-bank.ts';
import { riskEn } from './risk-en.ts';
import { riskZh } from './risk-zh.ts';
import type { ShippedLesson } from './shipped-lesson.ts';
import { usingDeedboxBank } from './using-deedbox-bank.ts';
import { usingDeedboxEn } from './using-deedbox-en.ts';
import { usingDeedboxZh } from './using-deedbox-zh.ts';

export interface ShippedCourse {
  readonly id: CourseId;
  /** Grows with each change of the shipped text; vaults with an older one are brought up to date. */
  readonly revision: number;
  readonly content: CourseContent;
}

const usual = { drawCount: 8, passPercent: 75, retakeHours: 4, refreshMonths: 12 } as const;

/** The courses that every vault begins with. What is said of law in them is a working knowledge, not advice. */
export const shippedCourses: readonly ShippedCourse[] = [
  {
    id: 'contract-basics',
    revision: 1,
    content: {
      ...usual,
      title: { zh: '合同基础', en: 'Contract basics' },
      summary: {
        zh: '合同怎样成立，要写哪些内容，怎样把权利义务、付款、解除和争议解决写清楚。',
        en: 'How a contract is made, what it has to say, and how to make duties, payment, termination and disputes clear.',
      },
      roles: [],
      lessons: lessonsOf(contractBasicsZh, contractBasicsEn),
      bank: contractBasicsBank,
      practice: ['valid_party', 'clean_sales_contract'],
    },
  },
  {
    id: 'using-deedbox',
    revision: 1,
    content: {
      ...usual,
      title: { zh: '契匣使用', en: 'Using Deedbox' },
      summary: {
        zh: '合同库与角色，相对方与模板，条款检查，送审签署与验证，期限、通知与归档。',
        en: 'Vaults and roles, counterparties and templates, the clause check, approval and signature, terms, notices and keeping.',
      },
      roles: [],
      lessons: lessonsOf(usingDeedboxZh, usingDeedboxEn),
      bank: usingDeedboxBank,
      practice: ['valid_party', 'approved_contract'],
    },
  },
  {
    id: 'risk',
    revision: 1,
    content: {
      ...usual,
      title: { zh: '风险识别与预警', en: 'Seeing risk and warning early' },
      summary: {
        zh: '主体、付款、期限、变化四类风险怎样看出来，看到信号以后谁在多久之内做什么。',
        en: 'How to see the risks of parties, payment, time and change, and who does what, how soon, when a sign appears.',
      },
      roles: ['contract_manager', 'drafter', 'legal', 'finance', 'approver'],
      lessons: lessonsOf(riskZh, riskEn),
      bank: riskBank,
      practice: ['timely_notice'],
    },
  },
  {
    id: 'negotiation',
    revision: 1,
    content: {
      ...usual,
      title: { zh: '谈判与沟通', en: 'Negotiation and communication' },
      summary: {
        zh: '谈判前的准备、说话的办法、难谈的条款、文本的往来，以及履行中的沟通。',
        en: 'Preparing, speaking, difficult clauses, texts going to and fro, and communication while performing.',
      },
      roles: ['contract_manager', 'drafter', 'legal', 'field'],
      lessons: lessonsOf(negotiationZh, negotiationEn),
      bank: negotiationBank,
      practice: ['second_round'],
    },
  },
];

function lessonsOf(chinese: readonly ShippedLesson[], english: readonly ShippedLesson[]): CourseContent['lessons'] {
  return chinese.map(({ title, body }, index) => ({
    key: `lesson-${index + 1}`,
    title: { zh: title, en: english[index]?.title ?? '' },
    body: { zh: body, en: english[index]?.body ?? '' },
  }));
}
