import ToggleButton from '@mui/material/ToggleButton';
import Tooltip from '@mui/material/Tooltip';
import type { ReactElement } from 'react';

interface ToolButtonProps {
  readonly label: string;
  /** As `Ctrl+B`; shown behind the label. */
  readonly keys?: string;
  readonly icon: ReactElement;
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  readonly opensMenu?: boolean;
  readonly onClick: (button: HTMLElement) => void;
}

/** A button of the editor's toolbar. It doesn't take the cursor out of the text. */
export function ToolButton({ label, keys, icon, isOn, isDisabled = false, opensMenu = false, onClick }: ToolButtonProps) {
  return (
    <Tooltip title={keys === undefined ? label : `${label} (${keys})`}>
      <span>
        <ToggleButton
          value={label}
          size="small"
          selected={isOn ?? false}
          disabled={isDisabled}
          aria-label={label}
          {...(isOn === undefined ? { 'aria-pressed': undefined } : { 'aria-pressed': isOn })}
          {...(opensMenu ? { 'aria-haspopup': 'menu' as const } : {})}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => onClick(event.currentTarget)}
          sx={{ border: 0, p: 0.5, borderRadius: 1, color: 'text.primary', '& svg': { fontSize: 20 } }}
        >
          {icon}
        </ToggleButton>
      </span>
    </Tooltip>
  );
}
