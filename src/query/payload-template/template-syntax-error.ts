import { jsonKind, type Json } from '../../asl';

/** A member whose name ends in `.$` holds something that is neither a path nor an intrinsic function. */
export class TemplateSyntaxError extends Error {
  constructor(
    public readonly key: string,
    value: Json,
  ) {
    super(
      `The value for the field '${key}' must be a STRING that contains a JSONPath but was an ${jsonKind(value).toUpperCase()}`,
    );
    this.name = 'TemplateSyntaxError';
  }
}
