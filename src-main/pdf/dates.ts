/** `D:20261124090000+08'00'`: a moment as PDF writes it, with the offset of the clock that it was read from. */
export function pdfDate(epochMs: number, offsetMinutes: number): string {
  const digits = new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, 19).replace(/[-:T]/g, '');
  const { sign, hours, minutes } = offsetParts(offsetMinutes);
  return `D:${digits}${sign}${hours}'${minutes}'`;
}

/** Reads a PDF date; a missing offset counts as UTC. Null where it isn't one. */
export function readPdfDate(text: string): number | null {
  const match = /^D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?'?|Z.*)?$/.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, hours, minutes] = match;
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(local)) return null;
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return local - (sign === '-' ? -offset : offset) * 60_000;
}

function offsetParts(offsetMinutes: number) {
  const distance = Math.abs(offsetMinutes);
  return {
    sign: offsetMinutes < 0 ? '-' : '+',
    hours: String(Math.floor(distance / 60)).padStart(2, '0'),
    minutes: String(distance % 60).padStart(2, '0'),
  };
}
