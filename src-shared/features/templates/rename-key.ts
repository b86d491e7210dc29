import type { AnyNode } from '../documents/model.ts';
import type { Variable } from '../documents/variables.ts';
import type { DefaultObligation, DueRule } from './defaults.ts';
import type { TemplateContent } from './model.ts';

/**
 * The content with a variable under another key wherever it is meant: in both texts, in the variable itself and in others
 * that follow from it, and in the obligations that contracts start with. `to` must be free.
 */
export function renameKey(content: TemplateContent, from: string, to: string): TemplateContent {
  const named = <Key extends string | null | undefined>(key: Key) => (key === from ? to : key) as Key;
  const { bodyZh, bodyEn, variables, defaults } = content;
  return {
    ...content,
    bodyZh: inText(bodyZh, named),
    bodyEn: inText(bodyEn, named),
    variables: variables.map((variable) => inVariable(variable, named)),
    defaults: { ...defaults, obligations: defaults.obligations.map((obligation) => inObligation(obligation, named)) },
  };
}

type Named = <Key extends string | null | undefined>(key: Key) => Key;

/** Blanks, conditions, repeats and signatures name a variable. */
function inText<Node extends AnyNode>(node: Node, named: Named): Node {
  const attrs = 'attrs' in node ? { attrs: inAttributes(node.attrs, named) } : {};
  const content = 'content' in node ? { content: node.content.map((child) => inText(child, named)) } : {};
  return { ...node, ...attrs, ...content };
}

function inAttributes(attrs: object, named: Named): object {
  if ('parties' in attrs) return { ...attrs, parties: (attrs.parties as readonly { readonly key: string }[]).map((party) => ({ ...party, key: named(party.key) })) };
  return 'key' in attrs ? { ...attrs, key: named(String(attrs.key)) } : attrs;
}

function inVariable(variable: Variable, named: Named): Variable {
  const { source, constraints } = variable;
  return {
    ...variable,
    key: named(variable.key),
    constraints: constraints.notBefore === undefined ? constraints : { ...constraints, notBefore: named(constraints.notBefore) },
    ...(source === undefined ? {} : { source: { ...source, partyKey: named(source.partyKey) } }),
  };
}

function inObligation(obligation: DefaultObligation, named: Named): DefaultObligation {
  const { obligorKey, due, amountKey, percentKey, condition } = obligation;
  return {
    ...obligation,
    obligorKey: named(obligorKey),
    due: inRule(due, named),
    amountKey: named(amountKey),
    percentKey: named(percentKey),
    condition: condition === null ? null : { ...condition, key: named(condition.key) },
  };
}

function inRule(due: DueRule, named: Named): DueRule {
  if (due.kind === 'fixed') return { ...due, dateKey: named(due.dateKey) };
  return due.kind === 'offset' ? { ...due, durationKey: named(due.durationKey) } : due;
}
