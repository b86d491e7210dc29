import { expect, test } from 'vitest';
import { isToldByStatus, statusKey } from '../../../src-renderer/features/contracts/status-key.ts';

test('a contract that was terminated for a day to come is called by its status until then', () => {
  expect(isToldByStatus({ stage: 'terminated', status: 'terminating' })).toBe(true);
  expect(isToldByStatus({ stage: 'terminated', status: 'terminated' })).toBe(false);
  expect(isToldByStatus({ stage: 'signed', status: 'active' })).toBe(true);
  expect(isToldByStatus({ stage: 'draft', status: 'in_preparation' })).toBe(false);
});

test('the window of an option is not called that of a notice of non-renewal', () => {
  expect(statusKey('notice_window_open', 'option')).toBe('contracts.status.option_window_open');
  expect(statusKey('notice_window_open', 'auto')).toBe('contracts.status.notice_window_open');
});
