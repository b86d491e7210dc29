import { describe, expect, it } from 'vitest';
import { pdfDate, readPdfDate } from '../../../src-main/pdf/dates.ts';

describe('PDF dates', () => {
  const moment = Date.UTC(2026, 10, 24, 1, 2, 3);

  it('are written with the offset of the clock', () => {
    expect(pdfDate(moment, 480)).toBe("D:20261124090203+08'00'");
    expect(pdfDate(moment, -210)).toBe("D:20261123213203-03'30'");
  });

  it('are read back to the same moment', () => {
    for (const offset of [480, 0, -210]) expect(readPdfDate(pdfDate(moment, offset))).toBe(moment);
  });

  it('without an offset count as UTC', () => {
    expect(readPdfDate('D:20261124010203')).toBe(moment);
    expect(readPdfDate('D:20261124010203Z')).toBe(moment);
  });

  it('that make no sense are none', () => {
    expect(readPdfDate('yesterday')).toBeNull();
    expect(readPdfDate('')).toBeNull();
  });
});
