import { numeral } from './word-numerals.ts';
import { attributeOf, numberOf, tagsOf, type Tag } from './word-tags.ts';

/** What a paragraph says of its own place in lists and outline; null where it leaves that to its style. */
export interface ParagraphProperties {
  readonly styleId: string | null;
  readonly numId: string | null;
  readonly level: number | null;
  readonly outline: number | null;
}

/** How a paragraph is set: the number before it, null without one or with a bullet; its level in the outline from 1. */
export interface ParagraphPlace {
  readonly number: string | null;
  readonly outline: number | null;
}

interface Level {
  start: number;
  format: string;
  text: string;
  isLegal: boolean;
  /** 0: never begins anew; else the level, counted from 1, after which it does; null: after every higher one. */
  restart: number | null;
  styleId: string | null;
}

interface List {
  readonly levels: Map<number, Level>;
  /** The style that stands for the list, and the one whose list this list is. */
  styleLink: string | null;
  numStyleLink: string | null;
}

interface ListInstance {
  listId: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

interface Style extends Omit<ParagraphProperties, 'styleId'> {
  readonly basedOn: string | null;
}

/**
 * Counts the numbers that Word sets before paragraphs (ECMA-376, 17.9). To be asked for each paragraph in the order of
 * the text, and only for those that stay when tracked changes are accepted.
 */
export function createWordNumbering(numberingXml: string, stylesXml: string): (paragraph: ParagraphProperties) => ParagraphPlace {
  const { lists, instances } = readLists(numberingXml);
  const { styles, defaultId } = readStyles(stylesXml);
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();

  function listOf(instance: ListInstance): { readonly id: string; readonly list: List } | null {
    const list = lists.get(instance.listId);
    if (list === undefined) return null;
    if (list.numStyleLink === null) return { id: instance.listId, list };
    for (const [id, other] of lists) if (other.styleLink === list.numStyleLink) return { id, list: other };
    return null;
  }

  function count(numId: string, instance: ListInstance, at: number): string | null {
    const found = listOf(instance);
    const levelAt = (index: number) => instance.levels.get(index) ?? found?.list.levels.get(index);
    const level = levelAt(at);
    if (found === null || level === undefined || level.format === 'bullet') return null;
    const startAt = (index: number) => instance.starts.get(index) ?? levelAt(index)?.start ?? 1;
    const values = counters.get(found.id) ?? [];
    counters.set(found.id, values);
    // A number of its own to begin with counts once, where this list first reaches the level.
    const key = `${numId} ${at}`;
    const isFirst = instance.starts.has(at) && !started.has(key);
    started.add(key);
    const before = values[at];
    values[at] = isFirst || before === undefined ? startAt(at) : before + 1;
    for (let below = at + 1; below < mostLevels; below += 1) {
      const restart = levelAt(below)?.restart ?? null;
      if (restart === null || at < restart) values[below] = undefined;
    }
    return level.text.replace(/%([1-9])/gu, (_whole, digit: string) => {
      const index = Number(digit) - 1;
      return numeral(values[index] ?? startAt(index), level.isLegal ? 'decimal' : levelAt(index)?.format ?? 'decimal');
    });
  }

  return (own) => {
    const styleId = own.styleId ?? defaultId;
    const inherited = inheritedOf(styles, styleId);
    const numId = own.numId ?? inherited.numId;
    const outline = own.outline ?? inherited.outline;
    const place = { number: null, outline: outline === null || outline > 8 ? null : outline + 1 };
    const instance = numId === null ? undefined : instances.get(numId);
    if (numId === null || instance === undefined) return place;
    const linked = own.numId === null ? levelOfStyle(listOf(instance)?.list, styleId) : null;
    return { ...place, number: count(numId, instance, own.level ?? linked ?? inherited.level ?? 0) };
  };
}

const mostLevels = 9;
// As Word bounds it.
const longestLevelText = 60;
const longestChain = 20;

/** What a style says, or the nearest that it builds on. */
function inheritedOf(styles: ReadonlyMap<string, Style>, styleId: string | null): Omit<Style, 'basedOn'> {
  let found: Omit<Style, 'basedOn'> = { numId: null, level: null, outline: null };
  let style = styleId === null ? undefined : styles.get(styleId);
  for (let step = 0; style !== undefined && step < longestChain; step += 1) {
    found = { numId: found.numId ?? style.numId, level: found.level ?? style.level, outline: found.outline ?? style.outline };
    style = style.basedOn === null ? undefined : styles.get(style.basedOn);
  }
  return found;
}

function levelOfStyle(list: List | undefined, styleId: string | null): number | null {
  for (const [index, level] of list?.levels ?? []) if (styleId !== null && level.styleId === styleId) return index;
  return null;
}

function readLists(xml: string) {
  const lists = new Map<string, List>();
  const instances = new Map<string, ListInstance>();
  let list: List | null = null;
  let instance: ListInstance | null = null;
  let override = 0;
  let level: Level | null = null;
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'closing') {
      if (tag.name === 'w:lvl') level = null;
      continue;
    }
    const value = attributeOf(tag, 'w:val');
    if (tag.name === 'w:abstractNum') {
      [list, instance, level] = [{ levels: new Map(), styleLink: null, numStyleLink: null }, null, null];
      lists.set(attributeOf(tag, 'w:abstractNumId') ?? '', list);
    } else if (tag.name === 'w:num') {
      [list, instance, level] = [null, { listId: '', starts: new Map(), levels: new Map() }, null];
      instances.set(attributeOf(tag, 'w:numId') ?? '', instance);
    } else if (tag.name === 'w:lvlOverride') override = numberOf(tag, 'w:ilvl') ?? 0;
    else if (tag.name === 'w:abstractNumId' && instance !== null) instance.listId = value ?? '';
    else if (tag.name === 'w:startOverride') instance?.starts.set(override, numberOf(tag, 'w:val') ?? 1);
    else if (tag.name === 'w:styleLink' && list !== null) list.styleLink = value;
    else if (tag.name === 'w:numStyleLink' && list !== null) list.numStyleLink = value;
    else if (tag.name === 'w:lvl') {
      level = { start: 0, format: 'decimal', text: '', isLegal: false, restart: null, styleId: null };
      (instance ?? list)?.levels.set(numberOf(tag, 'w:ilvl') ?? override, level);
    } else if (level !== null) readLevelTag(level, tag, value);
  }
  return { lists, instances };
}

function readLevelTag(level: Level, tag: Tag, value: string | null): void {
  if (tag.name === 'w:start') level.start = numberOf(tag, 'w:val') ?? 1;
  else if (tag.name === 'w:numFmt') level.format = value ?? 'decimal';
  else if (tag.name === 'w:lvlText') level.text = (value ?? '').slice(0, longestLevelText);
  else if (tag.name === 'w:isLgl') level.isLegal = isOn(value);
  else if (tag.name === 'w:lvlRestart') level.restart = numberOf(tag, 'w:val');
  else if (tag.name === 'w:pStyle') level.styleId = value;
}

function isOn(value: string | null): boolean {
  return value === null || !['0', 'false', 'off'].includes(value);
}

function readStyles(xml: string) {
  const styles = new Map<string, Style>();
  let defaultId: string | null = null;
  let id: string | null = null;
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'closing') {
      if (tag.name === 'w:style') id = null;
      continue;
    }
    if (tag.name === 'w:style') {
      id = attributeOf(tag, 'w:type') === 'paragraph' ? attributeOf(tag, 'w:styleId') : null;
      if (id === null) continue;
      styles.set(id, { basedOn: null, numId: null, level: null, outline: null });
      const standard = attributeOf(tag, 'w:default');
      if (standard !== null && isOn(standard)) defaultId = id;
      continue;
    }
    const style = id === null ? undefined : styles.get(id);
    if (id === null || style === undefined) continue;
    const value = attributeOf(tag, 'w:val');
    if (tag.name === 'w:basedOn') styles.set(id, { ...style, basedOn: value });
    else if (tag.name === 'w:numId') styles.set(id, { ...style, numId: value });
    else if (tag.name === 'w:ilvl') styles.set(id, { ...style, level: numberOf(tag, 'w:val') });
    else if (tag.name === 'w:outlineLvl') styles.set(id, { ...style, outline: numberOf(tag, 'w:val') });
  }
  return { styles, defaultId };
}
