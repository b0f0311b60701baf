import { didYouMean, StepwrightError } from '../errors';
import { ownObject } from './own';
import type { AppScope } from './resolve/template-scope';

/** Refuses options that name what the templates do not have: a misspelled name would be ignored in silence otherwise. */
export function checkOptions(app: AppScope): void {
  const parameters = app.stacks.flatMap(({ stack, template }) =>
    Object.keys(ownObject(template, 'Parameters')).flatMap(name => [name, `${stack.name}:${name}`]),
  );
  for (const name of Object.keys(app.options.parameters ?? {})) {
    if (!parameters.includes(name)) {
      throw new StepwrightError(
        'UNKNOWN_PARAMETER',
        `no stack has a parameter ${JSON.stringify(name)}${didYouMean(name, parameters)}`,
        {
          where: 'parameters',
          allowed: parameters.length > 0 ? parameters.slice(0, 20).join(', ') : 'none: the stacks have no parameters',
        },
      );
    }
  }
  const logicalIds = new Set(
    app.stacks.flatMap(({ stack, resources }) => [...resources.keys()].flatMap(id => [id, `${stack.name}/${id}`])),
  );
  for (const name of Object.keys(app.options.values ?? {})) {
    if (/^(?:[^/]*\/)?(?:Fn::GetAZs\.|Fn::ImportValue\.|resolve:)/.test(name) || logicalIds.has(name)) continue;
    const logicalId = [...dots(name)].find(prefix => logicalIds.has(prefix));
    if (logicalId === undefined) {
      const [wrong] = name.split('.');
      throw new StepwrightError(
        'UNKNOWN_RESOURCE',
        `no stack has a resource ${JSON.stringify(wrong)}${didYouMean(wrong, logicalIds)}`,
        {
          where: 'values',
          allowed: 'LOGICALID, LOGICALID.ATTRIBUTE, or the same after STACK/',
        },
      );
    }
  }
}

/** The text before each of its dots. */
function* dots(text: string): Iterable<string> {
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) yield text.slice(0, at);
}
