import { isJsonObject, type Json } from '../asl';
import type { TaskResource } from './resource';

/** Members that must hold lists of texts by name, by integration. */
const LISTS_BY_NAME: Readonly<Record<string, readonly string[]>> = {
  'apigateway:invoke': ['Headers', 'QueryParameters'],
};

/**
 * What tells why parameters cannot be used for a resource, as far as rules are known that Step Functions checks by itself before it starts the
 * Task. Undefined if no rule is known.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html
 */
export function parameterRule({
  service,
  action,
}: TaskResource): ((parameters: Json) => string | undefined) | undefined {
  const fields = LISTS_BY_NAME[`${service}:${action}`];
  return (
    fields &&
    (parameters => {
      if (!isJsonObject(parameters)) return undefined;
      const wrong = fields.filter(
        field => parameters[field] !== undefined && parameters[field] !== null && !isLists(parameters[field]),
      );
      if (wrong.length === 0) return undefined;
      return `The Parameters '${JSON.stringify(parameters)}' could not be used to start the Task: [${wrong.map(field => `The value of the field '${field}' has an invalid format`).join(', ')}]`;
    })
  );
}

function isLists(value: Json): boolean {
  return (
    isJsonObject(value) &&
    Object.values(value).every(list => Array.isArray(list) && list.every(item => typeof item === 'string'))
  );
}
