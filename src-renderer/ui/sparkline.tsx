import Box from '@mui/material/Box';

interface SparklineProps {
  /** What the line is of, with its figures, for those who don't see it. */
  readonly label: string;
  readonly values: readonly number[];
  /** Drawn as a dashed line. */
  readonly target?: number;
}

const width = 120;
const height = 32;
const edge = 3;

/** A few values as a small line, with the target that they are held against. */
export function Sparkline({ label, values, target }: SparklineProps) {
  if (values.length === 0) return null;
  const all = target === undefined ? values : [...values, target];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const range = most === least ? 1 : most - least;
  const x = (index: number) => edge + (values.length === 1 ? (width - 2 * edge) / 2 : (index / (values.length - 1)) * (width - 2 * edge));
  const y = (value: number) => height - edge - ((value - least) / range) * (height - 2 * edge);
  const last = values.at(-1) ?? 0;
  return (
    <Box component="svg" role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} sx={{ width, height, color: 'primary.main', flexShrink: 0 }}>
      {target !== undefined && <line x1={0} x2={width} y1={y(target)} y2={y(target)} stroke="currentColor" strokeDasharray="3 3" opacity={0.5} />}
      <polyline points={values.map((value, index) => `${x(index)},${y(value)}`).join(' ')} fill="none" stroke="currentColor" strokeWidth={1.5} />
      <circle cx={x(values.length - 1)} cy={y(last)} r={2.5} fill="currentColor" />
    </Box>
  );
}
