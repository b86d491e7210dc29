import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getDocument, GlobalWorkerOptions, PasswordException, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from '../i18n/i18n.ts';
import { LoadingState } from './loading-state.tsx';

GlobalWorkerOptions.workerSrc = workerUrl;

/** A PDF page by page, drawn in the window; scripts in it never run. */
export function PdfPages({ bytes }: { readonly bytes: Uint8Array }) {
  const translate = useTranslate();
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [hindrance, setHindrance] = useState<'unreadable' | 'locked' | null>(null);
  const [page, setPage] = useState(1);

  useEffect(() => {
    const loading = getDocument({ data: new Uint8Array(bytes), disableFontFace: true, useWasm: false });
    loading.promise.then(setPdf, (error: unknown) => setHindrance(error instanceof PasswordException ? 'locked' : 'unreadable'));
    return () => void loading.destroy();
  }, [bytes]);
  useEffect(() => {
    if (pdf === null) return undefined;
    let isGone = false;
    const draw = async () => {
      const shown = await pdf.getPage(page);
      const target = canvas.current;
      if (isGone || target === null) return;
      const viewport = shown.getViewport({ scale: 1.5 });
      target.width = viewport.width;
      target.height = viewport.height;
      await shown.render({ canvas: target, viewport }).promise;
      target.dataset['drawn'] = String(page);
    };
    draw().catch(() => !isGone && setHindrance('unreadable'));
    return () => {
      isGone = true;
    };
  }, [pdf, page]);

  if (hindrance !== null) return <Typography>{translate(`ui.pdf.${hindrance}`)}</Typography>;
  if (pdf === null) return <LoadingState />;
  return (
    <Stack spacing={1.5} sx={{ alignItems: 'center' }}>
      <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
        <Button size="small" disabled={page <= 1} onClick={() => setPage(page - 1)}>
          {translate('ui.pdf.pageBefore')}
        </Button>
        <Typography variant="body2">{translate('ui.pdf.pageOf', { page, pages: pdf.numPages })}</Typography>
        <Button size="small" disabled={page >= pdf.numPages} onClick={() => setPage(page + 1)}>
          {translate('ui.pdf.pageAfter')}
        </Button>
      </Stack>
      <Box component="canvas" ref={canvas} role="img" aria-label={translate('ui.pdf.pageOf', { page, pages: pdf.numPages })} sx={{ maxWidth: '100%', border: 1, borderColor: 'divider' }} />
    </Stack>
  );
}
