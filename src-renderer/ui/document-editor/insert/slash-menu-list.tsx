import Box from '@mui/material/Box';
import ListSubheader from '@mui/material/ListSubheader';
import MenuItem from '@mui/material/MenuItem';
import MenuList from '@mui/material/MenuList';
import Paper from '@mui/material/Paper';
import Popper from '@mui/material/Popper';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { SlashMenuStore } from './slash-menu.ts';

/** The `/` menu at the cursor; the keys stay with the text, which moves the choice. */
export function SlashMenuList({ store }: { readonly store: SlashMenuStore }) {
  const translate = useTranslate();
  const menu = useSyncExternalStore(store.subscribe, store.get);
  const chosenItem = useRef<HTMLLIElement | null>(null);
  useEffect(() => chosenItem.current?.scrollIntoView({ block: 'nearest' }), [menu?.chosen]);
  if (menu === null || menu.place === null) return null;
  const { place } = menu;
  const chosen = menu.groups.flatMap(({ insertions }) => insertions)[menu.chosen];
  return (
    <Popper open anchorEl={{ getBoundingClientRect: () => place }} placement="bottom-start" sx={{ zIndex: 'modal' }}>
      <Paper elevation={4} sx={{ width: 340, maxHeight: 360, overflowY: 'auto' }}>
        {menu.groups.length === 0 && (
          <Typography variant="body2" sx={{ p: 1.5, color: 'text.secondary' }}>
            {translate('documentEditor.insert.nothing')}
          </Typography>
        )}
        <MenuList dense aria-label={translate('documentEditor.insert.title')}>
          {menu.groups.flatMap(({ label, insertions }) => [
            <ListSubheader key={label} disableSticky sx={{ lineHeight: 2.2, bgcolor: 'transparent' }}>
              {label}
            </ListSubheader>,
            ...insertions.map((insertion) => {
              const isChosen = insertion === chosen;
              return (
                <MenuItem
                  key={`${label} ${insertion.key}`}
                  ref={isChosen ? chosenItem : undefined}
                  selected={isChosen}
                  tabIndex={-1}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => menu.take(insertion)}
                >
                  <Box sx={{ minWidth: 0 }}>
                    <Typography variant="body2" noWrap>
                      {insertion.label}
                    </Typography>
                    {insertion.detail !== undefined && (
                      <Typography variant="caption" noWrap component="p" sx={{ color: 'text.secondary' }}>
                        {insertion.detail}
                      </Typography>
                    )}
                  </Box>
                </MenuItem>
              );
            }),
          ])}
        </MenuList>
      </Paper>
    </Popper>
  );
}
