import { schemaError, type Rule } from '../diagnostic';

const GO_ON = new Set(['Pass', 'Task', 'Wait', 'Parallel', 'Map']);

/** A state that goes on has exactly one of Next and End. */
export const transitionFields: Rule = ({ sites }) => sites.states
  .filter(({ type, state }) => type !== undefined && GO_ON.has(type) && Object.hasOwn(state, 'Next') === Object.hasOwn(state, 'End'))
  .map(({ pointer, location, name, state }) => Object.hasOwn(state, 'Next')
    ? schemaError({ pointer, location, state: name }, 'These fields cannot be used together: [Next, End]', 'Remove one of them.')
    : schemaError({ pointer, location, state: name }, 'One of these fields is required: [Next, End]', 'Add "Next", or "End": true.'));
