import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useEffect, useRef, useState } from 'react';
import SignaturePad from 'signature_pad';
import { z } from 'zod';
import type { Obligation } from '#shared/features/fulfilment/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { useInSight } from '../../../keeping/use-in-sight.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { base64Of } from '../../../ui/reencode.ts';
import { bigTarget } from './big-target.ts';

const point = z.object({ x: z.number(), y: z.number(), pressure: z.number(), time: z.number() });

interface SignatureTyped {
  readonly name: string;
  /** What is drawn, in pixels of a field that is `width` wide. */
  readonly strokes: readonly (readonly z.infer<typeof point>[])[];
  readonly width: number;
}

const fields: FieldsOf<SignatureTyped> = { name: z.string(), strokes: z.array(z.array(point)), width: z.number().positive() };

interface SignatureFieldProps {
  readonly obligation: Pick<Obligation, 'id' | 'contractId'>;
  readonly onClose: () => void;
}

/** Lets whoever received it sign on the screen, with finger, pen or mouse, and says who they are; kept until it is saved or given up. */
export function SignatureField({ obligation: { id, contractId }, onClose }: SignatureFieldProps) {
  return (
    <KeptForm of={{ contractId, dialog: 'siteSignature', about: id }} fields={fields} fresh={() => ({ name: '', strokes: [], width: 1 })} onClose={onClose}>
      {(kept) => <SignatureForm obligationId={id} kept={kept} />}
    </KeptForm>
  );
}

interface SignatureFormProps {
  readonly obligationId: Obligation['id'];
  readonly kept: KeptFormOf<SignatureTyped>;
}

function SignatureForm({ obligationId, kept }: SignatureFormProps) {
  const translate = useTranslate();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const padRef = useRef<SignaturePad | null>(null);
  const keep = useCommand('fulfilment.addPicture');
  const form = useInSight<HTMLDivElement>(kept.notice);
  const { name, strokes } = kept.typed;
  const isDrawn = strokes.length > 0;
  const [begun] = useState(kept.typed);
  const { change, close } = kept;

  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas === null) return undefined;
    const ratio = Math.max(1, devicePixelRatio);
    canvas.width = canvas.offsetWidth * ratio;
    canvas.height = canvas.offsetHeight * ratio;
    canvas.getContext('2d')?.scale(ratio, ratio);
    const pad = new SignaturePad(canvas, { backgroundColor: '#ffffff', penColor: '#12233a' });
    const { offsetWidth: width } = canvas;
    // Narrower than it was drawn in, so that nothing of it is cut off.
    const scale = Math.min(1, width / begun.width);
    const { dotSize, minWidth, maxWidth, penColor, velocityFilterWeight, compositeOperation } = pad;
    const pen = { dotSize, minWidth, maxWidth, penColor, velocityFilterWeight, compositeOperation };
    if (begun.strokes.length > 0) pad.fromData(begun.strokes.map((points) => ({ ...pen, points: points.map((at) => ({ ...at, x: at.x * scale, y: at.y * scale })) })));
    const noteStroke = () => change({ strokes: pad.toData().map(({ points }) => points.map(({ x, y, pressure, time }) => ({ x, y, pressure, time }))), width });
    pad.addEventListener('endStroke', noteStroke);
    padRef.current = pad;
    return () => {
      pad.removeEventListener('endStroke', noteStroke);
      pad.off();
    };
  }, [begun, change]);

  const clear = () => {
    padRef.current?.clear();
    change({ strokes: [] });
  };
  const save = async () => {
    const drawn = padRef.current?.toDataURL('image/png');
    if (drawn === undefined) return;
    const reply = await keep.run({ obligationId, kind: 'signature', picture: base64Of(drawn), words: name.trim(), takenAt: null, place: null });
    if (reply.ok) close();
  };
  return (
    <Stack ref={form} spacing={1.5}>
      {kept.notice}
      <PlainTextField required label={translate('fulfilment.field.receiver')} value={name} onChange={(event) => change({ name: event.target.value })} slotProps={{ htmlInput: { maxLength: 120, style: { minHeight: 32 } } }} />
      <Box component="canvas" ref={canvasRef} role="img" aria-label={translate('fulfilment.field.signHere')} sx={{ width: '100%', height: 220, border: 1, borderColor: 'text.secondary', borderRadius: 1, bgcolor: '#fff', touchAction: 'none' }} />
      <ErrorMessage error={keep.error} />
      <Stack direction="row" spacing={1.5}>
        <Button variant="outlined" color="inherit" onClick={close} sx={bigTarget}>
          {translate('ui.cancel')}
        </Button>
        <Button variant="outlined" color="inherit" onClick={clear} sx={bigTarget}>
          {translate('fulfilment.field.clear')}
        </Button>
        <Button variant="contained" disabled={!isDrawn || name.trim() === ''} loading={keep.isRunning} onClick={() => void save()} sx={{ ...bigTarget, flex: 1 }}>
          {translate('fulfilment.field.keepSignature')}
        </Button>
      </Stack>
      <div>{kept.status}</div>
    </Stack>
  );
}
