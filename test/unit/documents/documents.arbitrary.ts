import fc from 'fast-check';
import { numberingStyles, type BlockNode, type DocumentNode, type InlineNode, type Mark } from '#shared/features/documents/model.ts';

// Documents of every kind of node, as the schema allows them: ragged tables, empty lists and hidden parts among them.

const marks: fc.Arbitrary<readonly Mark[]> = fc.subarray(['bold', 'italic', 'underline'] as const).map((types) => types.map((type) => ({ type })));
const key = fc.constantFrom('buyer', 'seller', 'price', 'dueDate', 'goods');
const id = fc.option(fc.constantFrom('payment', 'term', 'c-1'), { nil: null });
const text = fc.string({ unit: fc.constantFrom('甲', '应', '于', '3', ' ', 'a', '，', '<', '&', 'ü'), minLength: 1, maxLength: 12 });

const inline: fc.Arbitrary<InlineNode> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text, marks }),
  fc.record({ type: fc.constant('variable' as const), attrs: fc.record({ key, format: fc.constantFrom('default' as const, 'words' as const, 'uscc' as const) }), marks }),
  fc.record({ type: fc.constant('clauseReference' as const), attrs: fc.record({ clauseId: fc.constantFrom('payment', 'nowhere') }) }),
  fc.constant<InlineNode>({ type: 'hardBreak' }),
);

/** Inline nodes as an editor leaves them: no two texts of one style beside each other. */
const inlines: fc.Arbitrary<readonly InlineNode[]> = fc.array(inline, { maxLength: 6 }).map((nodes) =>
  nodes.filter((node, index) => {
    const before = nodes[index - 1];
    return !(node.type === 'text' && before?.type === 'text');
  }),
);

const party = fc.record({ role: fc.constantFrom('甲方', 'Buyer'), key });

const { block } = fc.letrec<{ block: BlockNode; blocks: readonly BlockNode[] }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    fc.record({ type: fc.constant('paragraph' as const), attrs: fc.record({ numbered: fc.boolean(), id }), content: inlines }),
    fc.record({ type: fc.constant('title' as const), content: inlines }),
    fc.record({ type: fc.constant('clauseHeading' as const), attrs: fc.record({ level: fc.constantFrom(1 as const, 2 as const, 3 as const), id }), content: inlines }),
    fc.record({ type: fc.constant('partyBlock' as const), attrs: party }),
    fc.record({ type: fc.constant('signatureBlock' as const), attrs: fc.record({ parties: fc.array(party, { minLength: 1, maxLength: 3 }) }) }),
    fc.record({ type: fc.constant('bulletList' as const), content: fc.array(fc.record({ type: fc.constant('listItem' as const), content: tie('blocks') }), { maxLength: 3 }) }),
    fc.record({ type: fc.constant('orderedList' as const), attrs: fc.record({ start: fc.nat(9) }), content: fc.array(fc.record({ type: fc.constant('listItem' as const), content: tie('blocks') }), { maxLength: 3 }) }),
    fc.record({
      type: fc.constant('table' as const),
      content: fc.array(
        fc.record({
          type: fc.constant('tableRow' as const),
          content: fc.array(fc.record({ type: fc.constantFrom('tableHeader' as const, 'tableCell' as const), attrs: fc.record({ colspan: fc.integer({ min: 1, max: 2 }), rowspan: fc.integer({ min: 1, max: 2 }) }), content: tie('blocks') }), { maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
    }),
    fc.record({
      type: fc.constant('conditional' as const),
      attrs: fc.record({ key, fact: fc.constantFrom(null, 'uscc' as const), operator: fc.constantFrom('equals' as const, 'filled' as const), value: fc.constantFrom(null, 'true') }),
      content: tie('blocks'),
    }),
    fc.record({ type: fc.constant('repeat' as const), attrs: fc.record({ key }), content: tie('blocks') }),
  ),
}));

/** Any document, texts of one style already one and marks in order. */
export const anyDocument: fc.Arbitrary<DocumentNode> = fc.record({
  type: fc.constant('doc' as const),
  attrs: fc.record({ numbering: fc.constantFrom(...numberingStyles) }),
  content: fc.array(block, { maxLength: 5 }),
});
