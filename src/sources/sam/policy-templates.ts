import { POLICY_TEMPLATE_TABLE } from './policy-template-table';
import { samError, shown } from './sam-error';
import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { didYouMean } from '../../errors';

interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: readonly string[];
}

let table: ReadonlyMap<string, readonly Statement[]> | undefined;

function templates(): ReadonlyMap<string, readonly Statement[]> {
  if (table) return table;
  const read = new Map<string, Statement[]>();
  for (const line of POLICY_TEMPLATE_TABLE.trim().split('\n')) {
    const [name, actions, resources, condition = ''] = line.split(' | ');
    const statement = {
      actions: actions.split(' '),
      resources: resources.split(' '),
      condition: condition.split(' ').filter(Boolean),
    };
    read.set(name, [...(read.get(name) ?? []), statement]);
  }
  return (table = read);
}

/** Whether SAM has a policy template of that name. */
export function isPolicyTemplate(name: string): boolean {
  return templates().has(name);
}

/** The names of SAM's policy templates. */
export function policyTemplateNames(): readonly string[] {
  return [...templates().keys()];
}

/** The parameters that a policy template needs. */
export function policyTemplateParameters(name: string): readonly string[] {
  const texts = templates()
    .get(name)!
    .flatMap(({ resources, condition }) => [...resources, ...condition]);
  return [...new Set([...texts.join(' ').matchAll(/\{([A-Z]\w*)\}/g)].map(([, parameter]) => parameter))];
}

/** The policy document of a policy template with its parameters. */
export function policyTemplateDocument(name: string, parameters: Json, logicalId: string): JsonObject {
  const statements = templates().get(name)!;
  const needed = policyTemplateParameters(name);
  if (!isJsonObject(parameters)) {
    throw samError(logicalId, `the policy template ${name} takes an object`, { received: shown(parameters) });
  }
  for (const parameter of needed) {
    if (Object.hasOwn(parameters, parameter)) continue;
    throw samError(logicalId, `the policy template ${name} needs ${parameter}`, { received: shown(parameters) });
  }
  for (const parameter of Object.keys(parameters)) {
    if (needed.includes(parameter)) continue;
    throw samError(
      logicalId,
      `the policy template ${name} has no parameter ${parameter}${didYouMean(parameter, needed)}`,
      {
        allowed: [...needed].join(', ') || 'no parameters',
      },
    );
  }
  return {
    Statement: statements.map(({ actions, resources, condition: [operator, key, ...values] }) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: oneOrMore(resources.map(resource => filled(resource, parameters))),
      ...(operator === undefined
        ? {}
        : { Condition: { [operator]: { [key]: oneOrMore(values.map(value => filled(value, parameters))) } } }),
    })),
  };
}

function oneOrMore(values: readonly Json[]): Json {
  return values.length === 1 ? values[0] : values;
}

const PSEUDO: Readonly<Record<string, string>> = {
  p: '${AWS::Partition}',
  r: '${AWS::Region}',
  a: '${AWS::AccountId}',
  u: '${AWS::URLSuffix}',
};

function filled(text: string, parameters: JsonObject): Json {
  const variables: Record<string, Json> = {};
  const sub = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (Object.hasOwn(PSEUDO, name)) return PSEUDO[name];
    variables[name] = parameters[name];
    return `\${${name}}`;
  });
  if (!sub.includes('${')) return sub;
  return { 'Fn::Sub': Object.keys(variables).length > 0 ? [sub, variables] : sub };
}
