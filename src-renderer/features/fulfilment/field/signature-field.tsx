import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useEffect, useRef, useState } from 'react';
import SignaturePad from 'signature_pad';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { base64Of } from '../../../ui/reencode.ts';
import { bigTarget } from './big-target.ts';

/** Lets whoever received it sign on the screen, with finger, pen or mouse, and says who they are. */
export function SignatureField({ obligationId, onKept }: { readonly obligationId: ObligationId; readonly onKept: () => void }) {
  const translate = useTranslate();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const padRef = useRef<SignaturePad | null>(null);
  const keep = useCommand('fulfilment.addPicture');
  const [name, setName] = useState('');
  const [isDrawn, setDrawn] = useState(false);

  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas === null) return undefined;
    const ratio = Math.max(1, devicePixelRatio);
    canvas.width = canvas.offsetWidth * ratio;
    canvas.height = canvas.offsetHeight * ratio;
    canvas.getContext('2d')?.scale(ratio, ratio);
    const pad = new SignaturePad(canvas, { backgroundColor: '#ffffff', penColor: '#12233a' });
    const noteStroke = () => setDrawn(true);
    pad.addEventListener('endStroke', noteStroke);
    padRef.current = pad;
    return () => {
      pad.removeEventListener('endStroke', noteStroke);
      pad.off();
    };
  }, []);

  const clear = () => {
    padRef.current?.clear();
    setDrawn(false);
  };
  const save = async () => {
    const drawn = padRef.current?.toDataURL('image/png');
    if (drawn === undefined) return;
    const reply = await keep.run({ obligationId, kind: 'signature', picture: base64Of(drawn), words: name.trim(), takenAt: null, place: null });
    if (reply.ok) onKept();
  };
  return (
    <Stack spacing={1.5}>
      <PlainTextField required label={translate('fulfilment.field.receiver')} value={name} onChange={(event) => setName(event.target.value)} slotProps={{ htmlInput: { maxLength: 120, style: { minHeight: 32 } } }} />
      <Box component="canvas" ref={canvasRef} role="img" aria-label={translate('fulfilment.field.signHere')} sx={{ width: '100%', height: 220, border: 1, borderColor: 'text.secondary', borderRadius: 1, bgcolor: '#fff', touchAction: 'none' }} />
      <ErrorMessage error={keep.error} />
      <Stack direction="row" spacing={1.5}>
        <Button variant="outlined" color="inherit" onClick={clear} sx={bigTarget}>
          {translate('fulfilment.field.clear')}
        </Button>
        <Button variant="contained" disabled={!isDrawn || name.trim() === ''} loading={keep.isRunning} onClick={() => void save()} sx={{ ...bigTarget, flex: 1 }}>
          {translate('fulfilment.field.keepSignature')}
        </Button>
      </Stack>
    </Stack>
  );
}
