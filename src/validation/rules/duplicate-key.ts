import type { SourceRule } from '../rule';

export const duplicateKey: SourceRule = {
  id: 'duplicate-key',
  severity: 'WARNING',
  summary: 'An object has the same key twice. Only the last one counts.',
  source: 'JSON (RFC 8259): names within an object should be unique. AWS takes the last one, as parsers do.',
  find: ({ scan }) =>
    (scan?.duplicates ?? []).map(pointer => ({
      at: { pointer, location: pointer.replace(/~1/g, '/').replace(/~0/g, '~') },
      message: 'This key appears twice, so the first value is lost',
      fix: 'Rename or remove one of them.',
    })),
};
