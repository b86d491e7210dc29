import type { Choice, Variable } from '#shared/features/documents/variables.ts';
import { useLanguage } from '../../i18n/i18n.ts';

export interface VariableWords {
  readonly labelOf: (variable: Variable) => string;
  readonly helpOf: (variable: Variable) => string | null;
  readonly choiceLabelOf: (choice: Choice) => string;
}

/** What a template calls its variables, in the language of the interface. */
export function useVariableWords(): VariableWords {
  return useLanguage() === 'zh-CN' ? chinese : english;
}

const chinese: VariableWords = {
  labelOf: (variable) => variable.labelZh,
  helpOf: (variable) => variable.helpZh,
  choiceLabelOf: (choice) => choice.labelZh,
};

const english: VariableWords = {
  labelOf: (variable) => variable.labelEn,
  helpOf: (variable) => variable.helpEn,
  choiceLabelOf: (choice) => choice.labelEn,
};
