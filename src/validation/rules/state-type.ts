import { STATE_TYPES } from '../../asl';
import { didYouMean } from '../../errors';
import { schemaError, type Rule } from '../diagnostic';

/** The types in the order in which AWS lists them. */
const LISTED = ['Task', 'Wait', 'Pass', 'Succeed', 'Fail', 'Choice', 'Parallel', 'Map'];

/** A Type that is none of the eight. */
export const stateType: Rule = ({ sites }) => sites.states
  .filter(site => site.state.Type !== undefined && site.type === undefined)
  .map(site => schemaError(
    { pointer: `${site.pointer}/Type`, location: `${site.location}/Type`, state: site.name },
    `The field 'Type' should have one of these values: [${LISTED.join(', ')}]`,
    `Received ${JSON.stringify(site.state.Type)}${typeof site.state.Type === 'string' ? didYouMean(site.state.Type, STATE_TYPES) : ''}`,
  ));
