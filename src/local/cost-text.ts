import type { Cost } from '../cost';
import { durationText } from './duration-text';

/** The price of a run as text: Standard against Express. */
export function costText({ standard, express, children }: Cost): string {
  const rows: Array<[string, string]> = [
    ['State transitions', String(standard.transitions)],
    ['Price as Standard', `${usd(standard.usd)}  list price of ${standard.region}, without free tier`],
    [
      'Price as Express',
      'impossible' in express
        ? `not possible: ${express.impossible}`
        : `${usd(express.usd)}  1 request, ${durationText(express.billedMs)} at ${express.billedMb} MB, list price of ${express.region}`,
    ],
  ];
  if (children.executions > 0) {
    rows.push([
      'Child executions',
      `${usd(children.usd)}  ${children.executions} executions, ${children.transitions} transitions of their own`,
    ]);
  }
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`).join('\n');
}

/** Dollars with three significant digits, without an exponent. */
export function usd(amount: number): string {
  if (amount === 0) return '$0';
  const digits = Math.max(2, 2 - Math.floor(Math.log10(amount)));
  return `$${amount.toFixed(Math.min(20, digits)).replace(/(\.\d\d\d*?)0+$/, '$1')}`;
}
