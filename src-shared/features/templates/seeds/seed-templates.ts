import type { ContractType, TemplateContent } from '../model.ts';
import { ndaTemplate } from './nda.ts';
import { salesTemplate } from './sales.ts';
import { servicesTemplate } from './services.ts';

/** The templates that a new vault starts with, published, in the order in which they are offered. */
export const seedTemplates: readonly TemplateContent[] = [salesTemplate, servicesTemplate, ndaTemplate];

const templateByType: Readonly<Record<ContractType, TemplateContent>> = {
  sales: salesTemplate,
  services: servicesTemplate,
  nda: ndaTemplate,
};

/** The shipped template of a contract type. */
export function seedTemplate(type: ContractType): TemplateContent {
  return templateByType[type];
}
