import type { TemplateContent } from '../model.ts';
import { ndaTemplate } from './nda.ts';
import { salesTemplate } from './sales.ts';
import { servicesTemplate } from './services.ts';

/** The templates that a new vault starts with, published, in the order in which they are offered. */
export const seedTemplates: readonly TemplateContent[] = [salesTemplate, servicesTemplate, ndaTemplate];

/** The types of contract that a template is shipped for. */
export const seedTypes = ['sales', 'services', 'nda'] as const;
export type SeedType = (typeof seedTypes)[number];

const templateByType: Readonly<Record<SeedType, TemplateContent>> = {
  sales: salesTemplate,
  services: servicesTemplate,
  nda: ndaTemplate,
};

/** The shipped template of a contract type. */
export function seedTemplate(type: SeedType): TemplateContent {
  return templateByType[type];
}
