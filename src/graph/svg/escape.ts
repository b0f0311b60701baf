const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as XML, safe in content and in attributes. Characters that XML doesn't allow become U+FFFD. */
export function escapeXml(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, character => ENTITIES[character])
      // eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
      .replace(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
        '\ufffd',
      )
  );
}
