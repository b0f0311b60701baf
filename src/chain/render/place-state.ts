import { StepwrightError } from '../../errors';
import { placeOf } from '../call-site';
import type { Fields, StateNode, StateParts } from '../flow-node';
import { place, type Rendering } from './rendering';
import type { Next, Surroundings, Visit } from './surroundings';
import { catchField, leadsTo, nextOrEnd, retryField, sharedOne } from './transitions';

/** Places one state; what it leads to is to be visited. */
export function placeState(rendering: Rendering, node: StateNode, next: Next, surroundings: Surroundings): void {
  const parts = partsOf(rendering, node);
  const name = surroundings.prefix + node.entry;
  const { scope } = surroundings;
  const own = (parts.catchers ?? []).map(part => sharedOne({ part, next, surroundings }));
  const caught = catchField(
    { name, type: parts.fields.Type, language: parts.language, site: node.site },
    own,
    surroundings,
  );
  place(
    rendering,
    {
      name,
      scope,
      fields: {
        ...parts.fields,
        ...retryField(parts.fields, parts.retriers ?? [], surroundings),
        ...caught.field,
        ...(parts.choice
          ? choiceFields(name, node, parts.choice, next, surroundings)
          : parts.terminal
            ? {}
            : nextOrEnd(next)),
      },
      language: parts.language,
      inner: [
        ...(parts.branches ?? []).map(flow => ({ kind: 'branch' as const, fields: {}, flow })),
        ...(parts.processor ? [{ kind: 'processor' as const, ...parts.processor }] : []),
      ],
      site: node.site,
      nextSite: next.site,
    },
    surroundings,
  );
  if (parts.grants) rendering.grants.set(name, parts.grants);
  scope.line.push(...ruleVisits(parts.choice, next, surroundings).reverse());
  scope.handlers.push(
    ...caught.handlers.map(handler => ({
      node: handler.part.to,
      next: handler.next,
      surroundings: handler.surroundings,
    })),
  );
}

function partsOf(rendering: Rendering, node: StateNode): StateParts {
  const known = rendering.parts.get(node);
  if (known) return known;
  const parts = node.state._render();
  rendering.parts.set(node, parts);
  return parts;
}

function choiceFields(
  name: string,
  node: StateNode,
  choice: NonNullable<StateParts['choice']>,
  next: Next,
  surroundings: Surroundings,
): Fields {
  const { rules, otherwise } = choice;
  const fix = "add a step after the Choice, or lead it to a state that ends: new Succeed('…')";
  const Choices = rules.map(({ fields, to }, i) => ({
    ...fields,
    Next: leadsTo(to, next, surroundings, { what: `Rule ${i + 1} of '${name}'`, site: node.site, fix }),
  }));
  if (otherwise) {
    return {
      Choices,
      Default: leadsTo(otherwise, next, surroundings, { what: `The otherwise() of '${name}'`, site: node.site, fix }),
    };
  }
  if (next.closed) {
    throw new StepwrightError(
      'CHOICE_CANNOT_END',
      `'${name}' would end the workflow if no rule matches, but a Choice can't be the last state`,
      {
        where: placeOf(next.site),
        allowed: 'an otherwise() with a state',
        fix: ".otherwise(new Succeed('…')), or .otherwise(new Fail('…')) if this must never happen",
      },
    );
  }
  return next.name === undefined ? { Choices } : { Choices, Default: next.name };
}

function ruleVisits(choice: StateParts['choice'], next: Next, surroundings: Surroundings): Visit[] {
  if (!choice) return [];
  return [...choice.rules.map(rule => rule.to), ...(choice.otherwise ? [choice.otherwise] : [])].map(node => ({
    node,
    next,
    surroundings,
  }));
}
