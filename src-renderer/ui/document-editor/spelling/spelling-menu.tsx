import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useToast } from '../../use-toast.ts';
import type { Surface } from '../surface.ts';
import type { Spelling } from './spelling.ts';

interface SpellingMenuProps {
  readonly surface: Surface;
  readonly spelling: Spelling;
}

/** What a misspelt word may have meant, and the two ways to let it pass. The cursor goes back into the text. */
export function SpellingMenu({ surface, spelling: { onAdd, onIgnore } }: SpellingMenuProps) {
  const translate = useTranslate();
  const toast = useToast();
  const { editor, spellingMenu: store } = surface;
  const menu = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => store.onNone(() => toast.info(translate('documentEditor.spelling.none'))), [store, toast, translate]);
  useEffect(() => () => store.set(null), [store]);
  if (menu === null) return null;
  const { word, offers, place } = menu;
  const close = (work?: () => void) => {
    store.set(null);
    work?.();
    editor.commands.focus();
  };
  return (
    <Menu
      open
      anchorReference="anchorPosition"
      anchorPosition={place}
      onClose={() => close()}
      disableRestoreFocus
      transitionDuration={0}
      slotProps={{ list: { dense: true, 'aria-label': translate('documentEditor.spelling.menu', { word }) } }}
    >
      {offers.map((offer) => (
        <MenuItem key={offer} lang="en" onClick={() => close(() => surface.correct(menu, offer))} sx={{ fontWeight: 600 }}>
          {offer}
        </MenuItem>
      ))}
      {offers.length === 0 && <MenuItem disabled>{translate('documentEditor.spelling.noOffers')}</MenuItem>}
      <Divider />
      {onIgnore !== null && <MenuItem onClick={() => close(() => onIgnore(word))}>{translate('documentEditor.spelling.ignore')}</MenuItem>}
      <MenuItem onClick={() => close(() => onAdd(word))}>{translate('documentEditor.spelling.add')}</MenuItem>
    </Menu>
  );
}
