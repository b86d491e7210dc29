import { measureDrawing, type Drawing, type StrokePoint } from '#shared/features/signing/strokes.ts';

/** What stands in a signature block beside its words: a drawn signature, or the picture of a seal. */
export type Mark =
  | { readonly kind: 'drawing'; readonly drawing: Drawing }
  /** `png`: the picture; `widthPoints`: its size on paper, made smaller where the block is too small. */
  | { readonly kind: 'picture'; readonly png: Uint8Array; readonly widthPoints: number };

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const ink = '0.05 0.1 0.35 RG 1 J 1 j';

/** The operators that draw a signature into an area, as large as it fits: thicker where the pen was pressed harder. */
export function drawingOperators(drawing: Drawing, area: Area): readonly string[] {
  const { bounds } = measureDrawing(drawing);
  const [width, height] = [Math.max(1, bounds.right - bounds.left), Math.max(1, bounds.bottom - bounds.top)];
  const scale = Math.min(area.width / width, area.height / height, 0.5);
  const left = area.x + (area.width - width * scale) / 2;
  const bottom = area.y + (area.height - height * scale) / 2;
  const place = ({ x, y, pressure }: StrokePoint): Placed => ({
    x: left + (x - bounds.left) * scale,
    y: bottom + (bounds.bottom - y) * scale,
    width: 0.6 + 1.1 * pressure,
  });
  return ['q', ink, ...drawing.strokes.flatMap((stroke) => strokeOperators(stroke.map(place))), 'Q'];
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Curves from the middle of one piece to the middle of the next, so that a fast pen leaves no corners. */
function strokeOperators(points: readonly Placed[]): readonly string[] {
  const [first] = points;
  if (first === undefined) return [];
  if (points.length === 1) return [`${round(first.width * 1.6)} w ${at(first)} m ${at(first)} l S`];
  const lines: string[] = [];
  let from = first;
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    const to = next === undefined ? point : middle(point, next);
    lines.push(`${round(point.width)} w ${at(from)} m ${at(toward(from, point))} ${at(toward(to, point))} ${at(to)} c S`);
    from = to;
  }
  return lines;
}

function middle(one: Placed, other: Placed): Placed {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, width: (one.width + other.width) / 2 };
}

/** The cubic control point that equals the quadratic one. */
function toward(end: Placed, control: Placed): Placed {
  return { x: end.x + (2 / 3) * (control.x - end.x), y: end.y + (2 / 3) * (control.y - end.y), width: control.width };
}

function at({ x, y }: Placed): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
