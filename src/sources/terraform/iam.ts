import { get, listIn } from './configuration';
import { parsed, type TerraformApp, type TerraformResource } from './terraform-app';
import type { Json, JsonObject } from '../../asl';

/** The roles of a plan or state with all that attaches policies to them. */
export function iamResources(app: TerraformApp): Array<[string, JsonObject]> {
  return app.resources.flatMap((resource): Array<[string, JsonObject]> => {
    switch (resource.type) {
      case 'aws_iam_role':
        return [[resource.address, roleOf(resource, app)]];
      case 'aws_iam_role_policy':
        return [[resource.address, rolePolicyOf(resource, app)]];
      case 'aws_iam_policy':
        return [[resource.address, managedPolicyOf(resource)]];
      default:
        return [];
    }
  });
}

function roleOf(role: TerraformResource, app: TerraformApp): JsonObject {
  const { values } = role;
  const trust = get(values, 'assume_role_policy');
  const managed = [...listIn(values, 'managed_policy_arns'), ...attachedTo(role, app)];
  const boundary = get(values, 'permissions_boundary');
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      ...(typeof values.name === 'string' ? { RoleName: values.name } : {}),
      ...(typeof values.path === 'string' ? { Path: values.path } : {}),
      ...(typeof trust === 'string' ? { AssumeRolePolicyDocument: parsed(trust) } : {}),
      ...(typeof boundary === 'string' && boundary !== '' ? { PermissionsBoundary: boundary } : {}),
      Policies: listIn(values, 'inline_policy').flatMap((policy, i) => {
        const text = get(policy, 'policy');
        return typeof text === 'string'
          ? [{ PolicyName: String(get(policy, 'name') ?? i), PolicyDocument: parsed(text) }]
          : [];
      }),
      ManagedPolicyArns: distinct(managed),
    },
  };
}

/** The ARNs of the managed policies that attachments give to a role. */
function attachedTo(role: TerraformResource, app: TerraformApp): readonly Json[] {
  return app.resources.flatMap(attachment => {
    const argument = ATTACHMENTS[attachment.type];
    if (argument === undefined || !isOf(attachment, argument, role, app)) return [];
    return [
      app.attribute(attachment, 'policy_arn', ['aws_iam_policy'], 'Arn') ?? {
        'Fn::GetAtt': [attachment.address, 'policy_arn'],
      },
    ];
  });
}

/** The argument of an attachment that names its roles. */
const ATTACHMENTS: Readonly<Record<string, string>> = {
  aws_iam_role_policy_attachment: 'role',
  aws_iam_policy_attachment: 'roles',
};

function isOf(attachment: TerraformResource, argument: string, role: TerraformResource, app: TerraformApp): boolean {
  const value = app.attribute(attachment, argument, ['aws_iam_role'], 'Ref');
  const names = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return names.some(name => (name !== undefined && name === role.values.name) || get(name, 'Ref') === role.address);
}

function rolePolicyOf(policy: TerraformResource, app: TerraformApp): JsonObject {
  return {
    Type: 'AWS::IAM::RolePolicy',
    Properties: {
      PolicyName: String(policy.values.name ?? policy.address),
      RoleName: app.attribute(policy, 'role', ['aws_iam_role'], 'Ref') ?? { 'Fn::GetAtt': [policy.address, 'role'] },
      PolicyDocument: documentOf(policy),
    },
  };
}

function managedPolicyOf(policy: TerraformResource): JsonObject {
  return {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: {
      ...(typeof policy.values.name === 'string' ? { ManagedPolicyName: policy.values.name } : {}),
      ...(typeof policy.values.path === 'string' ? { Path: policy.values.path } : {}),
      PolicyDocument: documentOf(policy),
    },
  };
}

/** The policy, or a reference to it that fails with the reason: a plan may not know it yet. */
function documentOf(policy: TerraformResource): Json {
  const text = get(policy.values, 'policy');
  return typeof text === 'string' ? parsed(text) : (text ?? { 'Fn::GetAtt': [policy.address, 'policy'] });
}

function distinct(values: readonly Json[]): readonly Json[] {
  return [...new Map(values.map(value => [JSON.stringify(value), value])).values()];
}
