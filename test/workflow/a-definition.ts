import { App, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { BoundDefinition, IDefinition } from '../../src/chain';

/** A stack of its own, in an app of its own. */
export function aStack(id = 'Orders'): Stack {
  return new Stack(new App(), id);
}

/** A definition as it stands. */
export function bound(definition: Record<string, unknown>, more: Partial<BoundDefinition> = {}): IDefinition {
  return { bind: (_scope: Construct) => ({ definition, ...more }) };
}

/** One Pass. */
export const ONE_PASS = bound({ StartAt: 'Go', States: { Go: { Type: 'Pass', End: true } } });
