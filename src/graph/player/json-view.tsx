import { useMemo, useState } from 'preact/hooks';

/** A value as a tree: collapsible, searchable, and copyable. */
export function JsonView({
  title,
  value,
  open = true,
}: {
  readonly title: string;
  readonly value: unknown;
  readonly open?: boolean;
}) {
  const [query, setQuery] = useState('');
  const text = useMemo(
    () => (typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? 'undefined')),
    [value],
  );
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy'); // works in a file opened from disk, unlike navigator.clipboard
    area.remove();
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <details class="section" open={open}>
      <summary>{title}</summary>
      <div class="tools">
        {text.length > 200 && (
          <input
            type="search"
            aria-label={`Search in ${title}`}
            placeholder="Search"
            value={query}
            onInput={event => setQuery(event.currentTarget.value)}
          />
        )}
        <button type="button" class="small" onClick={copy} aria-label={`Copy ${title}`}>
          {copied ? 'Copied' : 'Copy'}
        </button>
      </div>
      <div class="json">
        <Value value={value} query={query.toLowerCase()} depth={0} />
      </div>
    </details>
  );
}

const FIRST = 100;

function Value({
  name,
  value,
  query,
  depth,
}: {
  readonly name?: string;
  readonly value: unknown;
  readonly query: string;
  readonly depth: number;
}) {
  const label = name === undefined ? null : <span class={hit(name, query) ? 'key hit' : 'key'}>{name}: </span>;
  const [limit, setLimit] = useState(FIRST);
  if (value === null || typeof value !== 'object') {
    const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
    return (
      <div class="row">
        {label}
        <span class={`${value === null ? 'null' : typeof value}${hit(text, query) ? ' hit' : ''}`}>{text}</span>
      </div>
    );
  }
  const entries = Object.entries(value);
  const [start, end] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) {
    return (
      <div class="row">
        {label}
        {start}
        {end}
      </div>
    );
  }
  const found = query !== '' && JSON.stringify(value).toLowerCase().includes(query);
  return (
    <details class="branch" open={found || (query === '' && depth < 3 && entries.length <= FIRST)}>
      <summary>
        {label}
        <span class="count">
          {start}
          {Array.isArray(value)
            ? `${entries.length} ${entries.length === 1 ? 'item' : 'items'}`
            : `${entries.length} ${entries.length === 1 ? 'member' : 'members'}`}
          {end}
        </span>
      </summary>
      {entries.slice(0, limit).map(([key, inner]) => (
        <Value key={key} name={key} value={inner} query={query} depth={depth + 1} />
      ))}
      {entries.length > limit && (
        <button type="button" class="small" onClick={() => setLimit(limit + 1000)}>
          Show more ({entries.length - limit})
        </button>
      )}
    </details>
  );
}

function hit(text: string, query: string): boolean {
  return query !== '' && text.toLowerCase().includes(query);
}
