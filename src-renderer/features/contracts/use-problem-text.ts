import { partyFacts } from '#shared/features/documents/model.ts';
import { textPatterns, type Variable } from '#shared/features/documents/variables.ts';
import { currencySchema, moneyToFigures } from '#shared/kernel/money.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import type { FormProblem } from './assess-form.ts';
import { useVariableWords } from './use-variable-words.ts';

/** The sentence of a problem, with its bounds as the person writes them. */
export function useProblemText(variables: readonly Variable[]): (problem: FormProblem) => string {
  const translate = useTranslate();
  const { labelOf } = useVariableWords();

  return (problem) => {
    const variable = variables.find(({ key }) => key === problem.key);
    const other = variables.find(({ key }) => key === problem.params['other']);
    const fact = partyFacts.find((each) => each === problem.params['fact']);
    const params = {
      ...problem.params,
      ...boundsOf(variable, problem),
      ...(other === undefined ? {} : { other: labelOf(other) }),
      ...(fact === undefined ? {} : { fact: translate(`contracts.fact.${fact}`) }),
    };
    const text = translate(`contracts.problem.${wordingOf(problem)}`, params);
    const { item } = problem.params;
    return item === undefined || problem.code === 'BLANK_ITEM' ? text : translate('contracts.problem.inRow', { item, text });
  };
}

/** Which sentence suits: some codes have another one when they come with their bound, or by the form asked for. */
function wordingOf({ code, params }: FormProblem) {
  if (code === 'TOO_LARGE' && params['maximum'] !== undefined) return 'ABOVE_MAXIMUM';
  if (code === 'TOO_MANY_DECIMALS' && params['decimals'] !== undefined) return 'MORE_DECIMALS';
  if (code !== 'WRONG_FORM') return code;
  return textPatterns.map((pattern) => `form.${pattern}` as const).find((each) => each === `form.${String(params['pattern'])}`) ?? code;
}

/** Bounds of money are kept in minor units. */
function boundsOf(variable: Variable | undefined, { params }: FormProblem): Readonly<Record<string, string>> {
  const currency = currencySchema.safeParse(variable?.constraints.unit);
  if (variable?.type !== 'money') return {};
  const bounds = (['minimum', 'maximum'] as const).flatMap((bound) => {
    const minor = params[bound];
    if (typeof minor !== 'number') return [];
    return [[bound, moneyToFigures({ minor, currency: currency.success ? currency.data : 'CNY' })] as const];
  });
  return Object.fromEntries(bounds);
}
