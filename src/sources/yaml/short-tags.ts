import type { Json } from '../../asl';

/** The names that a short tag may have: `!NAME` is `Fn::NAME`, except for `Ref` and `Condition`. */
export const SHORT_TAGS: readonly string[] = [
  'And',
  'Base64',
  'Cidr',
  'Condition',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'Equals',
  'FindInMap',
  'GetAZs',
  'GetAtt',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Ref',
  'RefAll',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'ValueOf',
  'ValueOfAll',
];

/**
 * The long form of a short tag: `!GetAtt Table.Arn` is `{ "Fn::GetAtt": ["Table", "Arn"] }`.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function longForm(name: string, argument: Json): Json {
  const key = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
  if (name !== 'GetAtt' || typeof argument !== 'string') return { [key]: argument };
  const dot = argument.indexOf('.');
  return { [key]: dot < 0 ? argument : [argument.slice(0, dot), argument.slice(dot + 1)] };
}
