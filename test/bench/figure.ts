/** One promised ratio: ours against a peer or a physical limit, both measured in this run. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | '/s';
  readonly ours: number;
  readonly peer: number;
  /** What the peer is. */
  readonly against: string;
  /** The ratio that was promised, e.g. `<= 1.3`. */
  readonly aim: { readonly atMost: number } | { readonly atLeast: number } | null;
  readonly ratio: number;
}

/** The median, so that one disturbed run does not decide. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function figure(parts: Omit<Figure, 'ratio'>): Figure {
  return { ...parts, ratio: parts.ours / parts.peer };
}

/** `met`, `not met`, or nothing where only the figure was asked for. */
export function verdictOf({ aim, ratio }: Figure): string {
  if (aim === null) return '';
  const met = 'atMost' in aim ? ratio <= aim.atMost : ratio >= aim.atLeast;
  return met ? 'met' : 'not met';
}

/** The figures as a table in Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((each) => {
    const aim = each.aim === null ? '' : 'atMost' in each.aim ? `≤ ${each.aim.atMost}x` : `≥ ${each.aim.atLeast}x`;
    return [each.name, `${round(each.ours)} ${each.unit}`, `${each.against}: ${round(each.peer)} ${each.unit}`, `${each.ratio.toFixed(2)}x`, aim, verdictOf(each)];
  });
  const head = ['Figure', 'Deedbox', 'Against', 'Ratio', 'Aim', ''];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
