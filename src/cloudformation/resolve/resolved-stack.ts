import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { didYouMean } from '../../errors';
import { withoutLoops } from '../for-each';
import { given, NO_VALUE, type Resolved } from '../no-value';
import { own, ownObject } from '../own';
import { quietly } from '../quietly';
import type { StackTemplate } from '../stack-template';
import { evaluateCondition } from './conditions';
import { resolveDynamicReferences } from './dynamic-references';
import { invalidTemplate, shown } from './failures';
import { TEMPLATE_FUNCTIONS } from './functions';
import { DEEPEST_VALUE } from './limits';
import { parameterValue } from './parameters';
import { pseudoParameter } from './pseudo-parameters';
import { below, type TemplatePlace } from './template-place';
import type { AppScope, StackScope, TemplateResource } from './template-scope';
import { attributeOf, referenceTo } from '../resources/physical';

/** Resolves the values of a stack's template. */
export class ResolvedStack implements StackScope {
  public readonly place: TemplatePlace;
  private expanding = false;
  private expanded?: JsonObject;
  private known?: ReadonlyMap<string, TemplateResource>;

  /** A key that distinguishes stacks with the same name. */
  constructor(
    public readonly stack: StackTemplate,
    public readonly app: AppScope,
    public readonly key: string,
  ) {
    this.place = { step: stack.name };
  }

  /** The template that CloudFormation deploys: loops and transforms are expanded. */
  public get template(): JsonObject {
    // what the expansion asks for itself, such as parameters, is not expanded
    if (this.expanding) return this.stack.template;
    if (this.expanded) return this.expanded;
    this.expanding = true;
    try {
      const looped = withoutLoops(
        this.stack.template,
        (collection, place) => given(this.resolve(collection, place)) ?? null,
        this.place,
      );
      this.expanded = this.app.transform?.(looped, name => this.knownParameter(name)) ?? looped;
      return this.expanded;
    } finally {
      this.expanding = false;
    }
  }

  /** The resources of the template, by logical ID. */
  public get resources(): ReadonlyMap<string, TemplateResource> {
    this.known ??= new Map(
      Object.entries(ownObject(this.template, 'Resources')).flatMap(([logicalId, whole]) => {
        const type = own(whole, 'Type');
        if (!isJsonObject(whole) || typeof type !== 'string') return [];
        const condition = own(whole, 'Condition');
        const resource: TemplateResource = {
          logicalId,
          type,
          properties: ownObject(whole, 'Properties'),
          condition: typeof condition === 'string' ? condition : undefined,
          whole,
          place: below(below(this.place, 'Resources'), logicalId),
        };
        return [[logicalId, resource] as const];
      }),
    );
    return this.known;
  }

  private knownParameter(name: string): Json | undefined {
    if (own(ownObject(this.stack.template, 'Parameters'), name) === undefined) return undefined;
    return quietly(() => parameterValue(name, this, this.place));
  }

  /** Resolves all functions and dynamic references in a value. */
  public property(value: Json, place: TemplatePlace): Resolved {
    const resolved = this.resolve(value, place);
    return resolved === NO_VALUE ? NO_VALUE : resolveDynamicReferences(resolved, this, place);
  }

  /** Returns a resolved property of a resource, or undefined if it is absent. */
  public propertyOf(resource: TemplateResource, name: string): Json | undefined {
    const value = own(resource.properties, name);
    if (value === undefined) return undefined;
    const place = below(below(resource.place, 'Properties'), name);
    return this.app.memo.once(`${this.key}/${resource.logicalId}.Properties.${name}`, () => {
      const resolved = this.property(value, place);
      return given(resolved);
    });
  }

  /** Resolves all functions in a value. */
  public resolve(value: Json, place: TemplatePlace): Resolved {
    if (typeof value !== 'object' || value === null) return value;
    if (this.app.depth >= DEEPEST_VALUE) {
      throw invalidTemplate('a value of the template is nested too deeply', place, {
        allowed: `at most ${DEEPEST_VALUE} levels`,
      });
    }
    this.app.depth++;
    try {
      if (!isJsonObject(value)) return this.resolveList(value, place);
      return this.functionCall(value, place) ?? this.resolveObject(value, place);
    } finally {
      this.app.depth--;
    }
  }

  private resolveList(value: readonly Json[], place: TemplatePlace): Json {
    const items: Json[] = [];
    value.forEach((item, i) => {
      const resolved = this.resolve(item, below(place, i));
      if (resolved !== NO_VALUE) items.push(resolved);
    });
    return items;
  }

  private resolveObject(value: JsonObject, place: TemplatePlace): Json {
    const entries: Array<[string, Json]> = [];
    for (const [key, member] of Object.entries(value)) {
      const resolved = this.resolve(member, below(place, key));
      if (resolved !== NO_VALUE) entries.push([key, resolved]);
    }
    return Object.fromEntries(entries);
  }

  private functionCall(value: JsonObject, place: TemplatePlace): Resolved | undefined {
    const keys = Object.keys(value);
    const name = keys.find(key => key === 'Ref' || key.startsWith('Fn::'));
    if (name === undefined || (name === 'Ref' && keys.length > 1)) return undefined;
    const at = below(place, name);
    if (keys.length > 1) {
      throw invalidTemplate(`${name} has other keys next to it`, at, {
        received: keys.join(', '),
        allowed: 'a function must be the only key of its object',
      });
    }
    const implementation = Object.hasOwn(TEMPLATE_FUNCTIONS, name) ? TEMPLATE_FUNCTIONS[name] : undefined;
    if (!implementation) {
      throw invalidTemplate(`${name} can't be used here${didYouMean(name, Object.keys(TEMPLATE_FUNCTIONS))}`, at, {
        received: shown(value),
      });
    }
    return implementation(value[name], { scope: this, place: at });
  }

  /** Returns the result of `Ref`: a pseudo parameter, a parameter, or a resource's reference. */
  public ref(name: string, place: TemplatePlace): Resolved {
    if (name.startsWith('AWS::')) return pseudoParameter(name, this, place);
    if (own(ownObject(this.template, 'Parameters'), name) !== undefined) return parameterValue(name, this, place);
    return referenceTo(this.createdResource(name, place), this, place);
  }

  /** Returns the result of `Fn::GetAtt`. */
  public attribute(logicalId: string, attribute: string, place: TemplatePlace): Json {
    return attributeOf(this.createdResource(logicalId, place), attribute, this, place);
  }

  /** Evaluates a condition of this stack. */
  public condition(name: string, place: TemplatePlace): boolean {
    return evaluateCondition(name, this, place);
  }

  /** The value of an output. */
  public output(name: string, place: TemplatePlace): Json {
    const outputs = ownObject(this.template, 'Outputs');
    const value = own(own(outputs, name), 'Value');
    if (value === undefined) {
      throw invalidTemplate(
        `the stack '${this.stack.name}' has no output ${JSON.stringify(name)}${didYouMean(name, Object.keys(outputs))}`,
        place,
      );
    }
    return this.app.memo.once(`${this.key}/Outputs/${name}`, () => {
      const at = below(below(this.place, 'Outputs'), name);
      const condition = own(own(outputs, name), 'Condition');
      if (typeof condition === 'string' && !this.condition(condition, at)) {
        throw invalidTemplate(
          `the output ${JSON.stringify(name)} doesn't exist, because its condition is false`,
          place,
        );
      }
      const resolved = this.property(value, at);
      if (resolved === NO_VALUE) throw invalidTemplate('an output needs a value', at);
      return resolved;
    });
  }

  /** True if a resource is created. Throws if its condition can't be evaluated. */
  public isCreated(resource: TemplateResource): boolean {
    return resource.condition === undefined || this.condition(resource.condition, below(resource.place, 'Condition'));
  }

  private createdResource(logicalId: string, place: TemplatePlace): TemplateResource {
    const resource = this.resources.get(logicalId);
    if (!resource) {
      const known = [...this.resources.keys(), ...Object.keys(ownObject(this.template, 'Parameters'))];
      const macro = own(ownObject(this.template, 'Resources'), 'Fn::Transform');
      throw invalidTemplate(
        `the stack has no resource or parameter ${JSON.stringify(logicalId)}${didYouMean(logicalId, known)}`,
        place,
        {
          fix:
            macro === undefined
              ? undefined
              : 'If Fn::Transform makes it: process the template first, since macros run in AWS only.',
        },
      );
    }
    if (!this.isCreated(resource)) {
      throw invalidTemplate(
        `the resource ${JSON.stringify(logicalId)} isn't created, because its condition ${JSON.stringify(resource.condition)} is false`,
        place,
        {
          fix: 'Put the reference into an Fn::If with the same condition, or set other parameters.',
        },
      );
    }
    return resource;
  }
}
