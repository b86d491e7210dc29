import Box from '@mui/material/Box';
import { encode } from 'uqr';

interface QrCodeProps {
  readonly text: string;
  /** Says in words what a phone would read. */
  readonly label: string;
}

/** A QR code, dark on light in every theme, so that any phone reads it. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <Box component="svg" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" sx={{ width: 168, height: 168, bgcolor: 'common.white', borderRadius: 1, flex: 'none' }}>
      <path d={path} fill="#000" />
    </Box>
  );
}
