import type { ContractType, TemplateContent } from '../model.ts';
import { agencyTemplate } from './agency.ts';
import { constructionTemplate } from './construction.ts';
import { consultancyTemplate } from './consultancy.ts';
import { frameworkTemplate } from './framework.ts';
import { leaseTemplate } from './lease.ts';
import { ndaTemplate } from './nda.ts';
import { purchaseTemplate } from './purchase.ts';
import { saasTemplate } from './saas.ts';
import { salesTemplate } from './sales.ts';
import { servicesTemplate } from './services.ts';
import { softwareTemplate } from './software.ts';
import { supplementaryTemplate } from './supplementary.ts';

/** The types of contract that a template is shipped for; a vault knows a shipped template by its type. */
export type SeedType = Exclude<ContractType, 'other'>;

const templateByType: Readonly<Record<SeedType, TemplateContent>> = {
  sales: salesTemplate,
  services: servicesTemplate,
  nda: ndaTemplate,
  purchase: purchaseTemplate,
  framework: frameworkTemplate,
  software: softwareTemplate,
  saas: saasTemplate,
  lease: leaseTemplate,
  agency: agencyTemplate,
  construction: constructionTemplate,
  consultancy: consultancyTemplate,
  supplementary: supplementaryTemplate,
};

export const seedTypes = Object.keys(templateByType) as readonly SeedType[];

/** The templates that a new vault starts with, published, in the order in which they are offered. */
export const seedTemplates: readonly TemplateContent[] = seedTypes.map(seedTemplate);

/** The shipped template of a contract type. */
export function seedTemplate(type: SeedType): TemplateContent {
  return templateByType[type];
}
