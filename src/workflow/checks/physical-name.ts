import { Token } from 'aws-cdk-lib';
import { StepwrightError } from '../../errors';

/** What AWS takes in the name of a state machine. */
const NAME = /^[A-Za-z0-9+!@.()\-=_']{1,80}$/;

/** What AWS asks of a name when executions are logged. */
const LOGGED_NAME = /^[\w-]+$/;

/** Whether executions of a workflow of this name can be logged. */
export function canBeLogged(name: string | undefined): boolean {
  return name === undefined || Token.isUnresolved(name) || LOGGED_NAME.test(name);
}

/**
 * Refuses a name that AWS would refuse.
 *
 * @param name the name; undefined for one that CloudFormation makes
 * @param where the workflow
 */
export function checkName(name: string | undefined, where: string): void {
  if (name === undefined || Token.isUnresolved(name) || NAME.test(name)) return;
  const fitting = name.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 80);
  throw new StepwrightError('INVALID_WORKFLOW_NAME', 'stateMachineName is not a valid name', {
    where,
    received: `${JSON.stringify(name)} (${name.length} characters)`,
    allowed: "1 to 80 letters, digits, and the characters +!@.()-=_'",
    fix:
      fitting === ''
        ? 'leave stateMachineName out, and CloudFormation generates a name'
        : `stateMachineName: ${JSON.stringify(fitting)}`,
  });
}
