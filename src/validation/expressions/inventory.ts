import { isJsonObject, type DefinitionSites, type Json, type JsonObject, type StateSite } from '../../asl';
import { isExpression } from '../../query/jsonata';
import { type DefinitionPlace, fieldPlace, inside, itemsOf } from '../definition-place';
import { isUnknown } from '../unknown-value';
import { pathFacts, pathOrIntrinsicFacts, type PathFacts } from './json-path';
import { jsonataFacts, type JsonataFacts } from './jsonata';
import { leavesOf, type Leaf } from './leaves';

/** What `$` stands for in a JSONPath expression: the state's input, that input after InputPath, the result, what OutputPath sees. */
export type Data = 'state-input' | 'effective-input' | 'result' | 'output' | 'error-output' | 'unknown';

interface ExpressionBase {
  readonly site: StateSite;
  /** The field of the state that it is in. */
  readonly field: string;
  readonly text: string;
  readonly place: DefinitionPlace;
  /** The place of the outermost field. */
  readonly fieldPlace: DefinitionPlace;
  /** Whether a token or substitution is in it: then only the parts that are known count. */
  readonly unknown: boolean;
}

/** A path or an intrinsic function call of a JSONPath state. */
export interface PathExpression extends ExpressionBase {
  readonly kind: 'path';
  /** `reference` names one place and is read; `write` names the place that takes a value; `template` is a member ending in `.$`. */
  readonly use: 'path' | 'reference' | 'write' | 'template' | 'variable' | 'path-or-intrinsic';
  readonly data: Data;
  readonly facts: PathFacts;
  /** The name of the member in a template. */
  readonly key?: string;
}

/** A JSONata expression. */
export interface JsonataExpression extends ExpressionBase {
  readonly kind: 'jsonata';
  readonly facts: JsonataFacts;
  /** Whether `$states.result` is there. */
  readonly hasResult: boolean;
  /** Whether `$states.errorOutput` is there. */
  readonly hasErrorOutput: boolean;
}

/** A path, an intrinsic function call or a JSONata expression, and where it stands. */
export type Expression = PathExpression | JsonataExpression;

type PathUse = readonly [use: PathExpression['use'], data: Data];

/** The JSONPath fields of a state. */
const PATHS: Readonly<Record<string, PathUse>> = {
  InputPath: ['path', 'state-input'],
  OutputPath: ['path', 'output'],
  ResultPath: ['write', 'state-input'],
  ItemsPath: ['path', 'effective-input'],
  SecondsPath: ['reference', 'effective-input'],
  TimestampPath: ['reference', 'effective-input'],
  TimeoutSecondsPath: ['reference', 'effective-input'],
  HeartbeatSecondsPath: ['reference', 'effective-input'],
  MaxConcurrencyPath: ['reference', 'effective-input'],
  ToleratedFailurePercentagePath: ['reference', 'effective-input'],
  ToleratedFailureCountPath: ['reference', 'effective-input'],
  ErrorPath: ['path-or-intrinsic', 'state-input'],
  CausePath: ['path-or-intrinsic', 'state-input'],
};

/** The payload templates of a state. What `$` is in Assign depends on the state's type. */
const TEMPLATES: Readonly<Record<string, Data>> = {
  Parameters: 'effective-input',
  ItemSelector: 'effective-input',
  ResultSelector: 'result',
  Assign: 'unknown',
  Credentials: 'effective-input',
};

/** Objects of a Map with paths and templates of their own. */
const MAP_PARTS: Readonly<
  Record<string, { readonly paths: readonly string[]; readonly templates: readonly string[] }>
> = {
  ItemReader: { paths: ['MaxItemsPath'], templates: ['Parameters'] },
  ItemBatcher: { paths: ['MaxItemsPerBatchPath', 'MaxInputBytesPerBatchPath'], templates: ['BatchInput'] },
  ResultWriter: { paths: [], templates: ['Parameters'] },
};

/** Fields that hold no expressions of the state itself. */
const WITHOUT_EXPRESSIONS = new Set([
  'Type',
  'Comment',
  'QueryLanguage',
  'Next',
  'End',
  'Default',
  'Resource',
  'Label',
  'Branches',
  'ItemProcessor',
  'Iterator',
  'Retry',
  'Catch',
  'Choices',
]);

/** The states whose Output, Assign and Catch come after a call. */
const WITH_RESULT = new Set(['Task', 'Parallel', 'Map']);

/** Every path, intrinsic function call and JSONata expression of a definition. */
export function expressionsOf({ states }: DefinitionSites, templateLeaves: readonly TemplateLeaf[]): Expression[] {
  const leaves = new Map<StateSite, TemplateLeaf[]>();
  for (const each of templateLeaves) {
    const known = leaves.get(each.site);
    if (known) known.push(each);
    else leaves.set(each.site, [each]);
  }
  return states.flatMap((site): Expression[] =>
    site.type === undefined
      ? []
      : site.language === 'JSONata'
        ? jsonataOf(site)
        : pathsOf(site, leaves.get(site) ?? []),
  );
}

function jsonataOf(site: StateSite): JsonataExpression[] {
  const found: JsonataExpression[] = [];
  const collect = (
    value: Json,
    field: string,
    place: DefinitionPlace,
    hasResult: boolean,
    hasErrorOutput: boolean,
  ): void => {
    for (const leaf of leavesOf(value, place)) {
      if (typeof leaf.value !== 'string' || !isExpression(leaf.value)) continue;
      const text = leaf.value.slice(2, -2).trim();
      found.push({
        kind: 'jsonata',
        site,
        field,
        text,
        place: leaf.place,
        fieldPlace: place,
        unknown: isUnknown(text),
        facts: jsonataFacts(text),
        hasResult,
        hasErrorOutput,
      });
    }
  };
  for (const [field, value] of Object.entries(site.state)) {
    if (WITHOUT_EXPRESSIONS.has(field)) continue;
    collect(
      value,
      field,
      fieldPlace(site, field),
      WITH_RESULT.has(site.type!) && (field === 'Output' || field === 'Assign'),
      false,
    );
  }
  for (const field of ['Choices', 'Catch'] as const) {
    for (const { item, place } of itemsOf(site, field)) {
      for (const [member, value] of Object.entries(item)) {
        if (member === 'Condition' || member === 'Output' || member === 'Assign') {
          collect(value, field, inside(place, member), false, field === 'Catch');
        }
      }
    }
  }
  return found;
}

/** One payload template of a JSONPath state. */
export interface Template {
  readonly field: string;
  readonly value: Json;
  readonly place: DefinitionPlace;
  readonly data: Data;
}

/** Something in a payload template. */
export interface TemplateLeaf {
  readonly site: StateSite;
  readonly template: Template;
  readonly leaf: Leaf;
}

/** Everything that stands in the payload templates of JSONPath states. */
export function templateLeavesOf({ states }: DefinitionSites): TemplateLeaf[] {
  return states
    .filter(({ type, language }) => type !== undefined && language === 'JSONPath')
    .flatMap(site =>
      templatesOf(site).flatMap(template =>
        leavesOf(template.value, template.place).map(leaf => ({ site, template, leaf })),
      ),
    );
}

/** The payload templates of a JSONPath state. */
function templatesOf(site: StateSite): Template[] {
  const found: Template[] = [];
  const add = (field: string, value: Json | undefined, place: DefinitionPlace, data: Data): void => {
    if (value !== undefined) found.push({ field, value, place, data });
  };
  for (const [field, value] of Object.entries(site.state)) {
    const place = fieldPlace(site, field);
    if (Object.hasOwn(TEMPLATES, field)) {
      add(field, value, place, TEMPLATES[field]);
    } else if (Object.hasOwn(MAP_PARTS, field) && isJsonObject(value)) {
      for (const member of MAP_PARTS[field].templates) {
        add(field, value[member], inside(place, member), 'effective-input');
      }
    }
  }
  for (const { item, place } of itemsOf(site, 'Catch')) {
    add('Catch', item.Assign, inside(place, 'Assign'), 'error-output');
  }
  for (const { item, place } of itemsOf(site, 'Choices')) {
    add('Choices', item.Assign, inside(place, 'Assign'), 'effective-input');
  }
  return found;
}

function pathsOf(site: StateSite, templateLeaves: readonly TemplateLeaf[]): PathExpression[] {
  const found: PathExpression[] = [];
  const add = (
    use: PathExpression['use'],
    data: Data,
    text: string,
    field: string,
    place: DefinitionPlace,
    outer: DefinitionPlace,
    key?: string,
  ): void => {
    const facts = use === 'template' || use === 'path-or-intrinsic' ? pathOrIntrinsicFacts(text) : pathFacts(text);
    found.push({
      kind: 'path',
      site,
      field,
      text,
      place,
      fieldPlace: outer,
      unknown: isUnknown(text),
      use,
      data,
      facts,
      key,
    });
  };
  for (const [field, value] of Object.entries(site.state)) {
    const place = fieldPlace(site, field);
    if (Object.hasOwn(PATHS, field) && typeof value === 'string') add(...PATHS[field], value, field, place, place);
    if (Object.hasOwn(MAP_PARTS, field) && isJsonObject(value)) {
      const holders: Array<[JsonObject, DefinitionPlace]> = [[value, place]];
      if (isJsonObject(value.ReaderConfig)) holders.push([value.ReaderConfig, inside(place, 'ReaderConfig')]);
      for (const [holder, at] of holders) {
        for (const member of MAP_PARTS[field].paths) {
          const path = holder[member];
          if (typeof path === 'string') {
            add('reference', 'effective-input', path, field, inside(at, member), inside(at, member));
          }
        }
      }
    }
  }
  for (const {
    template: { data, field, place },
    leaf,
  } of templateLeaves) {
    if (leaf.key?.endsWith('.$') && typeof leaf.value === 'string') {
      add('template', data, leaf.value, field, leaf.place, place, leaf.key);
    }
  }
  for (const { item, place } of itemsOf(site, 'Catch')) {
    if (typeof item.ResultPath === 'string') {
      add('write', 'state-input', item.ResultPath, 'Catch', inside(place, 'ResultPath'), inside(place, 'ResultPath'));
    }
  }
  for (const { item, place } of itemsOf(site, 'Choices')) {
    for (const { key, value, place: at } of leavesOf(testOf(item), place)) {
      if (typeof value === 'string' && key !== undefined && (key === 'Variable' || key.endsWith('Path'))) {
        add('variable', 'effective-input', value, 'Choices', at, at);
      }
    }
  }
  return found;
}

/** A rule of a Choice without what is no test. */
function testOf(item: JsonObject): JsonObject {
  const { Assign, Next, Output, Comment, ...test } = item;
  return test;
}
