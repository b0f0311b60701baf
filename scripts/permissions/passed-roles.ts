import { sdkMemberName } from '../../src/services';
import type { Operation, Structure } from './sdk-models';

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
export function passedRoles(service: string, { name, input }: Operation): string[] {
  if (!HANDS_OVER.test(name) || MANAGES_ROLES.includes(service)) return [];
  const found: string[] = [];
  const look = (structure: Structure, path: string, depth: number): void => {
    for (const [apiName, { shape }] of structure.members) {
      const member = sdkMemberName(apiName);
      if (shape.kind === 'string' && ROLE.test(member)) found.push(path + member);
      else if (shape.kind === 'structure' && depth < MAX_DEPTH) look(shape, `${path}${member}.`, depth + 1);
    }
  };
  look(input, '', 1);
  return found.sort();
}
