import { describe, expect, it } from 'vitest';
import { rank } from '../../../src-renderer/app/palette/rank.ts';

describe('the command palette', () => {
  it('finds Chinese by any part of the text', () => {
    expect(rank('相对方', '新建相对方 New counterparty')).not.toBeNull();
    expect(rank('发票', '新建相对方 New counterparty')).toBeNull();
  });

  it('finds Latin letters in order with gaps, but not scattered over the whole text', () => {
    expect(rank('ctp', 'Counterparties')).not.toBeNull();
    expect(rank('zz', 'Counterparties')).toBeNull();
    expect(rank('ns', 'n and then a very long way to s')).toBeNull();
  });

  it('wants every word, in any order and width', () => {
    expect(rank('goods draft', 'Draft: Sale of goods')).not.toBeNull();
    expect(rank('ｇｏｏｄｓ', 'Draft: Sale of goods')).not.toBeNull();
    expect(rank('goods lease', 'Draft: Sale of goods')).toBeNull();
  });

  it('puts the beginning of a word before its middle, and both before letters with gaps', () => {
    const [start, middle, gaps] = [rank('con', 'Contracts'), rank('tra', 'Contracts'), rank('cts', 'Contracts here so')];
    expect(start).toBeLessThan(middle ?? -1);
    expect(rank('cnt', 'Contracts')).toBeGreaterThan(middle ?? 99);
    expect(gaps).not.toBeNull();
  });
});
