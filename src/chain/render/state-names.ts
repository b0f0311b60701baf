import type { FlowNode } from '../flow-node';

const known = new WeakMap<FlowNode, ReadonlySet<string>>();

/** The names of the states on the level of a piece, handlers included, as they are seen from outside of the piece. */
export function stateNames(piece: FlowNode): ReadonlySet<string> {
  const found = known.get(piece);
  if (found) return found;
  const names = new Set<string>();
  let fixed = true; // states of the CDK may still change
  const seen = new Map<FlowNode, Set<string>>();
  const work: Array<[node: FlowNode, prefix: string]> = [[piece, '']];
  while (work.length > 0) {
    const [node, prefix] = work.pop()!;
    const prefixes = seen.get(node) ?? new Set();
    if (prefixes.has(prefix)) continue;
    seen.set(node, prefixes.add(prefix));
    switch (node.kind) {
      case 'state':
        names.add(prefix + node.entry);
        for (const neighbor of node.state._neighbors()) work.push([neighbor, prefix]);
        break;
      case 'rendered':
        fixed = false;
        for (const name of node.load().states.keys()) names.add(prefix + name);
        break;
      case 'sequence':
        work.push([node.left, prefix], [node.right, prefix]);
        break;
      case 'each':
        work.push([node.flow, prefix]);
        if (node.catcher) work.push([node.catcher.to, prefix]);
        break;
      case 'closed':
        work.push([node.flow, prefix]);
        break;
      case 'prefixed':
        work.push([node.flow, prefix + node.prefix]);
        break;
      default:
    }
  }
  if (fixed) known.set(piece, names);
  return names;
}
