import type { Json } from '../../asl';
import { didYouMean } from '../../errors';
import { own, ownObject, ownValue } from '../own';
import { invalidTemplate, unresolved } from './failures';
import { below, type TemplatePlace } from './template-place';
import type { AppScope, StackScope } from './template-scope';

/**
 * Returns the result of `Fn::ImportValue`: the given value, or the export of a stack of the app in the same account and
 * region.
 */
export function exportedValue(name: string, scope: StackScope, place: TemplatePlace): Json {
  const given =
    ownValue(scope.app.options.imports, name) ?? ownValue(scope.app.options.values, `Fn::ImportValue.${name}`);
  if (given !== undefined) return given;
  const found = exportsOf(scope.app).filter(one => one.name === name);
  const near = found.find(
    ({ from: { stack } }) => stack.region === scope.stack.region && stack.account === scope.stack.account,
  );
  if (near) return near.from.output(near.output, place);
  if (found.length > 0) {
    const { stack } = found[0].from;
    throw invalidTemplate(`the export ${JSON.stringify(name)} belongs to another account or region`, place, {
      received: `stack '${stack.name}' in ${stack.account}/${stack.region}`,
      allowed: `a stack in ${scope.stack.account}/${scope.stack.region}`,
    });
  }
  const known = exportsOf(scope.app).map(one => one.name);
  throw unresolved(
    `the value of the export ${JSON.stringify(name)}${didYouMean(name, known)}`,
    place,
    scope.app.advice.importedValue(name),
  );
}

interface Export {
  readonly name: string;
  readonly from: StackScope;
  readonly output: string;
}

/** Returns all exports whose names can be resolved. */
function exportsOf(app: AppScope): readonly Export[] {
  return app.memo.once('exports', () =>
    app.stacks.flatMap(from =>
      Object.entries(ownObject(from.template, 'Outputs')).flatMap(([output, declaration]) => {
        const name = own(own(declaration, 'Export'), 'Name');
        if (name === undefined) return [];
        try {
          const resolved = from.property(name, below(below(from.place, 'Outputs'), output));
          const condition = own(declaration, 'Condition');
          if (typeof condition === 'string' && !from.condition(condition, from.place)) return [];
          return typeof resolved === 'string' ? [{ name: resolved, from, output }] : [];
        } catch {
          return []; // an export with an unknown name can't be imported
        }
      }),
    ),
  );
}
