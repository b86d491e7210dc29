import type { CourseContent, CourseId } from '../model.ts';
import { contractBasicsBank } from './contract-basics-bank.ts';
import { contractBasicsEn } from './contract-basics-en.ts';
import { contractBasicsZh } from './contract-basics-zh.ts';
import type { ShippedLesson } from './shipped-lesson.ts';

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
];

function lessonsOf(chinese: readonly ShippedLesson[], english: readonly ShippedLesson[]): CourseContent['lessons'] {
  return chinese.map(({ title, body }, index) => ({
    key: `lesson-${index + 1}`,
    title: { zh: title, en: english[index]?.title ?? '' },
    body: { zh: body, en: english[index]?.body ?? '' },
  }));
}
