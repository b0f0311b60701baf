import { didYouMean } from '../../errors';
import { NO_VALUE, type Resolved } from '../no-value';
import { uuidOf } from '../stable-ids';
import { urlSuffixOf, type StackTemplate } from '../stack-template';
import { invalidTemplate } from './failures';
import type { TemplatePlace } from './template-place';
import type { StackScope } from './template-scope';

const PSEUDO_PARAMETERS: Readonly<Record<string, (scope: StackScope) => Resolved>> = {
  'AWS::AccountId': ({ stack }) => stack.account,
  'AWS::NoValue': () => NO_VALUE,
  'AWS::NotificationARNs': () => [],
  'AWS::Partition': ({ stack }) => stack.partition,
  'AWS::Region': ({ stack }) => stack.region,
  'AWS::StackId': ({ stack, app }) => {
    app.memo.assume(`AWS::CloudFormation::Stack ${stack.name}.StackId`);
    return stackIdOf(stack);
  },
  'AWS::StackName': ({ stack }) => stack.name,
  'AWS::URLSuffix': ({ stack }) => urlSuffixOf(stack.partition),
};

/** Returns the value of a pseudo parameter, such as `AWS::Region`. */
export function pseudoParameter(name: string, scope: StackScope, place: TemplatePlace): Resolved {
  if (Object.hasOwn(PSEUDO_PARAMETERS, name)) return PSEUDO_PARAMETERS[name](scope);
  throw invalidTemplate(
    `there is no pseudo parameter ${JSON.stringify(name)}${didYouMean(name, Object.keys(PSEUDO_PARAMETERS))}`,
    place,
  );
}

/** The ARN of a stack. */
export function stackIdOf(stack: StackTemplate): string {
  return `arn:${stack.partition}:cloudformation:${stack.region}:${stack.account}:stack/${stack.name}/${uuidOf(stack.name)}`;
}
