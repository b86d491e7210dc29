import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { FieldRow } from '../../../ui/field-row.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useSettings } from '../use-settings.ts';

const offeredMinutes = [1, 3, 5, 10, 15, 30, 60, 0] as const;

interface SecuritySectionProps {
  /** How the passphrase is changed, from the vault's feature. */
  readonly passphrase: ReactNode;
}

export function SecuritySection({ passphrase }: SecuritySectionProps) {
  const translate = useTranslate();
  const { settings, change } = useSettings();
  const minutes = settings?.idleLockMinutes ?? 10;
  const offered = offeredMinutes.some((one) => one === minutes) ? offeredMinutes : [minutes, ...offeredMinutes];
  return (
    <SectionCard title={translate('settings.security.title')}>
      <FieldRow
        label={translate('settings.idleLock.label')}
        hint={translate(minutes === 0 ? 'settings.idleLock.neverHint' : 'settings.idleLock.hint')}
      >
        <TextField
          select
          id="idle-lock"
          value={minutes}
          onChange={(event) => void change({ idleLockMinutes: Number(event.target.value) })}
          slotProps={{ select: { SelectDisplayProps: { 'aria-label': translate('settings.idleLock.label') } } }}
          sx={{ width: 260 }}
        >
          {offered.map((one) => (
            <MenuItem key={one} value={one}>
              {one === 0 ? translate('settings.idleLock.never') : translate('settings.idleLock.after', { count: one })}
            </MenuItem>
          ))}
        </TextField>
      </FieldRow>
      <FieldRow label={translate('settings.passphrase.label')} hint={translate('settings.passphrase.hint')}>
        {passphrase}
      </FieldRow>
    </SectionCard>
  );
}
