import type { Json } from '../../asl';

/** A plain scalar that has no counterpart in JSON. */
export const NOT_JSON = Symbol('not JSON');

/**
 * The types of plain scalars in YAML 1.1, with the expressions of PyYAML 6.0.4 (`resolver.py`): CloudFormation reads
 * YAML 1.1, and the AWS CLI and the SAM CLI read templates with PyYAML. `y` and `n` are strings there, and so is a date:
 * CloudFormation has no timestamps.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
const TYPES: ReadonlyArray<readonly [pattern: RegExp, value: (text: string) => Json | typeof NOT_JSON]> = [
  [/^(?:~|null|Null|NULL|)$/, () => null],
  [/^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/, () => true],
  [/^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/, () => false],
  [/^[-+]?(?:0|[1-9][0-9_]*)$/, text => Number(digits(text))],
  [/^[-+]?0b[0-1_]+$/, text => based(text, /0b/, 2)],
  [/^[-+]?0x[0-9a-fA-F_]+$/, text => based(text, /0x/, 16)],
  [/^[-+]?0[0-7_]+$/, text => based(text, /0/, 8)],
  [/^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/, sexagesimal],
  [
    /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/,
    text => Number(digits(text)),
  ],
  [/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/, sexagesimal],
  [/^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/, () => NOT_JSON],
];

/** The value of a plain scalar. */
export function plainScalar(text: string): Json | typeof NOT_JSON {
  const type = TYPES.find(([pattern]) => pattern.test(text));
  return type === undefined ? text : type[1](text);
}

/** Plain scalars that YAML 1.2 reads in another way: they are worth a warning where YAML 1.1 is not prescribed. */
export function dependsOnVersion(text: string): boolean {
  return (
    /^(?:yes|no|on|off)$/i.test(text) ||
    /^[-+]?(?:0[0-7_]+|0b[0-1_]+|[0-9][0-9_]*(?::[0-5]?[0-9])+|[0-9]+_[0-9_]*|[0-9]+[eE][-+]?[0-9]+)$/.test(text)
  );
}

function digits(text: string): string {
  return text.replaceAll('_', '');
}

function based(text: string, prefix: RegExp, base: number): number {
  const sign = text.startsWith('-') ? -1 : 1;
  return sign * parseInt(digits(text).replace(/^[-+]/, '').replace(prefix, '') || '0', base);
}

function sexagesimal(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  return (
    sign *
    digits(text)
      .replace(/^[-+]/, '')
      .split(':')
      .reduce((sum, part) => sum * 60 + Number(part), 0)
  );
}
