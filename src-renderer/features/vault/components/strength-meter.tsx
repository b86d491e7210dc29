import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PassphraseStrength } from '#shared/features/vault/model.ts';
import { isStringKey, useTranslate } from '../../../i18n/i18n.ts';

const words = [
  'vault.strength.score.guessed',
  'vault.strength.score.weak',
  'vault.strength.score.middling',
  'vault.strength.score.good',
  'vault.strength.score.strong',
] as const;
const colours = ['error.main', 'error.main', 'warning.main', 'success.main', 'success.main'] as const;

/** How long a passphrase would withstand guessing, and how to better it. */
export function StrengthMeter({ strength }: { readonly strength: PassphraseStrength | null }) {
  const translate = useTranslate();
  const score = strength?.score ?? -1;
  const word = words[score];
  return (
    <Box sx={{ minHeight: 78 }}>
      <Box aria-hidden sx={{ display: 'flex', gap: 0.5, mb: 0.75 }}>
        {words.map((key, index) => (
          <Box
            key={key}
            sx={{ flex: 1, height: 5, borderRadius: 1, bgcolor: index <= score ? colours[score] : 'divider' }}
          />
        ))}
      </Box>
      <Typography component="div" variant="body2" aria-live="polite" sx={{ color: 'text.secondary' }}>
        {word === undefined || strength === null ? (
          translate('vault.strength.advice')
        ) : (
          <>
            <Box component="strong" sx={{ color: colours[score], fontWeight: 600 }}>
              {translate(word)}
            </Box>
            <Advice strength={strength} />
          </>
        )}
      </Typography>
    </Box>
  );
}

function Advice({ strength }: { readonly strength: PassphraseStrength }) {
  const translate = useTranslate();
  const keys = [
    ...(strength.warning === null ? [] : [`vault.strength.warning.${strength.warning}`]),
    ...strength.suggestions.map((code) => `vault.strength.suggestion.${code}`),
  ];
  const known = keys.filter(isStringKey).slice(0, 2);
  if (known.length === 0) return null;
  return (
    <Box component="ul" sx={{ my: 0.25, pl: 2.25 }}>
      {known.map((key) => (
        <li key={key}>{translate(key)}</li>
      ))}
    </Box>
  );
}
