import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { movesFrom, type LifecycleFacts } from '#shared/features/contracts/lifecycle.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StageDialog } from './stage-dialog.tsx';

/** Every step that the stage knows; one that can't be taken now says why. */
export function StageMenu({ contract }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [chosen, setChosen] = useState<Stage | null>(null);
  const facts = lifecycleFactsOf(contract);
  const moves = movesFrom(facts);
  if (moves.length === 0) return null;
  return (
    <>
      <Button variant="outlined" endIcon={<ArrowDropDownIcon />} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        {translate('contracts.lifecycle.menu')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {moves.map(({ to, refusal }) => (
          <MenuItem
            key={to}
            dense
            disabled={refusal !== null}
            onClick={() => {
              setAnchor(null);
              setChosen(to);
            }}
          >
            <ListItemText
              primary={translate(`contracts.lifecycle.to.${to}`)}
              secondary={refusal === null ? undefined : translate(`contracts.lifecycle.refusal.${refusal}`)}
              slotProps={{ secondary: { sx: { maxWidth: 320, whiteSpace: 'normal' } } }}
            />
          </MenuItem>
        ))}
      </Menu>
      {chosen !== null && <StageDialog contract={contract} facts={facts} to={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

/** What the guards ask of a contract, as far as the interface knows it; main asks again. */
function lifecycleFactsOf({ summary, record }: Contract): LifecycleFacts {
  return {
    stage: summary.stage,
    hasText: summary.versionNumber > 0,
    signedOn: record.signedOn,
    isSuperseded: false,
    openObligations: 0,
    openPayments: 0,
    isArchived: summary.archivedAt !== null,
  };
}
