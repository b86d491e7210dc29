import type { Day } from '../../kernel/day.ts';
import { defaultValues, isFilled, valueAt, type Variable, type VariableValue, type VariableValues } from '../documents/variables.ts';
import { dayAt } from '../../kernel/day.ts';
import type { TemplateContent } from './model.ts';
import { sampleParties } from './seeds/sample-parties.ts';

/** Values to try a template with: its defaults, and something plausible for every other blank. Nobody in them exists. */
export function trialValues({ variables }: Pick<TemplateContent, 'variables'>, today: Day): VariableValues {
  const given = defaultValues(variables, today);
  const values: Record<string, VariableValue> = {};
  let party = 0;
  for (const variable of variables) {
    const present = valueAt(given, variable.key);
    if (isFilled(present)) values[variable.key] = present;
    else if (variable.type === 'party') values[variable.key] = sampleParties[party++ % sampleParties.length] ?? sampleParties[0];
    else values[variable.key] = plausible(variable, today);
  }
  return values;
}

function plausible({ type, labelZh, labelEn, key, constraints }: Variable, today: Day): VariableValue {
  const { minimum = 0, maximum = 1_000_000_000_000, minLength = 0, unit } = constraints;
  const within = (value: number) => Math.min(Math.max(value, minimum), maximum);
  switch (type) {
    case 'number':
      return within(10);
    case 'money':
      return { minor: within(12_345_600), currency: (unit ?? 'CNY') as 'CNY' };
    case 'date':
      return dayAt(Date.parse(today) + 30 * 86_400_000, 0);
    case 'duration':
      return { amount: within(30), unit: unit === 'month' || unit === 'year' || unit === 'workingDay' ? unit : 'day' };
    case 'choice':
      return constraints.choices?.[0]?.value ?? '';
    case 'boolean':
      return true;
    case 'list':
      return key.endsWith('En') ? [`${labelEn} A`, `${labelEn} B`] : [`${labelZh}甲`, `${labelZh}乙`];
    case 'text':
    case 'party':
      return (key.endsWith('En') ? labelEn : labelZh).padEnd(minLength, '　');
  }
}
