import { expect, test } from 'vitest';
import { minuteToTime, offsetsToText, textToOffsets, timeToMinute } from '../../../src-renderer/features/reminders/offset-text.ts';

test('offsets are written as days before the date, and after it with a plus', () => {
  expect(offsetsToText([7, -30, 0, -7])).toBe('30, 7, 0, +7');
  expect(textToOffsets('30, 7，0、+7')).toEqual([-30, -7, 0, 7]);
  expect(textToOffsets('')).toEqual([]);
});

test('what is no number of days, or too many, is refused', () => {
  for (const text of ['soon', '-3', '7.5', '+400', '800', Array.from({ length: 21 }, (_, day) => day).join()]) expect([text, textToOffsets(text)]).toEqual([text, null]);
});

test('times of day go to minutes and back', () => {
  expect([timeToMinute('09:30'), timeToMinute('24:00'), timeToMinute(''), minuteToTime(570)]).toEqual([570, null, null, '09:30']);
});
