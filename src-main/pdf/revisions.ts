import type { RevisionChange } from '#shared/features/verification/model.ts';
import { differingKeys, type Report, type Revisions } from './comparison.ts';
import { reportUnlistedObjects } from './appended-objects.ts';
import { compareAnnotations, compareFields, fieldNameOf, isFilledSignature } from './form-changes.ts';
import { compareMetadata } from './metadata-changes.ts';
import { findRoles, type Role } from './object-roles.ts';
import { canonicalText, isKind, nameOf, type PdfValue } from './reading/pdf-values.ts';
import type { PdfFile } from './reading/pdf-file.ts';

/**
 * What the increments behind a signed revision did. Every object that the signed revision has and that reads
 * differently now must be one that signing needs to touch, and only in the way that signing does; a new object can
 * only matter through such a one. Anything else is reported as a change.
 */
export function compareRevisions(revisions: Revisions): readonly RevisionChange[] {
  const changes = new Map<string, RevisionChange>();
  const report: Report = (code, page, detail) => {
    changes.set(`${code} ${page} ${detail}`, { code, page, detail });
  };
  const { before, after } = revisions;
  const roles = findRoles(before);
  compareCatalogs(revisions, report);
  compareMetadata(revisions, report);
  comparePages(revisions, report);
  compareFields(revisions, report);
  reportUnlistedObjects(revisions, report);
  const referred = referencesIn(before);
  for (const number of before.numbers) {
    if (isSamePlace(before, after, number)) continue;
    if (after.locationOf(number) !== null && generationOf(before, number) !== generationOf(after, number)) {
      // The signed references, which name a generation, lead nowhere now.
      report('OBJECT_CHANGED', null, String(number));
    }
    const old = before.object({ number })?.value ?? null;
    const current = after.object({ number })?.value ?? null;
    // Only by what refers to it is an object known: content can call itself an object stream, and viewers don't care.
    const isStructure = isFileStructure(old) && !referred.has(number);
    if (isStructure || canonicalText(old) === canonicalText(current)) continue;
    judgeObject({ number, old, current, roles: roles.of(number) }, revisions, report);
  }
  for (const number of referred) {
    // Adding an object that the signed text referred to before it existed changes what was signed.
    if (before.locationOf(number) === null && after.locationOf(number) !== null) report('OBJECT_CHANGED', null, String(number));
  }
  return [...changes.values()];
}

/** Numbers that a revision's objects refer to, whether there are such objects or not. */
function referencesIn(file: PdfFile): ReadonlySet<number> {
  const referred = new Set<number>();
  const visit = (value: PdfValue): void => {
    if (isKind(value, 'reference')) referred.add(value.number);
    else if (isKind(value, 'array')) value.items.forEach(visit);
    else if (isKind(value, 'dictionary')) [...value.entries.values()].forEach(visit);
    else if (isKind(value, 'stream')) visit(value.dictionary);
  };
  for (const number of file.numbers) visit(file.object({ number })?.value ?? null);
  return referred;
}

/** The same bytes at the same place: nothing to compare, the signature covers them. */
function isSamePlace(before: PdfFile, after: PdfFile, number: number): boolean {
  const [old, current] = [before.locationOf(number), after.locationOf(number)];
  if (old === null || current === null) return old === current;
  if ('offset' in old) return 'offset' in current && old.offset === current.offset && old.generation === current.generation;
  return 'stream' in current && old.stream === current.stream && old.index === current.index && isSamePlace(before, after, old.stream);
}

/** Objects in an object stream have generation 0. */
function generationOf(file: PdfFile, number: number): number {
  const location = file.locationOf(number);
  return location !== null && 'offset' in location ? location.generation : 0;
}

function isFileStructure(value: PdfValue): boolean {
  if (!isKind(value, 'stream')) return false;
  const type = nameOf(value.dictionary.entries.get('Type'));
  return type === 'XRef' || type === 'ObjStm';
}

interface ChangedObject {
  readonly number: number;
  readonly old: PdfValue;
  readonly current: PdfValue;
  readonly roles: readonly Role[];
}

function judgeObject({ number, old, current, roles }: ChangedObject, revisions: Revisions, report: Report): void {
  const [role, another] = roles;
  if (role === undefined || (another !== undefined && roles.some(({ kind }) => kind !== role.kind))) {
    report(current === null ? 'OBJECT_REMOVED' : 'OBJECT_CHANGED', role?.page ?? null, String(number));
    return;
  }
  switch (role.kind) {
    case 'catalog':
    case 'form':
    case 'fields':
    case 'info':
    case 'page':
    case 'annotations':
      // Compared by meaning, wherever the objects lie.
      return;
    case 'content':
      return report('PAGE_CONTENT_CHANGED', role.page, null);
    case 'pageTree':
      for (const key of differingKeys(old, current)) {
        if (!['Kids', 'Count'].includes(key)) report('PAGE_CHANGED', null, key);
      }
      return;
    case 'metadata':
      return report('HOUSEKEEPING', null, 'XMP');
    case 'validationData':
      return report('VALIDATION_DATA_ADDED', null, null);
    case 'names':
      return reportNames(revisions, report);
    case 'field': {
      if (isFilledSignature(old, current, revisions)) {
        return report('SIGNATURE_FILLED', role.page, fieldNameOf(revisions.after, current));
      }
      const isField = isKind(old, 'dictionary') && (old.entries.has('FT') || old.entries.has('T'));
      if (isField) report('FIELD_CHANGED', role.page, fieldNameOf(revisions.before, old));
      else report(current === null ? 'ANNOTATION_REMOVED' : 'ANNOTATION_CHANGED', role.page, null);
    }
  }
}

function compareCatalogs(revisions: Revisions, report: Report): void {
  const { before, after } = revisions;
  if (before.rootNumber !== after.rootNumber) report('CATALOG_REPLACED', null, null);
  for (const key of differingKeys(before.catalog, after.catalog)) {
    if (key === 'AcroForm') continue;
    if (key === 'DSS') report('VALIDATION_DATA_ADDED', null, null);
    else if (['Extensions', 'Version', 'Metadata'].includes(key)) report('HOUSEKEEPING', null, key);
    else if (key === 'OpenAction' || key === 'AA') report('ACTION_ADDED', null, key);
    else if (key === 'Names') reportNames(revisions, report);
    else report('CATALOG_CHANGED', null, key);
  }
}

function reportNames({ before, after }: Revisions, report: Report): void {
  const scripts = (file: PdfFile): PdfValue => {
    const names = file.get(file.catalog, 'Names');
    return isKind(names, 'dictionary') ? (names.entries.get('JavaScript') ?? null) : null;
  };
  const isScript = canonicalText(scripts(before)) !== canonicalText(scripts(after));
  report(isScript ? 'SCRIPT_ADDED' : 'ATTACHMENT_CHANGED', null, null);
}

function comparePages(revisions: Revisions, report: Report): void {
  const [old, current] = [revisions.before.pages(), revisions.after.pages()];
  const oldNumbers = old.map((page) => page.number);
  const currentNumbers = current.map((page) => page.number);
  for (const [index, number] of currentNumbers.entries()) {
    if (!oldNumbers.includes(number)) report('PAGE_ADDED', index + 1, null);
  }
  for (const [index, number] of oldNumbers.entries()) {
    if (!currentNumbers.includes(number)) report('PAGE_REMOVED', index + 1, null);
  }
  const kept = oldNumbers.filter((number) => currentNumbers.includes(number));
  const stillThere = currentNumbers.filter((number) => oldNumbers.includes(number));
  if (kept.join() !== stillThere.join()) report('PAGES_REORDERED', null, null);

  for (const [index, page] of old.entries()) {
    const now = current.find(({ number }) => number === page.number);
    if (now === undefined) continue;
    for (const key of differingKeys(page.dictionary, now.dictionary)) {
      if (key === 'Contents' || key === 'Resources') report('PAGE_CONTENT_CHANGED', index + 1, null);
      else if (key === 'AA') report('ACTION_ADDED', index + 1, key);
      else if (key !== 'Annots') report('PAGE_CHANGED', index + 1, key);
    }
    compareAnnotations(revisions, { page, now, pageNumber: index + 1 }, report);
  }
}
