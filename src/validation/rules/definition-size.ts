import { MAX_DEFINITION_BYTES } from '../../asl';
import type { SourceRule } from '../rule';

export const definitionSize: SourceRule = {
  id: 'definition-size',
  severity: 'ERROR',
  summary: 'The definition has more than 1,048,576 characters (1 MB).',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  find: ({ text, measure }) => {
    const characters = measure?.characters ?? 0;
    if (characters <= MAX_DEFINITION_BYTES && (text?.length ?? 0) <= MAX_DEFINITION_BYTES) return [];
    return [
      {
        at: { pointer: '', location: '' },
        message: `The definition has more than ${MAX_DEFINITION_BYTES.toLocaleString('en')} characters`,
        fix:
          characters <= MAX_DEFINITION_BYTES
            ? 'Deploy it without whitespace. It is short enough then.'
            : 'Move large constants to a bucket or a parameter, or split the workflow into several state machines.',
        // tools that deploy a file mostly write it anew
        severity: characters <= MAX_DEFINITION_BYTES && measure !== undefined ? 'WARNING' : 'ERROR',
      },
    ];
  },
};
