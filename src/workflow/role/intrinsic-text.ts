/**
 * A value of the template as one text, in which what CloudFormation computes stands by its name, so that values can be compared, held against
 * patterns and read by people: `<Fn.Arn>/*`.
 */
export function intrinsicText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[intrinsic, argument]] = Object.entries(value) as Array<[string, any]>;
  switch (intrinsic) {
    case 'Ref':
      return `<${argument}>`;
    case 'Fn::GetAtt':
      return `<${Array.isArray(argument) ? argument.join('.') : argument}>`;
    case 'Fn::Join':
      return (argument[1] as unknown[]).map(intrinsicText).join(argument[0]);
    case 'Fn::Sub':
      return typeof argument === 'string' ? argument.replace(/\$\{([^!}][^}]*)\}/g, '<$1>') : unnamed(value);
    default:
      return unnamed(value);
  }
}

/** Stars and question marks would be patterns. */
function unnamed(value: unknown): string {
  return `<${JSON.stringify(value).replace(/[*?]/g, '')}>`;
}
