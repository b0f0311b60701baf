import { refuse } from './refuse';
import type { TestStateOptions } from './request';
import { MAX_NAME_LENGTH } from '../../asl';

/** What the API's model says of a member of the request. */
interface Constraint {
  readonly member: string;
  readonly value: string | number | undefined;
  /** What a text or number must be, as AWS says it, or undefined if it is. */
  readonly wrong: (value: never) => string | undefined;
  /** AWS does not repeat what may be secret. */
  readonly secret?: boolean;
}

/** @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html */
function constraintsOn({ stateName, inspectionLevel, mock, stateConfiguration = {} }: TestStateOptions): Constraint[] {
  return [
    { member: 'stateName', value: stateName, wrong: name, secret: true },
    { member: 'inspectionLevel', value: inspectionLevel, wrong: oneOf('INFO', 'DEBUG', 'TRACE') },
    { member: 'mock.fieldValidationMode', value: mock?.fieldValidationMode, wrong: oneOf('STRICT', 'PRESENT', 'NONE') },
    {
      member: 'stateConfiguration.errorCausedByState',
      value: stateConfiguration.errorCausedByState,
      wrong: name,
      secret: true,
    },
    { member: 'stateConfiguration.retrierRetryCount', value: stateConfiguration.retrierRetryCount, wrong: notNegative },
    {
      member: 'stateConfiguration.mapIterationFailureCount',
      value: stateConfiguration.mapIterationFailureCount,
      wrong: notNegative,
    },
  ];
}

/** Refuses a request that the API's model does not allow, before anything else is looked at. */
export function checkConstraints(options: TestStateOptions): void {
  const found = constraintsOn(options).flatMap(({ member, value, wrong, secret }) => {
    const must = value === undefined ? undefined : wrong(value as never);
    return must === undefined
      ? []
      : [`Value ${secret ? '' : `'${value}' `}at '${member}' failed to satisfy constraint: Member must ${must}`];
  });
  if (found.length > 0) {
    refuse(`${found.length} validation error${found.length === 1 ? '' : 's'} detected: ${found.join('; ')}`);
  }
}

function name(value: string): string | undefined {
  if (value.length < 1) return 'have length greater than or equal to 1';
  return value.length > MAX_NAME_LENGTH ? `have length less than or equal to ${MAX_NAME_LENGTH}` : undefined;
}

function notNegative(value: number): string | undefined {
  return value < 0 ? 'have value greater than or equal to 0' : undefined;
}

function oneOf(...values: string[]): (value: string) => string | undefined {
  return value => (values.includes(value) ? undefined : `satisfy enum value set: [${values.join(', ')}]`);
}
