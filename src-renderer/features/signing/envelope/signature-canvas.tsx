import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useEffect, useRef, useState } from 'react';
import SignaturePad from 'signature_pad';
import type { Drawing } from '#shared/features/signing/strokes.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface SignatureCanvasProps {
  readonly label: string;
  /** Called after each stroke; null when nothing is drawn. */
  readonly onChange: (drawing: Drawing | null) => void;
}

/** A field to write one's name in with pen, finger or mouse; a stroke can be taken back, or all of it. */
export function SignatureCanvas({ label, onChange }: SignatureCanvasProps) {
  const translate = useTranslate();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const [strokes, setStrokes] = useState(0);
  const told = useRef(onChange);
  useEffect(() => {
    told.current = onChange;
  }, [onChange]);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    // Paper is white in the dark theme as well: what is drawn goes onto paper.
    const drawn = new SignaturePad(element, { backgroundColor: '#ffffff', penColor: '#0d1a59', minWidth: 1.2, maxWidth: 4, throttle: 0, minDistance: 2 });
    pad.current = drawn;
    const fit = (): void => {
      const kept = drawn.toData();
      const ratio = Math.max(1, window.devicePixelRatio);
      element.width = element.offsetWidth * ratio;
      element.height = element.offsetHeight * ratio;
      element.getContext('2d')?.scale(ratio, ratio);
      drawn.clear();
      drawn.fromData(kept);
    };
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(element);
    const tell = (): void => {
      setStrokes(drawn.toData().length);
      told.current(drawingOf(drawn, element));
    };
    drawn.addEventListener('endStroke', tell);
    return () => {
      watch.disconnect();
      drawn.removeEventListener('endStroke', tell);
      drawn.off();
    };
  }, []);

  const keep = (count: number): void => {
    const [present, element] = [pad.current, canvas.current];
    if (present === null || element === null) return;
    const kept = present.toData().slice(0, count);
    present.clear();
    present.fromData(kept);
    setStrokes(kept.length);
    onChange(drawingOf(present, element));
  };

  return (
    <Stack spacing={1}>
      <Box sx={{ position: 'relative', border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden', bgcolor: '#fff', height: { xs: 220, md: 280 } }}>
        <canvas ref={canvas} role="img" aria-label={label} data-signature-canvas style={{ width: '100%', height: '100%', display: 'block', touchAction: 'none', cursor: 'crosshair' }} />
        <Box aria-hidden sx={{ position: 'absolute', left: '6%', right: '6%', bottom: '22%', borderBottom: '1px dashed #9aa4b2', pointerEvents: 'none' }} />
      </Box>
      <Stack direction="row" spacing={1}>
        <Button size="small" disabled={strokes === 0} onClick={() => keep(strokes - 1)}>
          {translate('signing.drawing.undo')}
        </Button>
        <Button size="small" disabled={strokes === 0} onClick={() => keep(0)}>
          {translate('signing.drawing.clear')}
        </Button>
      </Stack>
    </Stack>
  );
}

function drawingOf(pad: SignaturePad, { offsetWidth: width, offsetHeight: height }: HTMLCanvasElement): Drawing | null {
  const strokes = pad
    .toData()
    .map(({ points }) => points.map(({ x, y, pressure, time }) => ({ x, y, pressure: Math.min(1, Math.max(0, pressure)), time })))
    .filter((points) => points.length > 0);
  return strokes.length === 0 ? null : { width, height, strokes };
}
