import SnoozeIcon from '@mui/icons-material/Snooze';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import type { ReminderId } from '#shared/features/reminders/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface SnoozeButtonProps {
  readonly ids: readonly ReminderId[];
  readonly label: string;
  readonly name?: string;
  readonly onSnooze: (ids: readonly ReminderId[], until: number) => Promise<void>;
}

const choices = ['hour', 'afternoon', 'tomorrow', 'threeDays', 'week'] as const;

/** Puts reminders off: for an hour, or to a morning to come. */
export function SnoozeButton({ ids, label, name, onSnooze }: SnoozeButtonProps) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (choice: (typeof choices)[number]) => {
    setAnchor(null);
    void onSnooze(ids, momentOf(choice, new Date()));
  };
  return (
    <>
      <Button
        size="small"
        color="inherit"
        startIcon={<SnoozeIcon fontSize="small" />}
        disabled={ids.length === 0}
        aria-haspopup="menu"
        {...(name === undefined ? {} : { 'aria-label': translate('reminders.snoozeOne', { name }) })}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {choices.map((choice) => (
          <MenuItem key={choice} dense onClick={() => choose(choice)}>
            {translate(`reminders.until.${choice}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function momentOf(choice: (typeof choices)[number], now: Date): number {
  const morning = (days: number): number => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9).getTime();
  switch (choice) {
    case 'hour':
      return now.getTime() + 3_600_000;
    case 'afternoon':
      return Math.max(new Date(now.getFullYear(), now.getMonth(), now.getDate(), 14).getTime(), now.getTime() + 3_600_000);
    case 'tomorrow':
      return morning(1);
    case 'threeDays':
      return morning(3);
    case 'week':
      return morning(7);
  }
}
