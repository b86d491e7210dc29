import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import type { SealId } from '#shared/features/signing/envelope-model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';

/** How a seal looks on paper. */
export function SealPicture({ id }: { readonly id: SealId }) {
  const translate = useTranslate();
  const image = useOperation('signing.sealImage', { id });
  const picture = useRef<HTMLImageElement>(null);
  const bytes = image.data?.bytes;
  useEffect(() => {
    if (bytes === undefined || picture.current === null) return;
    const made = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
    picture.current.src = made;
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  if (image.error !== null) return <ErrorMessage error={image.error} />;
  return (
    <Box sx={{ bgcolor: '#fff', border: 1, borderColor: 'divider', borderRadius: 1, width: 168, height: 168, p: 1, display: 'grid', placeItems: 'center' }}>
      <img ref={picture} alt={translate('signing.seal.picture')} style={{ maxWidth: '100%', maxHeight: '100%' }} />
    </Box>
  );
}
