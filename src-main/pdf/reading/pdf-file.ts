import { readCrossReferences, type CrossReferences, type Location, type Section } from './cross-references.ts';
import { isKind, nameOf, PdfStructureError, type PdfArray, type PdfDictionary, type PdfReference, type PdfValue } from './pdf-values.ts';
import { unpackStream } from './stream-data.ts';
import { ValueParser } from './value-parser.ts';

export interface PdfPage {
  /** The page object's number; 0 where it isn't an indirect object. */
  readonly number: number;
  readonly dictionary: PdfDictionary;
  /** Its own or inherited. */
  readonly resources: PdfValue;
}

interface Located {
  readonly value: PdfValue;
  /** From the object's number to behind its value; null inside an object stream. */
  readonly extent: readonly [number, number] | null;
}

const mostPages = 20_000;
/** Of a page tree or a form. Real ones have a handful; each level costs a stack frame. */
export const deepestTree = 100;

/** One revision of a PDF file, read through its cross-references, object by object when asked. */
export class PdfFile {
  readonly bytes: Buffer;
  readonly trailer: PdfDictionary;
  readonly #references: CrossReferences;
  readonly #objects = new Map<number, Located | null>();
  readonly #reading = new Set<number>();
  readonly #packed = new Map<number, ReadonlyMap<number, PdfValue>>();

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.#references = readCrossReferences(bytes);
    this.trailer = this.#references.trailer;
  }

  get isEncrypted(): boolean {
    return this.trailer.entries.has('Encrypt');
  }

  get rootNumber(): number {
    const root = this.trailer.entries.get('Root');
    return isKind(root, 'reference') ? root.number : 0;
  }

  get catalog(): PdfDictionary {
    const catalog = this.resolve(this.trailer.entries.get('Root'));
    if (!isKind(catalog, 'dictionary')) throw new PdfStructureError('no catalog');
    return catalog;
  }

  /** Numbers of the objects in use. */
  get numbers(): readonly number[] {
    return [...this.#references.locations].filter(([, location]) => location !== null).map(([number]) => number);
  }

  get sections(): readonly Section[] {
    return this.#references.sections;
  }

  locationOf(number: number): Location | null {
    return this.#references.locations.get(number) ?? null;
  }

  /** Follows references until there is a value. */
  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let steps = 0; isKind(found, 'reference'); steps += 1) {
      if (steps > 20) throw new PdfStructureError('references in a circle');
      found = this.object(found)?.value ?? null;
    }
    return found;
  }

  /** A dictionary's entry with its references followed. */
  get(dictionary: PdfDictionary, key: string): PdfValue {
    return this.resolve(dictionary.entries.get(key));
  }

  array(value: PdfValue | undefined): PdfArray['items'] {
    const found = this.resolve(value);
    return isKind(found, 'array') ? found.items : [];
  }

  object({ number, generation }: Pick<PdfReference, 'number'> & { readonly generation?: number }): Located | null {
    const location = this.#references.locations.get(number);
    if (location === undefined || location === null) return null;
    if ('offset' in location && generation !== undefined && generation !== location.generation) return null;
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    if (this.#reading.has(number)) throw new PdfStructureError('an object contains itself');
    this.#reading.add(number);
    const located = this.#read(number, location);
    this.#reading.delete(number);
    this.#objects.set(number, located);
    return located;
  }

  /** All pages in order. */
  pages(): readonly PdfPage[] {
    const pages: PdfPage[] = [];
    const seen = new Set<number>();
    const visit = (node: PdfValue, inherited: PdfValue, depth: number): void => {
      if (depth > deepestTree) throw new PdfStructureError('a page tree too deep');
      const number = isKind(node, 'reference') ? node.number : 0;
      const dictionary = this.resolve(node);
      if (!isKind(dictionary, 'dictionary')) return;
      if (number !== 0 && seen.has(number)) throw new PdfStructureError('a page tree in a circle');
      seen.add(number);
      const resources = dictionary.entries.get('Resources') ?? inherited;
      if (dictionary.entries.has('Kids')) {
        for (const kid of this.array(dictionary.entries.get('Kids'))) visit(kid, resources, depth + 1);
        return;
      }
      pages.push({ number, dictionary, resources });
      if (pages.length > mostPages) throw new PdfStructureError('too many pages');
    };
    visit(this.catalog.entries.get('Pages') ?? null, null, 0);
    return pages;
  }

  #read(number: number, location: Location): Located {
    if ('stream' in location) return { value: this.#objectsIn(location.stream).get(number) ?? null, extent: null };
    const parser = new ValueParser(this.bytes, location.offset);
    const object = parser.indirectObject((length) => {
      const resolved = this.resolve(length);
      return typeof resolved === 'number' && Number.isInteger(resolved) && resolved >= 0 ? resolved : null;
    });
    if (object.number !== number) throw new PdfStructureError('a cross-reference to another object');
    return { value: object.value, extent: [location.offset, parser.position] };
  }

  #objectsIn(streamNumber: number): ReadonlyMap<number, PdfValue> {
    const known = this.#packed.get(streamNumber);
    if (known !== undefined) return known;
    const stream = this.object({ number: streamNumber })?.value;
    if (!isKind(stream, 'stream') || nameOf(stream.dictionary.entries.get('Type')) !== 'ObjStm') {
      throw new PdfStructureError('no object stream');
    }
    const data = unpackStream(stream, (value) => this.resolve(value));
    const first = this.get(stream.dictionary, 'First');
    const count = this.get(stream.dictionary, 'N');
    if (data === null || typeof first !== 'number' || typeof count !== 'number') {
      throw new PdfStructureError('bad object stream');
    }
    if (!Number.isSafeInteger(count) || count < 0 || count > data.length || !Number.isSafeInteger(first)) {
      throw new PdfStructureError('bad object stream');
    }
    const head = new ValueParser(data);
    const places = Array.from({ length: count }, () => [head.integer(), head.integer()] as const);
    const objects = new Map(places.map(([number, offset]) => [number, new ValueParser(data, first + offset).value()]));
    this.#packed.set(streamNumber, objects);
    return objects;
  }
}
