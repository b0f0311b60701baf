// The services and actions of the SDK as types, so that an editor completes them: from the table of the language.

/** The declaration of `SdkActionNames`: by service and action, the names of the arguments that must be there. */
export function sdkNames(table) {
  const [, lines] = /SDK_API_TABLE: string = `\n([\s\S]*?)\n`;/.exec(table);
  const services = lines.split('\n').map(line => {
    const [service, args, ...groups] = line.split('\t');
    const names = args.split(' ');
    const actions = groups.flatMap(group => {
      const [verb, ...nouns] = group.split(' ');
      return nouns.map(noun => {
        const [word, numbers] = noun.split(':');
        return `${verb}${word}: ${
          numbers === undefined
            ? 'never'
            : numbers
                .split(',')
                .map(number => `'${names[number]}'`)
                .join(' | ')
        }`;
      });
    });
    return `  ${service}: { ${actions.join('; ')} };`;
  });
  return `/** The actions of the AWS SDK that Step Functions calls, by service; each with the arguments that it must have. */
export interface SdkActionNames {
${services.join('\n')}
}
`;
}
