/** A rate as people type it (`13`, `6%`, `0.5`) in hundredths of a percent; 100 % at most, two decimals at most. */
export function readRate(text: string): { readonly value: number | null } | { readonly problem: 'NOT_A_RATE' | 'OUT_OF_RANGE'; readonly bounds?: { readonly minimum: number; readonly maximum: number } } {
  const plain = text.normalize('NFKC').replace('%', '').trim();
  if (plain === '') return { value: null };
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return { problem: 'NOT_A_RATE' };
  const value = Math.round(Number(plain) * 100);
  return value > 10_000 ? { problem: 'OUT_OF_RANGE', bounds: { minimum: 0, maximum: 100 } } : { value };
}
