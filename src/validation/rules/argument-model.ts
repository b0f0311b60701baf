import { isJsonObject, type Json } from '../../asl';
import { callModel, literalMismatches, modelDate, nearestMember, type Mismatch } from '../../services';
import { fieldPlace, inside } from '../definition-place';
import { resourceOf } from '../resource';
import { SCHEMA, type Finding, type Rule } from '../rule';
import { isUnknown } from '../unknown-value';

export const argumentModel: Rule = {
  id: 'argument-model',
  severity: 'WARNING',
  summary:
    "A literal argument doesn't fit the model of the service: an unknown member, a wrong type, a missing required member, or a value outside its range.",
  source:
    'The service models of the AWS SDK. AWS has been seen to reject unknown members when a state machine is created (aws/aws-cdk#10014, aws/aws-cdk#29968, the guide\'s "Passing parameters") and strings that are not Booleans (aws/aws-cdk#31448): those are errors. A member that a path fills is only rejected in a run: ValidateStateMachineDefinition accepts `TaskToken.$` next to `Payload`, and the run fails.',
  find: ({ sites }) =>
    sites.states.flatMap((site): Finding[] => {
      const resource = resourceOf(site);
      const field = site.language === 'JSONata' ? 'Arguments' : 'Parameters';
      const given = site.state[field];
      if (resource === undefined || !['sdk', 'optimized'].includes(resource.kind) || !isJsonObject(given)) return [];
      const model = callModel(
        resource.kind === 'sdk' ? `aws-sdk:${resource.service}` : resource.service,
        resource.action,
      );
      if (model === undefined) return [];
      const jsonata = site.language === 'JSONata';
      const isOpen = (value: Json): boolean => isUnknown(value) || (jsonata && isExpression(value));
      return literalMismatches(model, given, { language: jsonata ? 'JSONata' : 'JSONPath', isOpen }).flatMap(wrong => {
        // another rule reports these
        if (wrong.path.length === 1 && wrong.kind === 'case' && model.sdk && /^[a-z]/.test(wrong.name)) return [];
        if (wrong.path.length === 0 && wrong.kind === 'missing') return [];
        return [
          {
            at: inside(fieldPlace(site, field), ...wrong.path),
            severity: isRejected(wrong) ? 'ERROR' : 'WARNING',
            ...(isRejected(wrong) ? { code: SCHEMA } : {}),
            ...describe(wrong, model.call, nearestMember(model, wrong)),
          },
        ];
      });
    }),
};

function isExpression(value: Json): boolean {
  return typeof value === 'string' && /^\{%[\s\S]*%\}$/.test(value);
}

/** Whether AWS has been seen to reject this when the state machine is created. */
function isRejected({ kind, path, name, allowed }: Mismatch): boolean {
  if (kind === 'unknown') return !String(path.at(-1)).endsWith('.$') || /\.\$/.test(name);
  return kind === 'type' && allowed === 'a BOOLEAN';
}

function describe(
  { kind, name, allowed }: Mismatch,
  call: string,
  near: string | undefined,
): { readonly message: string; readonly fix: string } {
  switch (kind) {
    case 'unknown':
      return {
        message: `The field ${JSON.stringify(name)} is not supported by Step Functions`,
        fix: `${near === undefined ? 'Remove it' : `Did you mean ${JSON.stringify(near)}?`} ${near === undefined ? 'or' : 'Or'} acknowledge the finding if ${call} has the member since the models of ${modelDate()}.`,
      };
    case 'case':
      return { message: `${call} has no member ${JSON.stringify(name)}`, fix: `Write ${allowed}.` };
    case 'missing':
      return {
        message: `${allowed === '' ? call : allowed} must have ${name}`,
        fix: `Add ${name}.`,
      };
    case 'type':
      return {
        message: `The value for the field '${name}' must be ${allowed}`,
        fix: `Write ${allowed.toLowerCase()}.`,
      };
    case 'value':
      return { message: `${name} has a value that ${call} does not take`, fix: `Use one of ${shortened(allowed)}.` };
    default:
      return { message: `${name} is outside of its range`, fix: `Use ${allowed}.` };
  }
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
