import { isKind, type PdfValue } from './reading/pdf-values.ts';
import type { PdfFile } from './reading/pdf-file.ts';

/** What an object is for in a revision. */
export interface Role {
  readonly kind:
    | 'catalog'
    | 'form'
    | 'fields'
    | 'info'
    | 'page'
    | 'pageTree'
    | 'annotations'
    | 'content'
    | 'field'
    | 'metadata'
    | 'names'
    | 'validationData';
  /** Counted from 1. */
  readonly page: number | null;
}

export interface Roles {
  of(number: number): readonly Role[];
}

/** Finds the roles of a revision's objects; an object with two different roles is suspicious by itself. */
export function findRoles(file: PdfFile): Roles {
  const roles = new Map<number, Role[]>();
  const pages = file.pages();
  const pageNumbers = new Set(pages.map((page) => page.number));
  const add = (value: PdfValue | undefined, kind: Role['kind'], page: number | null): void => {
    if (isKind(value, 'reference')) addNumber(value.number, kind, page);
  };
  const addNumber = (number: number, kind: Role['kind'], page: number | null): void => {
    const known = roles.get(number) ?? [];
    if (!known.some((role) => role.kind === kind)) roles.set(number, [...known, { kind, page }]);
  };

  const { catalog } = file;
  add(file.trailer.entries.get('Root'), 'catalog', null);
  add(file.trailer.entries.get('Info'), 'info', null);
  add(catalog.entries.get('Metadata'), 'metadata', null);
  for (const [index, page] of pages.entries()) {
    const { entries } = page.dictionary;
    addNumber(page.number, 'page', index + 1);
    add(entries.get('Annots'), 'annotations', index + 1);
    for (const annotation of file.array(entries.get('Annots'))) add(annotation, 'field', index + 1);
    for (const part of [entries.get('Contents'), page.resources]) {
      for (const number of reachable(file, part ?? null, pageNumbers)) addNumber(number, 'content', index + 1);
    }
  }
  addPageTree(file, catalog.entries.get('Pages'), pageNumbers, (number) => addNumber(number, 'pageTree', null));

  const form = file.get(catalog, 'AcroForm');
  add(catalog.entries.get('AcroForm'), 'form', null);
  if (isKind(form, 'dictionary')) {
    add(form.entries.get('Fields'), 'fields', null);
    for (const field of file.array(form.entries.get('Fields'))) add(field, 'field', null);
  }
  for (const [key, kind] of [['Names', 'names'], ['DSS', 'validationData']] as const) {
    for (const number of reachable(file, catalog.entries.get(key) ?? null, pageNumbers)) addNumber(number, kind, null);
  }
  return { of: (number) => roles.get(number) ?? [] };
}

function addPageTree(file: PdfFile, node: PdfValue | undefined, pages: ReadonlySet<number>, add: (number: number) => void): void {
  if (!isKind(node, 'reference') || pages.has(node.number)) return;
  add(node.number);
  const dictionary = file.resolve(node);
  if (!isKind(dictionary, 'dictionary')) return;
  for (const kid of file.array(dictionary.entries.get('Kids'))) addPageTree(file, kid, pages, add);
}

/** Numbers of the objects that a value leads to, without passing through a page. */
function reachable(file: PdfFile, start: PdfValue, stops: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  const queue: PdfValue[] = [start];
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    if (isKind(value, 'reference')) {
      if (stops.has(value.number) || found.has(value.number)) continue;
      found.add(value.number);
      queue.push(file.resolve(value));
    } else if (isKind(value, 'array')) queue.push(...value.items);
    else if (isKind(value, 'dictionary')) queue.push(...value.entries.values());
    else if (isKind(value, 'stream')) queue.push(...value.dictionary.entries.values());
  }
  return found;
}
