/**
 * The name of a service in the AWS SDK for Java 2, which the names of errors begin with: `DynamoDb`, `Sfn`, `DatabaseMigration`. In lower case it
 * is the service's name in a Resource.
 */
export function javaServiceName(serviceId: string): string {
  return wordsOf(serviceId)
    .map(word => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('')
    .replace(/^(?:Amazon|Aws)/, '')
    .replace(/Service$/, '');
}

/** The words of a name, as the generator of the SDK for Java 2 finds them: `DynamoDB` is `Dynamo` and `DB`. */
function wordsOf(name: string): string[] {
  return name
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/([^a-z]{2,})v([0-9]+)/g, '$1 v$2 ')
    .replace(/([^A-Z]{2,})V([0-9]+)/g, '$1 V$2 ')
    .replace(/([a-z])(?=[A-Z][a-zA-Z0-9])/g, '$1 ')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([0-9])([a-zA-Z])/g, '$1 $2')
    .trim()
    .split(/ +/);
}
