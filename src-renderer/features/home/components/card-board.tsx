import DragIcon from '@mui/icons-material/DragIndicator';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import { DndContext, KeyboardSensor, PointerSensor, closestCenter, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, arrayMove, rectSortingStrategy, sortableKeyboardCoordinates, useSortable } from '@dnd-kit/sortable';
import type { ReactNode } from 'react';
import { arranged, type HomeLayout } from '#shared/features/home/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';

export interface HomeCard {
  readonly key: string;
  readonly title: string;
  /** Over the whole width, or half of it where there is room. */
  readonly width: 'full' | 'half';
  readonly actions?: ReactNode;
  readonly content: ReactNode;
}

interface CardBoardProps {
  readonly cards: readonly HomeCard[];
  readonly layout: HomeLayout;
  readonly isArranging: boolean;
  readonly onChange: (layout: HomeLayout) => void;
}

/** The cards in a person's own order. While arranging, they are moved with the mouse or the arrow keys, and hidden. */
export function CardBoard({ cards, layout, isArranging, onChange }: CardBoardProps) {
  const translate = useTranslate();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const { shown, hidden } = arranged(cards, layout);
  const keys = shown.map(({ key }) => key);
  const drop = ({ active, over }: DragEndEvent) => {
    if (over === null || active.id === over.id) return;
    const moved = arrayMove(keys, keys.indexOf(String(active.id)), keys.indexOf(String(over.id)));
    onChange({ order: [...moved, ...hidden.map(({ key }) => key)], hidden: layout.hidden });
  };
  return (
    <Stack spacing={2}>
      {isArranging && <Alert severity="info">{translate('home.arrange.hint')}</Alert>}
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
        <SortableContext items={keys} strategy={rectSortingStrategy} disabled={!isArranging}>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
            {shown.map((card) => (
              <BoardCard key={card.key} card={card} isArranging={isArranging} onHide={() => onChange({ order: keys, hidden: [...layout.hidden, card.key] })} />
            ))}
          </Box>
        </SortableContext>
      </DndContext>
      {isArranging && hidden.length > 0 && (
        <SectionCard title={translate('home.arrange.hidden')}>
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
            {hidden.map(({ key, title }) => (
              <Button key={key} variant="outlined" size="small" onClick={() => onChange({ order: layout.order, hidden: layout.hidden.filter((each) => each !== key) })}>
                {translate('home.arrange.show', { title })}
              </Button>
            ))}
          </Stack>
        </SectionCard>
      )}
    </Stack>
  );
}

function BoardCard({ card, isArranging, onHide }: { readonly card: HomeCard; readonly isArranging: boolean; readonly onHide: () => void }) {
  const translate = useTranslate();
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id: card.key, disabled: !isArranging });
  const moved = transform === null ? undefined : `translate3d(${transform.x}px, ${transform.y}px, 0)`;
  return (
    <Box ref={setNodeRef} data-card={card.key} style={{ transform: moved, transition }} sx={{ gridColumn: { lg: card.width === 'full' ? '1 / -1' : 'auto' }, minWidth: 0, opacity: isDragging ? 0.6 : 1, zIndex: isDragging ? 2 : 'auto', position: 'relative' }}>
      <SectionCard
        title={card.title}
        actions={
          isArranging ? (
            <Stack direction="row" spacing={0.5}>
              <Button size="small" onClick={onHide} aria-label={translate('home.arrange.hideOne', { title: card.title })}>
                {translate('home.arrange.hide')}
              </Button>
              <IconButton size="small" {...attributes} {...listeners} aria-label={translate('home.arrange.move', { title: card.title })} sx={{ cursor: 'grab', touchAction: 'none' }}>
                <DragIcon />
              </IconButton>
            </Stack>
          ) : (
            card.actions
          )
        }
      >
        {card.content}
      </SectionCard>
    </Box>
  );
}
