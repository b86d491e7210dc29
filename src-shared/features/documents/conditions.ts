import { partyFacts, type AnyNode, type Condition, type DocumentNode, type PartyFact } from './model.ts';
import { isFilled, valueAt, type PartySnapshot, type VariableValue, type VariableValues } from './variables.ts';

const none: ReadonlySet<string> = new Set();

/** Whether a conditional part is shown. A withheld value counts as given, and equals nothing. */
export function isShown(condition: Condition, values: VariableValues, withheld: ReadonlySet<string> = none): boolean {
  const { key, fact, operator } = condition;
  const party = fact === null ? null : partyAt(values, key);
  const value = fact === null ? valueAt(values, key) : ((party === null ? null : factOf(party, fact)) ?? undefined);
  const filled = isFilled(value) || (withheld.has(key) && (fact === null || isBankFact(fact)));
  switch (operator) {
    case 'filled':
      return filled;
    case 'empty':
      return !filled;
    case 'equals':
      return comparedText(value) === condition.value;
    case 'notEquals':
      return comparedText(value) !== condition.value;
  }
}

/** A value as a condition compares it; what is no plain text, number or boolean equals nothing. */
function comparedText(value: VariableValue | undefined): string | null {
  if (value === undefined) return '';
  return typeof value === 'object' ? null : String(value);
}

/**
 * The keys whose values the text needs as it stands, in the order of the text: those in parts that are shown, and the
 * choices that decide what is shown. `seller.bankAccount` is a fact of a party that the text asks for by itself. What
 * only a hidden part uses is not needed.
 */
export function neededKeys(
  body: DocumentNode,
  values: VariableValues,
  withheld: ReadonlySet<string> = none,
): ReadonlySet<string> {
  const keys = new Set<string>();
  visit(body);
  return keys;

  function visit(node: AnyNode): void {
    if (node.type === 'conditional') {
      const { key, operator } = node.attrs;
      if (operator === 'equals' || operator === 'notEquals') keys.add(key);
      if (!isShown(node.attrs, values, withheld)) return;
    } else if (node.type === 'variable') {
      const { key, format } = node.attrs;
      keys.add(key);
      if (isPartyFact(format)) keys.add(`${key}.${format}`);
    } else if (node.type === 'partyBlock' || node.type === 'repeat') keys.add(node.attrs.key);
    else if (node.type === 'signatureBlock') for (const { key } of node.attrs.parties) keys.add(key);
    if ('content' in node) for (const child of node.content) visit(child);
  }
}

/** The party under a key, or null when none is given. */
export function partyAt(values: VariableValues, key: string): PartySnapshot | null {
  const value = valueAt(values, key);
  return typeof value === 'object' && 'partyId' in value ? value : null;
}

/** One fact of a party, null when not given. */
export function factOf(party: PartySnapshot, fact: PartyFact): string | null {
  const text = fact === 'noticeAddress' ? party.noticeAddress || party.registeredAddress : party[fact];
  return text === null || text.trim() === '' ? null : text;
}

/** Whether a fact lies with the amounts, in the finance compartment. */
export function isBankFact(fact: PartyFact): boolean {
  return fact === 'bankName' || fact === 'bankAccount';
}

/** Whether a variable's format asks for a fact of a party. */
export function isPartyFact(format: string): format is PartyFact {
  return (partyFacts as readonly string[]).includes(format);
}
