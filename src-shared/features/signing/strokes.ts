import { z } from 'zod';

/** A point of a stroke as the pen left it: pixels from the top left, pressure from 0 to 1, epoch milliseconds. */
export const strokePointSchema = z
  .object({
    x: z.number().min(-100).max(10_000),
    y: z.number().min(-100).max(10_000),
    pressure: z.number().min(0).max(1),
    time: z.number().nonnegative(),
  })
  .readonly();
export type StrokePoint = z.infer<typeof strokePointSchema>;

/** A signature drawn by hand, kept as the movement that it was and not only as its picture. */
export const drawingSchema = z
  .object({
    width: z.number().min(50).max(10_000),
    height: z.number().min(50).max(10_000),
    strokes: z.array(z.array(strokePointSchema).min(1).max(4000).readonly()).min(1).max(400).readonly(),
  })
  .readonly();
export type Drawing = z.infer<typeof drawingSchema>;

export interface DrawingMeasure {
  readonly strokes: number;
  readonly points: number;
  /** From the first touch to the last, in milliseconds. */
  readonly milliseconds: number;
  /** Whether the device told how hard was pressed: a mouse tells one value for all points. */
  readonly hasPressure: boolean;
  readonly bounds: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

/** What a drawing consists of. */
export function measureDrawing({ strokes }: Drawing): DrawingMeasure {
  const points = strokes.flat();
  const all = (key: 'x' | 'y' | 'time' | 'pressure') => points.map((point) => point[key]);
  return {
    strokes: strokes.length,
    points: points.length,
    milliseconds: Math.max(...all('time')) - Math.min(...all('time')),
    hasPressure: new Set(all('pressure')).size > 1,
    bounds: { left: Math.min(...all('x')), top: Math.min(...all('y')), right: Math.max(...all('x')), bottom: Math.max(...all('y')) },
  };
}

/** Whether something was written at all: a stray dot is no signature. */
export function isDrawn(drawing: Drawing): boolean {
  const { points, bounds } = measureDrawing(drawing);
  return points >= 8 && bounds.right - bounds.left + bounds.bottom - bounds.top >= 40;
}
