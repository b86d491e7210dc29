/** A name that every system takes for a file or folder: no separators, no reserved words, no blanks at its ends, not long. */
export function safeFileName(name: string): string {
  const plain = [...name].map((character) => (character < ' ' || '\\/:*?"<>|'.includes(character) ? '_' : character)).join('').replace(/[. ]+$/u, '').replace(/^ +/u, '');
  const cut = plain.length > 120 ? `${plain.slice(0, 100)}${/\.[^.]{1,12}$/u.exec(plain)?.[0] ?? ''}` : plain;
  return cut === '' || /^(\.+|con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu.test(cut) ? `_${cut}` : cut;
}

/** A name that none of those taken has, whatever their case; it is then taken itself. */
export function freeName(wanted: string, taken: Set<string>): string {
  const safe = safeFileName(wanted);
  const [, stem = safe, ending = ''] = /^(.*?)(\.[^.]{1,12})?$/su.exec(safe) ?? [];
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? safe : `${stem} (${count})${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
