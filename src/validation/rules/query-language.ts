import { STATE_FIELDS } from '../../asl';
import { schemaError, type Diagnostic, type Rule } from '../diagnostic';

/** A JSONPath state below a JSONata machine, and fields of the other query language. */
export const queryLanguage: Rule = ({ definition, sites }) => {
  const found: Diagnostic[] = [];
  const machineIsJsonata = definition.QueryLanguage !== undefined && definition.QueryLanguage !== 'JSONPath';
  for (const { state, name, type, language, pointer, location } of sites.states) {
    const place = { pointer, location, state: name };
    if (machineIsJsonata && language === 'JSONPath') {
      found.push(schemaError(place, "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
        'Set the QueryLanguage of the machine to JSONPath and that of the other states to JSONata.'));
      continue;
    }
    if (type === undefined) continue;
    for (const field of Object.keys(state)) {
      const needed = Object.hasOwn(STATE_FIELDS[type], field) ? STATE_FIELDS[type][field].language : undefined;
      if (needed === undefined || needed === language) continue;
      found.push(schemaError(place, `The QueryLanguage is set to '${language}', but field '${field}' is only supported for the '${needed}' QueryLanguage`,
        `Remove ${field}, or set "QueryLanguage": "${needed}" on the state.`));
    }
  }
  return found;
};
