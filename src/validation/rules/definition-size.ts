import type { SourceRule } from '../rule';

/** The most characters of a definition. */
const MOST = 1_048_576;

export const definitionSize: SourceRule = {
  id: 'definition-size',
  severity: 'ERROR',
  summary: 'The definition has more than 1,048,576 characters (1 MB).',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  find: ({ text, measure }) => {
    const characters = measure?.characters ?? 0;
    if (characters <= MOST && (text?.length ?? 0) <= MOST) return [];
    return [
      {
        at: { pointer: '', location: '' },
        message: `The definition has more than ${MOST.toLocaleString('en')} characters`,
        fix:
          characters <= MOST
            ? 'Deploy it without spaces and line breaks: then it is short enough.'
            : 'Move large constants to a bucket or a parameter, or split the workflow into several state machines.',
        // tools that deploy a file mostly write it anew
        severity: characters <= MOST && measure !== undefined ? 'WARNING' : 'ERROR',
      },
    ];
  },
};
