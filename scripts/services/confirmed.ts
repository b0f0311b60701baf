import { ALSO_SUPPORTED, SUPPORTED_SERVICES } from '../permissions/services';

/**
 * Services that AWS has announced for the SDK integration since the list in scripts/permissions/services.ts was written.
 *
 * 2026-03-26: "AWS Step Functions adds 28 new service integrations, including Amazon Bedrock AgentCore" names Bedrock AgentCore and S3 Vectors. The
 * others of the 28 are not confirmed here.
 */
const ANNOUNCED: readonly string[] = ['bedrockagentcore', 'bedrockagentcorecontrol', 's3vectors'];

/** The services that AWS says Step Functions calls through the SDK. */
export const CONFIRMED_SERVICES: ReadonlySet<string> = new Set([
  ...SUPPORTED_SERVICES,
  ...ALSO_SUPPORTED,
  ...ANNOUNCED,
]);
