/** A phrase that docs/style.md asks writers to drop. */
export interface Habit {
  /** Finds the phrase in prose. */
  readonly phrase: RegExp;
  /** The words to use instead. */
  readonly instead: string;
  /** Limits the search to the start of a docstring. */
  readonly startsDocstring?: boolean;
}

/** The table of docs/style.md, as far as a pattern can find it without false alarms. */
export const HABITS: readonly Habit[] = [
  { phrase: /\b(is|are|be|been|was|were) told\b|\b(tells|speaks of)\b/i, instead: 'reports, describes, is notified' },
  { phrase: /\bbeside\b/i, instead: 'next to, in addition to' },
  { phrase: /\bmend(s|ed|ing)?\b/i, instead: 'fix' },
  { phrase: /\b(nobody|somebody|whoever|of whom)\b/i, instead: 'no X, the caller, the owner' },
  {
    phrase:
      /(?<!\bthere )(?<!\bwhere there )\b(is|are|was) no (?!(longer|more|less|need|way|reason|such|other|different)\b)\w+/i,
    instead: "isn't a, is not a valid",
  },
  { phrase: /\b(that is|there is|is there|where it is|has) none\b/i, instead: 'say what is missing' },
  { phrase: /\bso many of\b|\bas far as (it|they) (come|comes|go|goes)\b/i, instead: 'at most, until' },
  {
    phrase: /\b(it |that )?stands (?!for\b|alone\b)|\blies\b|\b(is|are) (not )?there\b/i,
    instead: 'is, appears, exists',
  },
  { phrase: /\b(goes|go|going|went) on\b/i, instead: 'continues, resumes' },
  { phrase: /\b(it )?holds that\b|\bhold(s)? against\b|\bmust hold\b/i, instead: 'is true, passes' },
  { phrase: /\byour word\b/i, instead: 'a declaration, asserted' },
  { phrase: /\bleads? (out of|nowhere|round|on)\b/i, instead: 'exits, has no target, loops' },
  { phrase: /\b(what|who|whether|how|where|which)\b/i, instead: 'the thing, or a verb', startsDocstring: true },
  { phrase: /\btexts\b|\ba text\b(?! (file|editor|field))/i, instead: 'strings, a string' },
  { phrase: /\b(alarms?|it|never|always|not|to|would) (sounds?|rings?)\b/i, instead: 'fires' },
  { phrase: /\b(the house|rooms)\b/i, instead: 'the codebase, folders' },
  { phrase: /\b(passes|pass) by (itself|themselves)\b/i, instead: 'is transient' },
  { phrase: /\btime-outs?\b/i, instead: 'timeout' },
  {
    phrase: /\b(behaviour|neighbour|licence|colour|misspelt|catalogue|cancelled)s?\b/i,
    instead: 'the American spelling',
  },
];
