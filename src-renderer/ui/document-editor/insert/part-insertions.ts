import type { Translate } from '../../../i18n/i18n.ts';
import type { Variable } from '#shared/features/documents/variables.ts';
import { wrapInPart, type PartAttributes } from '../parts.ts';
import type { Surface } from '../surface.ts';
import { insertBlocks } from './contents.ts';
import { fitting, type Insertion, type InsertionProvider } from './insertion.ts';

/** What only a template's text can have inserted: parts that depend on a variable, and the parties' places to sign. */
export function partInsertions(surface: Surface, translate: Translate): readonly InsertionProvider[] {
  const provider = (key: 'conditions' | 'repeats' | 'signatures', all: () => readonly Insertion[]): InsertionProvider => ({
    key,
    label: translate(`documentEditor.insert.${key}`),
    find: (query) => fitting(all(), query),
  });
  const labelOf = (part: PartAttributes) => {
    const { words } = surface.context();
    return part.type === 'conditional' ? words.condition(part.attrs, true) : words.repeat(part.attrs.key);
  };
  const toInsertion = (part: PartAttributes): Insertion => ({ key: JSON.stringify(part), label: labelOf(part), insert: (editor) => void wrapInPart(editor, part) });
  return [
    provider('conditions', () => surface.context().variables.toSorted((one, other) => rank(one) - rank(other)).flatMap(conditionsOf).map(toInsertion)),
    provider('repeats', () => surface.context().variables.filter(({ type }) => type === 'list').map(({ key }) => toInsertion({ type: 'repeat', attrs: { key } }))),
    provider('signatures', () => signatures(surface, translate)),
  ];
}

/** What is asked about most stands first. */
function rank({ type }: Variable): number {
  return type === 'boolean' ? 0 : type === 'choice' ? 1 : 2;
}

function conditionsOf({ key, type, constraints }: Variable): readonly PartAttributes[] {
  const equals = (value: string): PartAttributes => ({ type: 'conditional', attrs: { key, fact: null, operator: 'equals', value } });
  if (type === 'boolean') return [equals('true'), equals('false')];
  if (type === 'choice') return (constraints.choices ?? []).map(({ value }) => equals(value));
  return [{ type: 'conditional', attrs: { key, fact: null, operator: 'filled', value: null } }];
}

function signatures(surface: Surface, translate: Translate): readonly Insertion[] {
  const { variables, language } = surface.context();
  const parties = variables.filter(({ type }) => type === 'party').slice(0, 8).map(({ key, labelZh, labelEn }) => ({ key, role: language === 'zh' ? labelZh : labelEn }));
  if (parties.length === 0) return [];
  return [{ key: 'signatures', label: translate('documentEditor.insert.signatureBlock'), insert: (editor) => insertBlocks(editor, [{ type: 'signatureBlock', attrs: { parties } }]) }];
}
