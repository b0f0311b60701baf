/** The names of a service's members, as one kind of integration has them. */
export type MemberNames = (apiName: string) => string;

/** Members that the SDK for Java can't name as the API does: `equals` is a method of every object of Java. */
const RENAMED: Readonly<Record<string, string>> = { equals: 'equalsValue' };

/**
 * The name of a member in an SDK integration: the name in the AWS SDK for Java 2, with a capital. `DBInstanceIdentifier` becomes
 * `DbInstanceIdentifier`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export function sdkMemberName(apiName: string): string {
  const java = uncapitalized(apiName);
  return capitalized(Object.hasOwn(RENAMED, java) ? RENAMED[java] : java);
}

/** The name of a member in an optimized integration: the API's, with a capital. Recordings have `MD5OfMessageBody` of SQS so. */
export function optimizedMemberName(apiName: string): string {
  return capitalized(apiName);
}

/** In lower case up to the last capital of the first run of them: `dbInstanceIdentifier`, `md5OfBody`, `eTag`. */
function uncapitalized(name: string): string {
  let end = 1;
  while (end < name.length && isCapital(name[end]) && !(end + 1 < name.length && isSmall(name[end + 1]))) end++;
  return name.slice(0, end).toLowerCase() + name.slice(end);
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function isCapital(letter: string): boolean {
  return letter >= 'A' && letter <= 'Z';
}

function isSmall(letter: string): boolean {
  return letter >= 'a' && letter <= 'z';
}
