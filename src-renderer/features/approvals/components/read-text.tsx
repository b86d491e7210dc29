import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { NumberedBlock } from '#shared/features/reading/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';

interface ReadTextProps {
  readonly contractId: ContractId;
  readonly versionNumber: number;
  /** Told of the words that the reader marks. */
  readonly onSelect: (words: string) => void;
}

/** A version to read, whose words can be marked to comment on them. */
export function ReadText({ contractId, versionNumber, onSelect }: ReadTextProps) {
  const translate = useTranslate();
  const text = useOperation('versions.text', { contractId, versionNumber });
  const frame = useRef<HTMLDivElement>(null);
  const look = () => {
    const selection = globalThis.getSelection();
    const words = selection?.toString().trim() ?? '';
    const isHere = frame.current?.contains(selection?.anchorNode ?? null) === true;
    if (words !== '' && isHere) onSelect(words);
  };
  if (text.error !== null) return <ErrorMessage error={text.error} operation="versions.text" />;
  if (text.data === undefined) return <LoadingState />;
  return (
    <div ref={frame} role="document" aria-label={translate('approvals.review.text')} tabIndex={-1} onMouseUp={look} onKeyUp={look}>
      {text.data.blocks.map((block, index) => (
        <Typography key={index} component="p" variant="body2" sx={{ ...styleOf(block), overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', lineHeight: 1.75 }}>
          {[block.number, block.text].filter((part) => part !== null).join(' ')}
        </Typography>
      ))}
    </div>
  );
}

function styleOf({ kind }: NumberedBlock) {
  if (kind === 'title') return { fontWeight: 700, fontSize: 18, textAlign: 'center' } as const;
  return kind === 'heading' ? ({ fontWeight: 700, pt: 1 } as const) : {};
}
