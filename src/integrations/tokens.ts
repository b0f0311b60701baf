import { aws_stepfunctions as sfn, Token, Tokenization, type IResolvable } from 'aws-cdk-lib';

// Each name of aws-cdk-lib's index is looked up by a require whenever it is read, and these are asked for every value of a definition.
const [TOKEN, TOKENIZATION, FIELD_UTILS, DISCARDED] = [Token, Tokenization, sfn.FieldUtils, sfn.JsonPath.DISCARD];

/** Numbers that stand for tokens are below this: the CDK writes the token's index into the last bits of about -1.9e289. */
const LARGEST_TOKEN = -1e280;

/** Whether the CDK resolves the value, or a part of the text, later. */
export function isUnresolved(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return value.includes('${Token[') && TOKEN.isUnresolved(value);
    case 'number':
      return value < LARGEST_TOKEN && TOKEN.isUnresolved(value);
    default:
      return TOKEN.isUnresolved(value);
  }
}

/** Whether the object is a token of the CDK. */
export function isToken(value: object): value is IResolvable {
  return TOKENIZATION.isResolvable(value);
}

/** What made a number that stands for a token. */
export function tokenOfNumber(value: number): IResolvable | undefined {
  return TOKENIZATION.reverseNumber(value);
}

/** The paths that the CDK's `JsonPath` has put into a value. */
export function pathsIn(value: unknown): string[] {
  return FIELD_UTILS.findReferencedPaths({ value });
}

/** A payload template in which the paths of the CDK's `JsonPath` have become `name.$`. */
export function withPathFields(template: { [name: string]: unknown }): { [name: string]: unknown } {
  return FIELD_UTILS.renderObject(template as { [name: string]: any }) as { [name: string]: unknown };
}

/** Whether the text is `JsonPath.DISCARD`, which stands for null. */
export function isDiscard(text: string): boolean {
  return text === DISCARDED;
}
