// The services and actions of the SDK as types, so that an editor completes them: a view of the service models.

/** The declaration of `SdkActionNames`: by service and action, the names of the arguments that must be there. */
export function sdkNames({ sdkServices, sdkActions, requiredSdkArguments }) {
  const services = sdkServices().map(service => {
    const actions = sdkActions(service).map(action => {
      const required = requiredSdkArguments(service, action);
      return `${action}: ${required.length === 0 ? 'never' : required.map(name => `'${name}'`).join(' | ')}`;
    });
    return `  ${service}: { ${actions.join('; ')} };`;
  });
  return `/** The actions of the AWS SDK that Step Functions calls, by service; each with the arguments that it must have. */
export interface SdkActionNames {
${services.join('\n')}
}
`;
}
