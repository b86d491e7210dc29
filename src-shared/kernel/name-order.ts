const names = new Intl.Collator('zh', { numeric: true });

/** The order in which people look a name up: Chinese by pinyin, then other letters whatever their case, and numbers as they count. */
export function byName(one: string, other: string): number {
  return names.compare(one, other);
}
