import Stack from '@mui/material/Stack';
import { useEffect, useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useStrength } from '../use-strength.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { StrengthMeter } from './strength-meter.tsx';

export interface NewPassphraseEntry {
  readonly passphrase: string;
  readonly repeated: string;
}

interface NewPassphraseProps {
  readonly idPrefix: string;
  readonly entry: NewPassphraseEntry;
  readonly userName: string;
  readonly onChange: (entry: NewPassphraseEntry) => void;
  /** Told whether the entry is strong enough and repeated rightly; must be a stable function. */
  readonly onJudged: (isFit: boolean) => void;
}

/** A new passphrase, typed twice, with its strength. */
export function NewPassphrase({ idPrefix, entry, userName, onChange, onJudged }: NewPassphraseProps) {
  const translate = useTranslate();
  const strength = useStrength(entry.passphrase, userName);
  const [wasLeft, setLeft] = useState(false);
  const isFit = strength?.accepted === true && entry.passphrase === entry.repeated;
  useEffect(() => onJudged(isFit), [isFit, onJudged]);

  const isLongEnough = entry.repeated.length >= entry.passphrase.length;
  const differs = entry.repeated !== '' && entry.repeated !== entry.passphrase && (wasLeft || isLongEnough);
  return (
    <Stack spacing={1.5}>
      <PassphraseField
        id={`${idPrefix}-passphrase`}
        isNew
        label={translate('vault.passphrase.new')}
        value={entry.passphrase}
        onChange={(passphrase) => onChange({ ...entry, passphrase })}
      />
      <StrengthMeter strength={entry.passphrase === '' ? null : strength} />
      <PassphraseField
        id={`${idPrefix}-repeated`}
        isNew
        label={translate('vault.passphrase.repeat')}
        value={entry.repeated}
        onChange={(repeated) => onChange({ ...entry, repeated })}
        onBlur={() => setLeft(true)}
        problem={differs ? translate('vault.passphrase.differs') : undefined}
      />
    </Stack>
  );
}
