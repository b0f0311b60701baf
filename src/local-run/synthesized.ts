import type { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { StepwrightError } from '../errors';

/** A stage of the CDK as far as it is needed here; the CDK itself is not loaded, it may be there in another version. */
interface Synthesizable extends IConstruct {
  synth(options?: { force?: boolean }): { readonly directory: string };
}

/** How many constructs a stage had when it was synthesized last. */
const sizes = new WeakMap<Synthesizable, number>();

/**
 * The folder into which the app or stage around a stack was synthesized. It is synthesized once; when constructs have been added since, again.
 *
 * @throws StepwrightError STACK_WITHOUT_APP
 */
export function synthesized(stack: Stack): string {
  const stage = [...stack.node.scopes].reverse().find(isStage);
  if (!stage) {
    throw new StepwrightError(
      'STACK_WITHOUT_APP',
      `the stack '${stack.node.path}' is not in an App or Stage, so it can't be synthesized`,
      { fix: 'Create it in an App: new MyStack(new App(), …).' },
    );
  }
  const size = stage.node.findAll().length;
  const before = sizes.get(stage);
  const { directory } = stage.synth({ force: before !== undefined && before !== size });
  // synthesis itself adds constructs, such as the tree's metadata
  sizes.set(stage, stage.node.findAll().length);
  return directory;
}

function isStage(construct: IConstruct): construct is Synthesizable {
  return typeof (construct as Partial<Synthesizable>).synth === 'function' && 'outdir' in construct;
}
