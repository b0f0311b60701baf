import { StepwrightError } from '../errors';
import { placeOf, type CallSite } from './call-site';
import type { Definition } from './definition/definition';
import type { Fields, FlowNode } from './flow-node';
import { renderedScope } from './rendered-scope';

/** The fields of a definition that belong to a whole workflow, and would be lost in a step. */
const OF_A_WORKFLOW = ['TimeoutSeconds'];

/** A definition from elsewhere as a piece of a flow: its states that end are open ends. */
export function definitionNode(definition: Definition, site: CallSite): FlowNode {
  const { StartAt, States, QueryLanguage, ...others } = definition.toAsl();
  refuseFieldsOfWorkflow(others, site);
  if (typeof StartAt !== 'string' || typeof States !== 'object' || States === null || !Object.hasOwn(States, StartAt)) {
    throw new StepwrightError('MISSING_START_STATE', 'A step needs a definition with a valid StartAt', {
      where: placeOf(site),
      received: `StartAt: ${JSON.stringify(StartAt)}`,
      allowed: 'the name of one of its States',
      fix: 'fix StartAt in the definition',
    });
  }
  const openEnds = new Set(Object.keys(States).filter(name => States[name].End === true));
  const grants = definition._grants;
  return {
    kind: 'rendered',
    entry: StartAt,
    open: openEnds.size > 0,
    catchable: true,
    site,
    load: () => ({
      ...renderedScope(
        {
          states: definition.toAsl().States as Record<string, Fields>,
          language: QueryLanguage === 'JSONata' ? 'JSONata' : 'JSONPath',
          site,
        },
        openEnds,
      ),
      grants,
    }),
  };
}

function refuseFieldsOfWorkflow(fields: Fields, site: CallSite): void {
  for (const field of OF_A_WORKFLOW) {
    if (fields[field] === undefined) continue;
    throw new StepwrightError(
      'FIELD_OF_WORKFLOW',
      `A step can't have ${field}, because it applies to a whole workflow`,
      {
        where: placeOf(site),
        received: `${field}: ${JSON.stringify(fields[field])}`,
        fix: `remove ${field} and set the timeout of the workflow, or run the definition as its own workflow (Integration.stepFunctionsStartExecution)`,
      },
    );
  }
}
