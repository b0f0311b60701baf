import type { BoundDefinition } from '../bound-definition';
import type { FlowNode } from '../flow-node';
import { boundDefinition } from './bound-definition';
import { checkJumps } from './jumps';
import { placeRendered } from './place-rendered';
import { placeState } from './place-state';
import { addScope, emptyRendering, type Rendering } from './rendering';
import {
  entryName,
  jumpTarget,
  within,
  type Next,
  type RenderScope,
  type Surroundings,
  type Visit,
} from './surroundings';

/**
 * A flow in the Amazon States Language. Nothing here recurses along the flow, so its length is not limited by the stack, and each piece is
 * visited once for what follows it and what surrounds it.
 *
 * @throws StepwrightError for what cannot be put together
 */
export function render(root: FlowNode): BoundDefinition {
  const rendering = emptyRendering();
  const workflow = addScope(rendering, 'the workflow', root);
  for (const scope of rendering.unfinished) visitAll(rendering, scope); // grows while it is walked
  checkJumps(rendering);
  return boundDefinition(rendering, workflow);
}

/** Visits the pieces of a scope: the main line first, then its handlers, then theirs. */
function visitAll(rendering: Rendering, scope: RenderScope): void {
  for (;;) {
    const piece = scope.line.pop();
    if (piece) visitOnce(rendering, piece);
    else if (scope.handlers.length > 0) scope.line.push(...scope.handlers.splice(0).reverse());
    else return;
  }
}

function visitOnce(rendering: Rendering, { node, next, surroundings }: Visit): void {
  const follows = node.open ? (next.name ?? next.closed ?? false) : false;
  const seen = surroundings.seen.get(node);
  if (seen?.includes(follows)) return;
  if (seen) seen.push(follows);
  else surroundings.seen.set(node, [follows]);
  visit(rendering, node, next, surroundings);
}

function visit(rendering: Rendering, node: FlowNode, next: Next, surroundings: Surroundings): void {
  const { line, jumps } = surroundings.scope;
  switch (node.kind) {
    case 'empty':
    case 'stop':
      return;
    case 'jump':
      jumps.push({ target: jumpTarget(node.target, surroundings), site: node.site });
      return;
    case 'state':
      return placeState(rendering, node, next, surroundings);
    case 'rendered':
      return placeRendered(rendering, node, next, surroundings);
    case 'closed':
      line.push({ node: node.flow, next: { site: node.site, closed: true }, surroundings });
      return;
    case 'sequence':
      line.push(
        { node: node.right, next, surroundings },
        {
          node: node.left,
          next: {
            name: entryName(node.right, next, surroundings),
            site: node.site,
            closed: node.right.kind === 'stop',
          },
          surroundings,
        },
      );
      return;
    default:
      line.push({ node: node.flow, next, surroundings: within(surroundings, node, next) });
  }
}
