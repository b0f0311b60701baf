import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICE_ERRORS, type ServiceError } from '../src/asl';

/** Where the page stands. */
export const ERRORS_PAGE = join(__dirname, '../docs/errors.md');

const HEAD = `# Error names

What a Task can raise, by service, for \`retry\` and \`catch\`. In code they are constants of \`Errors\`, and \`Retries\` has retriers for those that pass by themselves.

AWS publishes no such list. Each name says how it is known: *measured* (recorded from AWS), *documented* (AWS says so), *observed* (others report it), *derived* (it follows from AWS's naming rule,
and nobody has reported it). *guide* is the AWS Step Functions Developer Guide.

A name is compared exactly. Optimized integrations spell their errors as the AWS SDK 1 for Java does, SDK integrations as the SDK 2: \`DynamoDB.ResourceNotFoundException\` comes from \`dynamodb:getItem\`,
\`DynamoDb.ResourceNotFoundException\` from \`aws-sdk:dynamodb:getItem\`. A retrier with the other spelling never acts; the rule [error-of-other-service](rules/error-of-other-service.md) warns of it, and
\`retryEach\` leaves it out.
`;

/** The page: a table for each service. */
export function errorsPage(): string {
  const parts = Object.entries(SERVICE_ERRORS).map(
    ([service, errors]) => `
## ${service}

| name | when | passes by itself | known from |
|---|---|---|---|
${errors.map(row).join('\n')}
`,
  );
  return HEAD + parts.join('');
}

function row({ name, when, transient, transientStatuses, source, confidence }: ServiceError): string {
  const passes = transientStatuses
    ? transientStatuses.join(', ')
    : transient === undefined
      ? 'depends'
      : transient
        ? 'yes'
        : 'no';
  return `| \`${name}\` | ${when} | ${passes} | ${confidence}: ${source} |`;
}

if (require.main === module) writeFileSync(ERRORS_PAGE, errorsPage());
