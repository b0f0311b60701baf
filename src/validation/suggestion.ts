import { didYouMean } from '../errors';

/** Names longer than this are not compared: no name of the language is. */
const LONGEST = 100;
/** Beyond this many candidates a comparison takes too long. */
const MOST = 5_000;

/** `'; did you mean "x"?'`, or nothing: for names that come from a definition, which may be of any size. */
export function suggestion(name: string, candidates: readonly string[]): string {
  return name.length > LONGEST || candidates.length > MOST
    ? ''
    : didYouMean(
        name,
        candidates.filter(candidate => candidate.length <= LONGEST),
      );
}

/** A value for a message: short, whatever was given. */
export function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
