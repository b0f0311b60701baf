import { Command, Option } from 'commander';
import {
  derivePermissions,
  type DerivedPermissions,
  type DerivedStatement,
  type DeriveOptions,
  type PermissionWarning,
} from '../permissions';
import { EXIT } from './exit-codes';
import { CommandFailure, leadingTo, readDefinition, typeOf, withSourceFlags, type SourceFlags } from './source';

interface PermissionsFlags extends SourceFlags {
  readonly machine?: string;
  readonly format: 'text' | 'json';
}

const HELP = `
Resources are in this region and account; for a definition alone they are written as CloudFormation's pseudo parameters.
Nothing is guessed: what only a run knows is covered by its kind of resource and named in a warning; roles that only a run knows are left out.

Examples:
  stepwright permissions order.asl.json
  stepwright permissions order.asl.json --type express --format json
  stepwright permissions cdk.out --machine OrderWorkflow

Exit codes:
  0  the statements were derived (there may be warnings)
  2  bad usage: an option, or a file that cannot be read
  3  bad definition`;

/** `stepwright permissions`: the statements that a workflow's role needs, for any definition. */
export function permissionsCommand(): Command {
  return withSourceFlags(new Command('permissions'))
    .description('Print the IAM statements that a workflow needs, with the states and the fact behind each')
    .argument(
      '<source>',
      'a definition (*.asl.json, *.asl.yaml), a template of CloudFormation or SAM, a cdk.out folder, or the JSON of "terraform show"',
    )
    .option(
      '-m, --machine <name>',
      'the state machine, where there are several: construct id, path, logical id or name',
    )
    .addOption(
      new Option('-f, --format <format>', 'how the statements are written').choices(['text', 'json']).default('text'),
    )
    .addHelpText('after', HELP)
    .exitOverride()
    .action((source: string, flags: PermissionsFlags) => {
      process.exitCode = perform(source, flags);
    });
}

function perform(source: string, flags: PermissionsFlags): number {
  try {
    const derived = derive(source, flags);
    process.stdout.write(flags.format === 'json' ? permissionsJson(derived) : permissionsText(derived));
    return EXIT.OK;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    process.stderr.write(`${error.reason.message}\n`);
    return error.exitCode;
  }
}

function derive(source: string, flags: PermissionsFlags): DerivedPermissions {
  const given = typeOf(flags);
  const found = readDefinition(source, flags.machine, flags);
  if ('definition' in found) return derivePermissions(found.definition, { type: given ?? 'STANDARD' });
  const { machine } = found;
  return leadingTo(EXIT.DEFINITION, () => {
    const options: DeriveOptions = {
      type: given ?? machine.type,
      partition: machine.partition,
      region: machine.region,
      account: machine.account,
      stateMachineName: machine.name,
    };
    return derivePermissions(machine.definition, options);
  });
}

/** For programs: IAM's own names for what a policy has, ours for the rest. */
function permissionsJson({ statements, warnings }: DerivedPermissions): string {
  return `${JSON.stringify({ statements: statements.map(statementJson), warnings }, null, 2)}\n`;
}

function statementJson({ actions, resources, conditions, states, reason }: DerivedStatement): object {
  return {
    Effect: 'Allow',
    Action: actions,
    Resource: resources,
    ...(conditions ? { Condition: conditions } : {}),
    states,
    reason,
  };
}

/** For people: a block for each statement, then the warnings. */
function permissionsText({ statements, warnings }: DerivedPermissions): string {
  const blocks = statements.length === 0 ? ['Nothing: no state needs a permission.'] : statements.map(statementText);
  return `${[...blocks, ...warnings.map(warningText)].join('\n\n')}\n`;
}

function statementText({ actions, resources, conditions = {}, states, reason }: DerivedStatement): string {
  const lists = [rows('Allow', actions), rows('on', resources)];
  const tests = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `${key} ${operator} ${values.join(' or ')}`),
  );
  return [
    ...lists,
    ...(tests.length ? [rows('if', tests)] : []),
    rows('for', states),
    rows('because', reason.split('; ')),
  ].join('\n');
}

function warningText({ state, message, fix }: PermissionWarning): string {
  return [rows('Warning', [`${state}: ${message}`]), rows('mend', [fix])].join('\n');
}

/** A heading with its lines beside it. */
function rows(heading: string, lines: readonly string[]): string {
  return lines.map((line, i) => `${(i === 0 ? heading : '').padEnd(9)}${line}`).join('\n');
}
