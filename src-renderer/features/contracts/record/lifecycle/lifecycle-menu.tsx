import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState, type ReactNode } from 'react';
import { aboutCorrection } from '#shared/features/contracts/kept-dialogs.ts';
import { movesFrom, type LifecycleFacts, type Move } from '#shared/features/contracts/lifecycle.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { usePermission } from '../../../../ipc/use-vault-status.ts';
import { useResume } from '../../../../keeping/use-resume.ts';
import type { ContractTerm } from '../term/use-term-plan.ts';
import { lifecycleFactsOf } from './lifecycle-facts.ts';
import { StageDialog } from './stage-dialog.tsx';

interface LifecycleMenuProps {
  readonly contract: Contract;
  readonly term: ContractTerm;
  /** What others say before a move is made. */
  readonly notice: ReactNode;
}

/** Every move that can be made, and then the others, with why not: those that one reason hinders, together. A closed contract says once that it is. */
export function LifecycleMenu({ contract, term, notice }: LifecycleMenuProps) {
  const translate = useTranslate();
  const mayWrite = usePermission('contracts.write');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  useResume('stage', setChosen);
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
      {facts.stage === 'terminated' && !facts.isArchived && (
        <Button variant="outlined" onClick={() => setChosen(aboutCorrection)}>
          {translate('contracts.lifecycle.correctButton')}
        </Button>
      )}
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
          byReason(moves).map((group) => <MoveItem key={group[0].to} moves={group} onChoose={choose} />)
        )}
      </Menu>
      <StageDialog contract={contract} facts={facts} today={term.today} about={chosen} notice={notice} onClose={() => setChosen(null)} />
    </>
  );
}

/** Moves that one reason hinders, or one that can be made. */
type MoveGroup = readonly [Move, ...Move[]];

interface MoveItemProps {
  readonly moves: MoveGroup;
  readonly onChoose: (move: Move) => void;
}

/** Stays reachable by keyboard when it can't be chosen, so that its reason can be read. */
function MoveItem({ moves, onChoose }: MoveItemProps) {
  const translate = useTranslate();
  const [first] = moves;
  const isRefused = first.refusal !== null;
  return (
    <MenuItem aria-disabled={isRefused} onClick={() => onChoose(first)} sx={{ whiteSpace: 'normal', ...(isRefused ? { cursor: 'default', color: 'text.secondary' } : {}) }}>
      <ListItemText
        primary={moves.map(({ to }) => translate(`contracts.lifecycle.move.${to}`)).join('\u00a0· ')}
        secondary={first.refusal === null ? undefined : translate(`contracts.lifecycle.refusal.${first.refusal}`)}
        slotProps={{ primary: { variant: 'body2' } }}
      />
    </MenuItem>
  );
}

function byReason(moves: readonly Move[]): readonly MoveGroup[] {
  const open = moves.filter(({ refusal }) => refusal === null).map((move): MoveGroup => [move]);
  const refused = new Map<Move['refusal'], MoveGroup>();
  for (const move of moves) {
    if (move.refusal === null) continue;
    const group = refused.get(move.refusal);
    refused.set(move.refusal, group === undefined ? [move] : [...group, move]);
  }
  return [...open, ...refused.values()];
}
