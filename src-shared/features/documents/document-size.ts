/** How deep nodes may nest, `doc` being depth 1. */
export const maximumDepth = 20;
/** How many nodes a document may have. */
export const maximumNodes = 200_000;

/** Measures anything shaped like nodes with `content`, without recursion. Null: it keeps within both limits. */
export function sizeProblem(root: unknown): 'DOCUMENT_TOO_DEEP' | 'DOCUMENT_TOO_LARGE' | null {
  const waiting: { readonly node: unknown; readonly depth: number }[] = [{ node: root, depth: 1 }];
  let nodes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    nodes += 1;
    if (next.depth > maximumDepth) return 'DOCUMENT_TOO_DEEP';
    if (typeof next.node !== 'object' || next.node === null || !('content' in next.node)) continue;
    if (!Array.isArray(next.node.content)) continue;
    if (nodes + waiting.length + next.node.content.length > maximumNodes) return 'DOCUMENT_TOO_LARGE';
    for (const child of next.node.content as readonly unknown[]) waiting.push({ node: child, depth: next.depth + 1 });
  }
  return null;
}
