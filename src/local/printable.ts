/**
 * Replaces control characters, except line breaks and tabs, with visible escapes. The errors and names of a workflow can hold escape
 * sequences, which would move the cursor of a terminal or change its title.
 */
export function printable(text: string): string {
  return text.replace(CONTROL, character => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
