import { lazy, Suspense } from 'react';
import { LoadingState } from './loading-state.tsx';

// The PDF renderer is large and seldom needed: it is fetched with the first PDF that is looked at.
const PdfPages = lazy(async () => ({ default: (await import('./pdf-pages.tsx')).PdfPages }));

/** A PDF page by page. */
export function PdfPreview({ bytes }: { readonly bytes: Uint8Array }) {
  return (
    <Suspense fallback={<LoadingState />}>
      <PdfPages bytes={bytes} />
    </Suspense>
  );
}
