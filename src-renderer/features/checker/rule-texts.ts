import { useMemo } from 'react';
import { basisText, ruleText, type RuleText } from '#shared/features/checker/rule-text.ts';
import type { FindingParameters } from '#shared/features/checker/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { useLanguage } from '../../i18n/i18n.ts';

/** A rule as shipped, with how it was tuned. */
export type ShownRule = OutputOf<'checker.rules'>['rules'][number];

/** The rules' own sentences in the interface's language; the command line says the same. */
export function useRuleTexts(): { readonly ruleText: (ruleId: string, parameters?: FindingParameters) => RuleText; readonly basis: (key: string) => string } {
  const language = useLanguage();
  return useMemo(
    () => ({ ruleText: (ruleId, parameters) => ruleText(language, ruleId, parameters), basis: (key) => basisText(language, key) }),
    [language],
  );
}
