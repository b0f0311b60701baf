import type { Json, JsonObject } from '../../asl';
import type { Advice } from '../advice';
import type { Resolved } from '../no-value';
import type { ReadOptions } from '../read-options';
import type { StackTemplate, Transform } from '../stack-template';
import type { Memo } from './memo';
import type { TemplatePlace } from './template-place';

/** A resource of a template, not resolved. */
export interface TemplateResource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly condition: string | undefined;
  readonly whole: JsonObject;
  readonly place: TemplatePlace;
}

/** The stacks that are resolved together, and what they share. */
export interface AppScope {
  readonly options: ReadOptions;
  /** How readers of errors supply values. */
  readonly advice: Advice;
  /** The transform that templates go through first, such as SAM's. */
  readonly transform?: Transform;
  /** Turns the text of a definition's file into JSON. */
  readonly definitionJson?: (text: string, file: string) => string;
  /** In the order of the templates. A nested stack follows the stack around it. */
  readonly stacks: readonly StackScope[];
  readonly memo: Memo;
  /** The nesting depth of the current value, over all stacks. */
  depth: number;
  /** The scope of one of these stacks. */
  scopeOf(stack: StackTemplate): StackScope;
  /** The value that the option `values` gives a resource: `STACK/LOGICALID…` first, then `LOGICALID…`. */
  givenValue(stack: string, key: string): Json | undefined;
}

/** A stack whose values can be resolved. Functions and resources use it to resolve their own values. */
export interface StackScope {
  readonly stack: StackTemplate;
  readonly app: AppScope;
  /** Distinguishes stacks with the same name. */
  readonly key: string;
  readonly place: TemplatePlace;
  /** The template that CloudFormation deploys: loops and transforms are expanded. */
  readonly template: JsonObject;
  readonly resources: ReadonlyMap<string, TemplateResource>;
  /** A value with all functions resolved, and the dynamic references in its strings as well. */
  property(value: Json, place: TemplatePlace): Resolved;
  /** A property of a resource, resolved; undefined if it is absent. */
  propertyOf(resource: TemplateResource, name: string): Json | undefined;
  /** A value with all functions resolved. */
  resolve(value: Json, place: TemplatePlace): Resolved;
  /** The value of `Ref`: a pseudo parameter, a parameter, or the reference of a resource. */
  ref(name: string, place: TemplatePlace): Resolved;
  /** The value of `Fn::GetAtt`. */
  attribute(logicalId: string, attribute: string, place: TemplatePlace): Json;
  /** The value of a condition of this stack. */
  condition(name: string, place: TemplatePlace): boolean;
  /** The value of an output. */
  output(name: string, place: TemplatePlace): Json;
  /** Checks if a resource is created. Throws if the value of its condition isn't known. */
  isCreated(resource: TemplateResource): boolean;
}

/** The scope and place in which a function is called. */
export interface FunctionCall {
  readonly scope: StackScope;
  readonly place: TemplatePlace;
}
