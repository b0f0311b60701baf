import { Aspects, type Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** One finding of cdk-nag. */
export interface NagFinding {
  /** The path of the construct, with a slash in front. */
  readonly path: string;
  /** Such as `AwsSolutions-IAM5[Resource::*]`. */
  readonly rule: string;
}

/** cdk-nag 3, which only the newest CDK runs, visits a tree instead of being an aspect. */
interface Version3 {
  validateScope(scope: IConstruct): {
    readonly violations: ReadonlyArray<{
      readonly ruleName: string;
      readonly violatingResources: ReadonlyArray<{ readonly constructPath: string }>;
    }>;
  };
}

const isVersion3 = (checks: object): checks is Version3 => 'validateScope' in checks;

/** Finds what the AwsSolutions pack has to say on a stack, with either version of cdk-nag. */
export function nagFindings(stack: Stack): NagFinding[] {
  const checks: object = new AwsSolutionsChecks();
  if (isVersion3(checks)) {
    Annotations.fromStack(stack); // synthesizes, so that aspects have run
    return checks
      .validateScope(stack)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => ({ path: `/${constructPath}`, rule: ruleName })),
      );
  }
  Aspects.of(stack).add(checks as AwsSolutionsChecks);
  const annotations = Annotations.fromStack(stack);
  return [...annotations.findError('*', Match.anyValue()), ...annotations.findWarning('*', Match.anyValue())]
    .map(({ id, entry }) => ({ path: id, rule: String(entry.data).split(': ')[0] }))
    .filter(({ rule }) => rule.startsWith('AwsSolutions-'));
}
