import type { Json } from '../asl';
import { isJsonObject } from '../asl';
import type { LocalApp, Machine, Neighbor, Role } from './app';
import { checkOptions } from './check-options';
import { kept } from './kept';
import { own } from './own';
import { quietly } from './quietly';
import { ResolvedApp } from './resolve/resolved-app';
import type { StackScope, TemplateResource } from './resolve/template-scope';
import { arnOf, attributeOf, nameOf, referenceTo } from './resources/physical';
import type { AppTemplates } from './stack-template';
import { MACHINE_TYPES, TemplateMachine } from './template-machine';
import { TemplateRole } from './template-role';

/** The app that the templates describe. */
export function localApp(templates: AppTemplates): LocalApp {
  const app = new ResolvedApp(templates);
  checkOptions(app);
  const resources: Neighbor[] = [];
  const roles: Role[] = [];
  const machines: Machine[] = [];
  for (const scope of app.stacks) {
    for (const resource of scope.resources.values()) {
      // if the condition can't be evaluated, keep the resource, and fail when someone reads it
      if (quietly(() => scope.isCreated(resource)) === false) continue;
      const path = pathOf(resource, scope);
      resources.push(new TemplateNeighbor(resource, scope, path));
      if (resource.type === 'AWS::IAM::Role') roles.push(new TemplateRole(resource, scope, path));
      if (MACHINE_TYPES.includes(resource.type)) machines.push(new TemplateMachine(resource, scope, () => roles, path));
    }
  }
  return { machines, roles, resources };
}

/** Any resource, with everything known about it. */
class TemplateNeighbor implements Neighbor {
  public readonly logicalId: string;
  public readonly stack: string;
  public readonly type: string;
  public readonly properties: Neighbor['properties'];
  private readonly nameOnce = kept(() => quietly(() => nameOf(this.resource, this.scope)));
  private readonly arnOnce = kept(() => quietly(() => arnOf(this.resource, this.scope)));
  private readonly refOnce = kept(() => quietly(() => referenceTo(this.resource, this.scope, this.resource.place)));

  constructor(
    private readonly resource: TemplateResource,
    private readonly scope: StackScope,
    public readonly path: string | undefined,
  ) {
    this.logicalId = resource.logicalId;
    this.stack = scope.stack.name;
    this.type = resource.type;
    this.properties = resource.properties;
  }

  public get name(): string | undefined {
    return this.nameOnce();
  }

  public get arn(): string | undefined {
    return this.arnOnce();
  }

  public get ref(): Json | undefined {
    return this.refOnce();
  }

  public property(name: string): Json | undefined {
    return quietly(() => this.scope.propertyOf(this.resource, name));
  }

  public attribute(name: string): Json | undefined {
    return quietly(() => attributeOf(this.resource, name, this.scope, this.resource.place));
  }
}

function pathOf(resource: TemplateResource, scope: StackScope): string | undefined {
  const metadata = own(resource.whole, 'Metadata');
  const path = isJsonObject(metadata) ? own(metadata, 'aws:cdk:path') : undefined;
  return typeof path === 'string' ? path : scope.stack.paths.get(resource.logicalId);
}
