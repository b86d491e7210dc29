import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { memo, useEffect, useRef } from 'react';
import type { ComparedBlock, DiffPart } from '#shared/features/versions/compare.ts';
import type { NumberedBlock } from '#shared/features/reading/model.ts';
import { numberParts } from '#shared/features/versions/redline.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { DiffParts } from '../../../ui/diff-parts.tsx';

export type ComparisonMode = 'sideBySide' | 'inline';

interface ComparedRowProps {
  readonly block: ComparedBlock;
  readonly mode: ComparisonMode;
  /** Whether the reader stands at this change: it is outlined and brought into view. */
  readonly isPresent: boolean;
}

/** A block of both versions: in two columns, or in one with the removed before the added. */
export const ComparedRow = memo(function ComparedRow({ block, mode, isPresent }: ComparedRowProps) {
  const translate = useTranslate();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isPresent) row.current?.scrollIntoView({ block: 'center' });
  }, [isPresent]);
  const numbers = numberParts(block);
  const remark = block.isMoved ? translate('versions.moved') : block.kind === 'renumbered' ? translate('versions.renumbered') : null;
  const sides = mode === 'inline' ? ([null] as const) : (['removed', 'added'] as const);
  return (
    <Box
      ref={row}
      data-change={block.kind}
      aria-current={isPresent ? 'true' : undefined}
      sx={{
        display: 'grid',
        gridTemplateColumns: mode === 'inline' ? '1fr' : '1fr 1fr',
        columnGap: 2,
        px: 1,
        mx: -1,
        py: 0.5,
        borderRadius: 1,
        scrollMarginTop: 96,
        outline: isPresent ? '2px solid' : 'none',
        outlineColor: 'primary.main',
      }}
    >
      {sides.map((side) => (
        <Side key={side ?? 'both'} block={block} side={side} numbers={numbers} emptyText={translate('versions.emptySide')} />
      ))}
      {remark !== null && (
        <Typography variant="caption" color="textSecondary" sx={{ gridColumn: '1 / -1' }}>
          {remark}
        </Typography>
      )}
    </Box>
  );
});

interface SideProps {
  readonly block: ComparedBlock;
  /** What this side alone shows; null shows both. */
  readonly side: 'added' | 'removed' | null;
  readonly numbers: readonly DiffPart[];
  readonly emptyText: string;
}

function Side({ block, side, numbers, emptyText }: SideProps) {
  const own = side === null ? (block.right ?? block.left) : side === 'added' ? block.right : block.left;
  if (own === null) return <Box aria-label={emptyText} role="note" sx={{ borderRadius: 1, bgcolor: 'action.hover' }} />;
  const shown = (part: DiffPart) => side === null || part.kind === 'same' || part.kind === side;
  return (
    <Typography component="div" variant="body2" sx={{ ...styleOf(own), minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', lineHeight: 1.75 }}>
      <DiffParts parts={numbers.filter(shown)} />
      {numbers.length > 0 && ' '}
      {own.kind === 'listItem' && '• '}
      <DiffParts parts={block.parts.filter(shown)} />
    </Typography>
  );
}

function styleOf({ kind }: NumberedBlock) {
  if (kind === 'title') return { fontWeight: 700, fontSize: 18, textAlign: 'center' } as const;
  return kind === 'heading' ? ({ fontWeight: 700, pt: 1 } as const) : {};
}
