import { z } from 'zod';
import { contractTypes, contractTypeSchema, type ContractType } from '../templates/model.ts';
import { clauseCategorySchema, type ClauseCategory } from './model.ts';

/** Which categories contracts of a type must have. */
export const requirementSchema = z
  .object({ contractType: contractTypeSchema, categories: z.array(clauseCategorySchema).max(30).readonly() })
  .readonly();
export type Requirement = z.infer<typeof requirementSchema>;

const always: readonly ClauseCategory[] = ['liability', 'termination', 'notices', 'governingLaw', 'disputes'];

/** The house's own matrix, until a vault sets another: what art. 470 and the practice of each type ask for. */
const usual: Readonly<Record<ContractType, readonly ClauseCategory[]>> = {
  sales: ['subject', 'quantity', 'quality', 'price', 'payment', 'performance', 'acceptance', 'forceMajeure', 'antiBribery', ...always],
  purchase: ['subject', 'quality', 'price', 'payment', 'performance', 'acceptance', 'warranty', 'forceMajeure', 'antiBribery', ...always],
  framework: ['quality', 'price', 'payment', 'performance', 'acceptance', 'confidentiality', 'forceMajeure', 'antiBribery', ...always],
  services: ['subject', 'quality', 'price', 'payment', 'acceptance', 'confidentiality', 'intellectualProperty', 'forceMajeure', ...always],
  software: ['subject', 'price', 'payment', 'acceptance', 'intellectualProperty', 'confidentiality', 'forceMajeure', ...always],
  saas: ['subject', 'price', 'payment', 'personalData', 'intellectualProperty', 'confidentiality', 'forceMajeure', ...always],
  lease: ['subject', 'price', 'payment', 'assignment', 'forceMajeure', ...always],
  agency: ['subject', 'price', 'payment', 'intellectualProperty', 'confidentiality', 'forceMajeure', 'antiBribery', ...always],
  construction: ['subject', 'quality', 'price', 'payment', 'performance', 'acceptance', 'warranty', 'insurance', 'assignment', 'forceMajeure', ...always],
  nda: ['confidentiality', ...always],
  consultancy: ['subject', 'price', 'payment', 'intellectualProperty', 'confidentiality', ...always],
  supplementary: ['disputes'],
  other: [],
};

/** What each type requires: as a vault set it, else as the house ships it. */
export function requirementsWith(set: readonly Requirement[]): readonly Requirement[] {
  return contractTypes.map((contractType) => ({
    contractType,
    categories: set.find((one) => one.contractType === contractType)?.categories ?? usual[contractType],
  }));
}
