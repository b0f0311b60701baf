import { STATE_FIELDS } from '../../asl';
import { schemaError, type Diagnostic, type Rule } from '../diagnostic';

/** Fields that AWS refuses where they have no meaning; other fields that a state does not know are ignored by AWS. */
const REFUSED = ['TimeoutSeconds', 'Retry', 'Catch'];

/** A time-out, retrier or catcher on a state that has none, and a query language on a scope. */
export const misplacedFields: Rule = ({ sites }) => {
  const found: Diagnostic[] = [];
  for (const { scope, pointer, location, parent } of sites.scopes) {
    if (parent && Object.hasOwn(scope, 'QueryLanguage')) {
      found.push(schemaError({ pointer, location, state: parent.name }, "Field 'QueryLanguage' is not supported", 'Set QueryLanguage on the states inside.'));
    }
  }
  for (const { state, name, type, pointer, location } of sites.states) {
    if (type === undefined) continue;
    for (const field of REFUSED) {
      if (!Object.hasOwn(state, field) || STATE_FIELDS[type][field] !== undefined) continue;
      const can = Object.keys(STATE_FIELDS).filter(other => STATE_FIELDS[other as keyof typeof STATE_FIELDS][field]);
      found.push(schemaError({ pointer, location, state: name }, `Field '${field}' is not supported`, `Remove ${field}: only ${can.join(', ')} states have it.`));
    }
  }
  return found;
};
