const ORDERED = ['Equals', 'GreaterThan', 'GreaterThanEquals', 'LessThan', 'LessThanEquals'];

/** The comparisons of a JSONPath Choice. */
export const COMPARATORS: ReadonlySet<string> = new Set([
  ...['String', 'Numeric', 'Timestamp'].flatMap(kind =>
    ORDERED.flatMap(order => [`${kind}${order}`, `${kind}${order}Path`]),
  ),
  'BooleanEquals',
  'BooleanEqualsPath',
  'StringMatches',
  'IsBoolean',
  'IsNull',
  'IsNumeric',
  'IsPresent',
  'IsString',
  'IsTimestamp',
]);
