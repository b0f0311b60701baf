import type { ResourceView, ResourceKinds } from '../kind';

/** Identities, keys, secrets, parameters, user pools. */
export const SECURITY: ResourceKinds = {
  'AWS::IAM::Role': {
    named: 'RoleName',
    naming: { max: 64 },
    ref: '{name}',
    arn: identityArn('role'),
    attributes: { Arn: '{arn}', RoleId: view => `AROA${view.letters(17).toUpperCase()}` },
  },
  'AWS::IAM::User': {
    named: 'UserName',
    naming: { max: 64 },
    ref: '{name}',
    arn: identityArn('user'),
    attributes: { Arn: '{arn}' },
  },
  'AWS::IAM::Group': {
    named: 'GroupName',
    naming: { max: 128 },
    ref: '{name}',
    arn: identityArn('group'),
    attributes: { Arn: '{arn}' },
  },
  'AWS::IAM::InstanceProfile': {
    named: 'InstanceProfileName',
    naming: { max: 128 },
    ref: '{name}',
    arn: identityArn('instance-profile'),
    attributes: { Arn: '{arn}' },
  },
  'AWS::IAM::ManagedPolicy': {
    named: 'ManagedPolicyName',
    naming: { max: 128 },
    ref: '{arn}',
    arn: identityArn('policy'),
    attributes: { PolicyArn: '{arn}' },
  },
  'AWS::IAM::Policy': {
    named: 'PolicyName',
    naming: { max: 128 },
    ref: view => `${view.madeUpName().slice(0, 100)}-${view.letters(12).toUpperCase()}`,
  },
  'AWS::KMS::Key': {
    id: view => view.uuid(),
    ref: '{id}',
    arn: 'arn:{partition}:kms:{region}:{account}:key/{id}',
    attributes: { Arn: '{arn}', KeyId: '{id}' },
  },
  'AWS::KMS::ReplicaKey': {
    id: view => view.uuid(),
    ref: '{id}',
    arn: 'arn:{partition}:kms:{region}:{account}:key/{id}',
    attributes: { Arn: '{arn}', KeyId: '{id}' },
  },
  'AWS::KMS::Alias': { named: 'AliasName', ref: '{name}', arn: 'arn:{partition}:kms:{region}:{account}:{name}' },
  'AWS::SecretsManager::Secret': {
    named: 'Name',
    naming: { max: 200 },
    ref: '{arn}',
    arn: view =>
      `arn:${view.partition}:secretsmanager:${view.region}:${view.account}:secret:${view.name()}-${view.letters(6)}`,
    attributes: { Id: '{arn}' },
  },
  'AWS::SecretsManager::SecretTargetAttachment': { ref: '{SecretId}' },
  'AWS::SSM::Parameter': {
    named: 'Name',
    ref: '{name}',
    arn: view => `arn:${view.partition}:ssm:${view.region}:${view.account}:parameter/${view.name().replace(/^\//, '')}`,
    attributes: { Type: '{Type}', Value: '{Value}' },
  },
  'AWS::Cognito::UserPool': {
    named: 'UserPoolName',
    id: view => `${view.region}_${view.letters(9)}`,
    ref: '{id}',
    arn: 'arn:{partition}:cognito-idp:{region}:{account}:userpool/{id}',
    attributes: {
      Arn: '{arn}',
      ProviderName: 'cognito-idp.{region}.{suffix}/{id}',
      ProviderURL: 'https://cognito-idp.{region}.{suffix}/{id}',
      UserPoolId: '{id}',
    },
  },
  'AWS::Cognito::UserPoolClient': {
    named: 'ClientName',
    id: view => view.letters(26),
    ref: '{id}',
    attributes: { ClientId: '{id}', Name: '{name}' },
  },
  'AWS::VerifiedPermissions::PolicyStore': {
    id: view => view.letters(22),
    ref: '{id}',
    arn: 'arn:{partition}:verifiedpermissions::{account}:policy-store/{id}',
    attributes: { Arn: '{arn}', PolicyStoreId: '{id}' },
  },
};

/** The ARN of an identity, with its path. */
function identityArn(kind: string): (view: ResourceView) => string {
  return view =>
    `arn:${view.partition}:iam::${view.account}:${kind}${String(view.property('Path') ?? '/')}${view.name()}`;
}
