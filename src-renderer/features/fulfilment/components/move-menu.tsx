import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import type { ObligationStatus } from '#shared/features/fulfilment/model.ts';
import { movesFrom } from '#shared/features/fulfilment/rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { MoveDialog, type Movable } from './move-dialog.tsx';

/** Offers the states that an obligation can go to, and asks for what a step needs. */
export function MoveMenu({ obligation, today }: { readonly obligation: Movable; readonly today: Day }) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [to, setTo] = useState<ObligationStatus | null>(null);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={translate('fulfilment.moveOf', { title: obligation.title })}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('fulfilment.move')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {movesFrom(obligation.status).map((status) => (
          <MenuItem
            key={status}
            onClick={() => {
              setAnchor(null);
              setTo(status);
            }}
          >
            {translate(`fulfilment.to.${status}`)}
          </MenuItem>
        ))}
      </Menu>
      {to !== null && <MoveDialog obligation={obligation} to={to} today={today} onClose={() => setTo(null)} />}
    </>
  );
}
