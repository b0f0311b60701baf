import { membersOf, pascal, resolved, type Model, type Operation, type Shape } from './sdk-models';

/** Operations that hand a role over make or change something, or start it. */
const HANDS_OVER =
  /^(Create|Update|Put|Start|Run|Register|Modify|Import|Export|Send|Submit|Set|Associate|Enable|Deploy|Restore|Copy|Upload|Issue|Add|Replace|Provision|Batch|Invoke|Publish|Define|Schedule|Subscribe|Execute|Sync|Accept|Configure)/;

/** Arguments that name a role which a service then uses. */
const ROLE = /(RoleArn|RoleARN|^Role|[a-z]Role)$/;

/** Services whose role arguments are what they manage, not what they are handed. */
const MANAGES_ROLES: readonly string[] = [
  'iam',
  'sts',
  'sso',
  'ssoadmin',
  'accessanalyzer',
  'rolesanywhere',
  'organizations',
  'lakeformation',
  'identitystore',
  'ram',
];

const MAX_DEPTH = 3;

/** The paths of arguments that hand a role over, such as `RoleArn` or `VpcConfig.RoleArn`; what lies in lists is left out. */
export function passedRoles(model: Model, name: string, operation: Operation): string[] {
  if (!HANDS_OVER.test(name) || MANAGES_ROLES.includes(model.name)) return [];
  const found: string[] = [];
  const look = (members: Iterable<[string, Shape]>, path: string, depth: number): void => {
    for (const [member, shape] of members) {
      const whole = resolved(model, shape);
      const here = `${path}${pascal(member)}`;
      if ((whole.type === undefined || whole.type === 'string') && ROLE.test(pascal(member))) found.push(here);
      else if (whole.type === 'structure' && depth < MAX_DEPTH)
        look(Object.entries(whole.members ?? {}), `${here}.`, depth + 1);
    }
  };
  look(membersOf(model, operation), '', 1);
  return found.sort();
}
