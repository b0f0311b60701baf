import type { Json } from '../../asl';
import { own } from '../own';
import { unresolved } from '../resolve/failures';
import { below, type TemplatePlace } from '../resolve/template-place';
import type { StackScope, TemplateResource } from '../resolve/template-scope';
import { textOf } from '../resolve/texts';
import { hexOf, lettersOf, madeUpName, uuidOf } from '../stable-ids';
import { urlSuffixOf } from '../stack-template';
import type { Made, ResourceKind, ResourceView } from './kind';

/** Computes the values of a resource from the table of kinds. */
export class ResolvedResource implements ResourceView {
  public readonly region: string;
  public readonly account: string;
  public readonly partition: string;
  public readonly suffix: string;
  private readonly key: string;

  constructor(
    public readonly resource: TemplateResource,
    public readonly kind: ResourceKind,
    private readonly scope: StackScope,
    /** The requested value: `Ref` or an attribute. */
    private readonly asked: string,
    private readonly place: TemplatePlace,
  ) {
    const { stack } = scope;
    this.region = stack.region;
    this.account = stack.account;
    this.partition = stack.partition;
    this.suffix = urlSuffixOf(stack.partition);
    this.key = `${stack.name}/${resource.logicalId}`;
  }

  /** Returns a resolved property, `A.B` for nested ones. */
  public property(path: string): Json | undefined {
    const [first, ...rest] = path.split('.');
    return rest.reduce<Json | undefined>(
      (value, step) => (Array.isArray(value) ? (value[Number(step)] as Json | undefined) : own(value, step)),
      this.scope.propertyOf(this.resource, first),
    );
  }

  /** Returns a property as a string, or throws if it is absent. */
  public text(path: string): string {
    const value = this.property(path);
    if (value === undefined) {
      throw this.notKnown(`${this.asked} of ${this.resource.logicalId}, because its property ${path} is absent`);
    }
    return textOf(value, below(below(this.resource.place, 'Properties'), path));
  }

  /** The physical name: the given one, or one derived from the stack and the logical ID. */
  public name(): string {
    return this.scope.app.memo.once(`${this.scope.key}/${this.resource.logicalId}.(name)`, () => {
      const given =
        this.kind.ref === '{name}'
          ? this.scope.app.givenValue(this.scope.stack.name, this.resource.logicalId)
          : undefined;
      if (given !== undefined) return textOf(given, this.place);
      const property = this.kind.named === undefined ? undefined : this.property(this.kind.named);
      if (property !== undefined) return textOf(property, this.place);
      if (this.kind.defaultName !== undefined) return this.fill(this.kind.defaultName) as string;
      return this.madeUpName();
    });
  }

  /** Derives a name from the stack and the logical ID. */
  public madeUpName(): string {
    return madeUpName(this.scope.stack.name, this.resource.logicalId, this.kind.naming);
  }

  /** The identifier that the service generates. */
  public id(): string {
    if (this.kind.id === undefined) throw this.notKnown(`the identifier of ${this.resource.logicalId}`);
    const given =
      this.kind.ref === '{id}' ? this.scope.app.givenValue(this.scope.stack.name, this.resource.logicalId) : undefined;
    return given !== undefined ? textOf(given, this.place) : String(this.fill(this.kind.id));
  }

  public arn(): string {
    if (this.kind.arn === undefined) throw this.notKnown(`the ARN of ${this.resource.logicalId}`);
    const { app, stack } = this.scope;
    const id = this.resource.logicalId;
    const given =
      app.givenValue(stack.name, `${id}.Arn`) ??
      (this.kind.ref === '{arn}' ? app.givenValue(stack.name, id) : undefined);
    return given !== undefined ? textOf(given, this.place) : String(this.fill(this.kind.arn));
  }

  /** A placeholder of hexadecimal digits for a value that only a deployment creates. */
  public hex(digits: number, purpose = ''): string {
    this.assume();
    return hexOf(this.key + purpose, digits);
  }

  /** A placeholder of lowercase letters and digits for a value that only a deployment creates. */
  public letters(digits: number, purpose = ''): string {
    this.assume();
    return lettersOf(this.key + purpose, digits);
  }

  /** A placeholder UUID for a value that only a deployment creates. */
  public uuid(purpose = ''): string {
    this.assume();
    return uuidOf(this.key + purpose);
  }

  /** Records and returns a placeholder for a value that only a deployment creates. */
  public assumed(value: string): string {
    this.assume();
    return value;
  }

  /** Fills in a value of the table. */
  public fill(made: Made): Json {
    if (typeof made !== 'string') {
      const value = made(this);
      if (value === undefined) throw this.notKnown(`${this.asked} of ${this.resource.logicalId}`);
      return value;
    }
    if (made === '{name}') return this.name();
    return made.replace(/\{([A-Za-z.]+)\}/g, (_, word: string) => this.word(word));
  }

  private word(word: string): string {
    switch (word) {
      case 'region':
        return this.region;
      case 'account':
        return this.account;
      case 'partition':
        return this.partition;
      case 'suffix':
        return this.suffix;
      case 'name':
        return this.name();
      case 'id':
        return this.id();
      case 'arn':
        return this.arn();
      default:
        return this.text(word);
    }
  }

  private assume(): void {
    this.scope.app.memo.assume(`${this.resource.type} ${this.resource.logicalId}.${this.asked}`);
  }

  private notKnown(what: string): Error {
    const key = this.asked === 'Ref' ? this.resource.logicalId : `${this.resource.logicalId}.${this.asked}`;
    return unresolved(what, this.place, this.scope.app.advice.value(key));
  }
}
