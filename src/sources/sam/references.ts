import { isJsonObject, type Json } from '../../asl';

/**
 * A value in which names such as `Work.Alias` are replaced by the logical IDs that they stand for: in `Ref`, `Fn::GetAtt`,
 * and `Fn::Sub`.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export function renamed(value: Json, names: Readonly<Record<string, string>>): Json {
  if (Object.keys(names).length === 0) return value;
  const idOf = (name: string): string | undefined => (Object.hasOwn(names, name) ? names[name] : undefined);
  return change(value);

  function change(item: Json): Json {
    if (Array.isArray(item)) return item.map((one: Json) => change(one));
    if (!isJsonObject(item)) return item;
    return Object.fromEntries(Object.entries(item).map(([key, member]) => [key, changeMember(key, member)]));
  }

  function changeMember(key: string, member: Json): Json {
    if (key === 'Ref' && typeof member === 'string') return idOf(member) ?? member;
    if (key === 'Fn::GetAtt' && Array.isArray(member) && typeof member[0] === 'string') {
      // ["Work.Alias", "Arn"], and ["Work", "Alias.Arn"] as !GetAtt Work.Alias.Arn is read
      const [name, ...attribute] = (member as readonly string[]).join('.').split(/(?<=^[^.]*\.[^.]*)\./);
      const id = idOf(name);
      if (id !== undefined && attribute.length > 0) return [id, attribute.join('.')];
    }
    if (key === 'Fn::Sub') {
      const sub = (text: Json): Json => (typeof text === 'string' ? changeText(text) : change(text));
      return Array.isArray(member)
        ? [sub(member[0] as Json), ...member.slice(1).map((one: Json) => change(one))]
        : sub(member);
    }
    return change(member);
  }

  function changeText(text: string): string {
    return text.replace(
      /\$\{([^!{}.][^{}.]*\.[^{}.]+)((?:\.[^{}.]+)*)\}/g,
      (whole, name: string, attribute: string) => {
        const id = idOf(name);
        return id === undefined ? whole : `\${${id}${attribute}}`;
      },
    );
  }
}
