import jsonata from 'jsonata';
import { serve } from './measure';
import { isJsonObject, type Json, type JsonObject } from '../../src/asl';

/** A state's expressions, parsed; all else of it is left out. */
interface Parsed {
  readonly assign: Member[];
  readonly output: Member[];
}

type Member = { readonly name: string; readonly constant?: Json; readonly expression?: jsonata.Expression };

// the expressions of a JSONata chain in a bare loop, by the package itself
serve(({ definition, input }) => {
  if (definition.QueryLanguage !== 'JSONata') return undefined;
  const states = Object.values(definition.States as unknown as Record<string, JsonObject>);
  const parsed: Parsed[] = states.map(state => ({ assign: members(state.Assign), output: members(state.Output) }));
  return async () => {
    let variables: Record<string, unknown> = {};
    let data: unknown = input;
    for (const { assign, output } of parsed) {
      const bindings = { ...variables, states: { input: data } };
      const assigned = await evaluated(assign, bindings);
      data = await evaluated(output, bindings);
      variables = { ...variables, ...assigned };
    }
    return data;
  };
});

function members(template: Json | undefined): Member[] {
  return Object.entries(isJsonObject(template) ? template : {}).map(([name, value]) => {
    const text = typeof value === 'string' ? /^\{%(.*)%\}$/s.exec(value)?.[1] : undefined;
    return text === undefined ? { name, constant: value } : { name, expression: jsonata(text) };
  });
}

async function evaluated(
  template: readonly Member[],
  bindings: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const object: Record<string, unknown> = {};
  for (const { name, constant, expression } of template) {
    object[name] = expression ? ((await expression.evaluate(undefined, bindings)) as unknown) : constant;
  }
  return object;
}
