import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { movesFrom, type LifecycleFacts, type Move } from '#shared/features/contracts/lifecycle.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { stageSchema, type Stage } from '#shared/features/contracts/stage.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { usePermission } from '../../../../ipc/use-vault-status.ts';
import { useResume } from '../../../../keeping/use-resume.ts';
import type { ContractTerm } from '../term/use-term-plan.ts';
import { lifecycleFactsOf } from './lifecycle-facts.ts';
import { StageDialog } from './stage-dialog.tsx';

/** Every move that can be made, and then the others, each saying why not. A closed contract says once that it is. */
export function LifecycleMenu({ contract, term }: { readonly contract: Contract; readonly term: ContractTerm }) {
  const translate = useTranslate();
  const mayWrite = usePermission('contracts.write');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [chosen, setChosen] = useState<Stage | null>(null);
  useResume('stage', (about) => setChosen(stageSchema.safeParse(about).data ?? null));
  const facts: LifecycleFacts = lifecycleFactsOf(contract, term);
  const moves = movesFrom(facts);
  const isClosed = moves.every(({ refusal }) => refusal === 'IS_CLOSED');
  if (!mayWrite) return null;
  const choose = ({ to, refusal }: Move) => {
    if (refusal !== null) return;
    setAnchor(null);
    setChosen(to);
  };
  return (
    <>
      <Button
        variant="outlined"
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('contracts.lifecycle.moveTo')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} slotProps={{ paper: { sx: { maxWidth: 380 } } }}>
        {isClosed ? (
          <MenuItem aria-disabled sx={{ whiteSpace: 'normal', cursor: 'default', color: 'text.secondary', typography: 'body2' }}>
            {translate('contracts.lifecycle.refusal.IS_CLOSED')}
          </MenuItem>
        ) : (
          moves.map((move) => <MoveItem key={move.to} move={move} onChoose={() => choose(move)} />)
        )}
      </Menu>
      <StageDialog contract={contract} facts={facts} today={term.today} to={chosen} onClose={() => setChosen(null)} />
    </>
  );
}

interface MoveItemProps {
  readonly move: Move;
  readonly onChoose: () => void;
}

/** Stays reachable by keyboard when it can't be chosen, so that its reason can be read. */
function MoveItem({ move: { to, refusal }, onChoose }: MoveItemProps) {
  const translate = useTranslate();
  const isRefused = refusal !== null;
  return (
    <MenuItem aria-disabled={isRefused} onClick={onChoose} sx={{ whiteSpace: 'normal', ...(isRefused ? { cursor: 'default', color: 'text.secondary' } : {}) }}>
      <ListItemText
        primary={translate(`contracts.lifecycle.move.${to}`)}
        secondary={isRefused ? translate(`contracts.lifecycle.refusal.${refusal}`) : undefined}
        slotProps={{ primary: { variant: 'body2' } }}
      />
    </MenuItem>
  );
}
