import type { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import { callSite, placeOf } from './call-site';
import { commonFields, definedFields, languageOf, refuseFields, valueIn } from './fields';
import { Flow } from './flow';
import type { Fields, FlowNode, StateParts } from './flow-node';
import type { JsonPathInputOutputFields } from './json-path-fields';
import { State } from './state';
import type { StateProps } from './state-props';
import { jsonValue } from '../integrations/json-value';

/** Properties of a Choice. */
export interface ChoiceProps extends StateProps {
  /**
   * JSONata: the output if no rule matches.
   *
   * @default - the input
   */
  readonly output?: any;

  /**
   * JSONPath fields. If set, the state uses JSONPath, as it does with a JSONPath condition.
   *
   * @default - the language of the conditions
   */
  readonly jsonPath?: JsonPathInputOutputFields;
}

/** Options of one rule of a Choice. */
export interface RuleProps {
  /**
   * Variables to assign if the rule matches, instead of the state's own.
   *
   * @default - none
   */
  readonly assign?: { [name: string]: any };

  /**
   * JSONata: the output if the rule matches.
   *
   * @default - the input
   */
  readonly output?: any;

  /**
   * A comment.
   *
   * @default - none
   */
  readonly comment?: string;
}

/** A rule of a Choice, as the user wrote it. */
interface Rule {
  readonly condition: Fields;
  readonly language: 'JSONata' | 'JSONPath';
  readonly to: FlowNode;
  readonly props: RuleProps;
}

/**
 * Continues with the first rule whose condition is true. If none is, it continues with `otherwise`, or without
 * `otherwise`, with the next step. If there is no next step, it fails with States.Runtime.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
export class Choice extends State {
  /** @internal */
  private readonly _props: ChoiceProps;

  /** @internal */
  private readonly _rules: readonly Rule[] = [];

  /** @internal */
  private readonly _otherwise?: FlowNode;

  /**
   * @param stateName the state's name, unique in the workflow
   * @param props its variables and its output
   */
  public constructor(stateName: string, props: ChoiceProps = {}) {
    super(stateName);
    this._props = props;
  }

  /**
   * Adds a rule.
   *
   * @param condition a JSONata expression, `'{% … %}'`, that returns true or false
   * @param to the first step of the rule; by default, the step after the Choice
   * @param props the rule's variables and output
   */
  public when(condition: string, to: Flow = Flow.of(), props: RuleProps = {}): Choice {
    if (typeof condition !== 'string' || !/^\{%[\s\S]*%\}$/.test(condition)) {
      throw new StepwrightError('INVALID_CONDITION', `A condition of '${this.stateName}' is not a JSONata expression`, {
        where: placeOf(callSite(this.when)),
        received: JSON.stringify(condition),
        allowed: "'{% … %}' in when(), or a CDK Condition in whenCondition()",
        fix:
          typeof condition === 'string'
            ? `when('{% ${condition.trim().replace(/^\{%\s*|\s*%\}$/g, '')} %}', …)`
            : 'whenCondition(…)',
      });
    }
    return this._withRule({ condition: { Condition: condition }, language: 'JSONata', to: to._node, props }, this.when);
  }

  /**
   * Adds a rule with a CDK condition. With `Condition.jsonata(…)`, the Choice uses JSONata. With any other condition,
   * it uses JSONPath.
   *
   * @param condition a CDK condition
   * @param to the first step of the rule; by default, the step after the Choice
   * @param props the rule's variables and output
   */
  public whenCondition(condition: sfn.Condition, to: Flow = Flow.of(), props: RuleProps = {}): Choice {
    const rendered: Fields = condition.renderCondition();
    const language = Object.hasOwn(rendered, 'Condition') ? 'JSONata' : 'JSONPath';
    return this._withRule({ condition: rendered, language, to: to._node, props }, this.whenCondition);
  }

  /**
   * Sets the step to continue with if no rule matches.
   *
   * @param to the first step; an empty flow continues with the step after the Choice
   */
  public otherwise(to: Flow): Choice {
    if (this._otherwise !== undefined) {
      throw new StepwrightError('DUPLICATE_OTHERWISE', `'${this.stateName}' already has an otherwise()`, {
        where: placeOf(callSite(this.otherwise)),
        fix: 'keep one of them',
      });
    }
    return this._with({ _otherwise: to._node }, this._siteOfCopy(this.otherwise));
  }

  /** @internal */
  public _neighbors(): readonly FlowNode[] {
    return [...(this._rules ?? []).map(rule => rule.to), ...(this._otherwise === undefined ? [] : [this._otherwise])];
  }

  /** @internal */
  public _render(): StateParts {
    const language = this._rules.length > 0 ? this._rules[0].language : languageOf(this._props);
    if (this._rules.length === 0) {
      throw new StepwrightError('NO_RULES', `The Choice '${this.stateName}' has no rule, which AWS rejects`, {
        where: placeOf(this._site),
        fix: "add one: .when('{% … %}', …)",
      });
    }
    refuseFields(language, { output: this._props.output }, `'${this.stateName}'`, this._site);
    const props = language === 'JSONPath' ? { ...this._props, jsonPath: this._props.jsonPath ?? {} } : this._props;
    return {
      fields: definedFields({ Type: 'Choice', Comment: props.comment, ...commonFields(this.stateName, props) }),
      language,
      choice: {
        rules: this._rules.map((rule, i) => ({ fields: this._ruleFields(rule, i + 1), to: rule.to })),
        otherwise: this._otherwise,
      },
    };
  }

  /** @internal */
  protected _isOpen(): boolean {
    return this._otherwise === undefined || this._otherwise.open || this._rules.some(rule => rule.to.open);
  }

  /** @internal */
  private _ruleFields(rule: Rule, number: number): Fields {
    const where = `'${this.stateName}', rule ${number}`;
    refuseFields(rule.language, { output: rule.props.output }, where, this._site);
    return definedFields({
      ...(rule.language === 'JSONata' ? (jsonValue(rule.condition, where) as Fields) : rule.condition),
      Comment: rule.props.comment,
      Assign: valueIn(rule.language, rule.props.assign, `${where}, assign`),
      Output: valueIn(rule.language, rule.props.output, `${where}, output`),
    });
  }

  /** @internal */
  private _withRule(rule: Rule, verb: unknown): Choice {
    const before = this._rules.length > 0 ? this._rules[0].language : this._props.jsonPath && 'JSONPath';
    if (before !== undefined && before !== rule.language) {
      throw new StepwrightError(
        'MIXED_QUERY_LANGUAGES',
        `The Choice '${this.stateName}' has both ${before} and ${rule.language} conditions`,
        {
          where: placeOf(callSite(verb)),
          allowed: 'one query language per state',
          fix:
            before === 'JSONata'
              ? "write the condition with when('{% … %}')"
              : 'write the condition with whenCondition(Condition.…), or write all of them in JSONata',
        },
      );
    }
    return this._with({ _rules: [...this._rules, rule] }, this._siteOfCopy(verb));
  }
}
