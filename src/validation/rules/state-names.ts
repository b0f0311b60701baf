import { schemaError, type Diagnostic, type Rule } from '../diagnostic';

/** A state's name may have at most this many characters. @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const LONGEST = 80;

/** Names over 80 characters, and one name for two states anywhere in the machine. */
export const stateNames: Rule = ({ sites }) => {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const { name, pointer, location } of sites.states) {
    const place = { pointer, location, state: name };
    if (name.length > LONGEST) found.push(schemaError(place, `State name must not be longer than ${LONGEST} characters`, `Shorten the name: it has ${name.length} characters.`));
    if (seen.has(name)) {
      found.push({ ...schemaError(place, `Duplicate State name: ${name}`, 'Give it another name: names are unique in the whole machine, branches and Maps included.'), code: 'DUPLICATE_STATE_NAME' });
    }
    seen.add(name);
  }
  return found;
};
