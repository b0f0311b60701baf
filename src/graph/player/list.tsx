import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const ROW = 32;

/** A list that renders only the rows in view, so that 25,000 rows cost as much as 40. */
export function List({
  count,
  label,
  selected,
  row,
}: {
  readonly count: number;
  readonly label: string;
  readonly selected: number;
  readonly row: (index: number) => ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  useEffect(() => {
    const size = (): void => setHeight(box.current?.clientHeight ?? 600);
    size();
    addEventListener('resize', size);
    return () => removeEventListener('resize', size);
  }, []);
  useEffect(() => {
    const element = box.current;
    if (!element || selected < 0) return;
    const at = selected * ROW;
    if (at < element.scrollTop || at + ROW > element.scrollTop + element.clientHeight) {
      element.scrollTop = Math.max(0, at - element.clientHeight / 2);
    }
  }, [selected, count]);
  const first = Math.max(0, Math.floor(top / ROW) - 10);
  const last = Math.min(count, Math.ceil((top + height) / ROW) + 10);
  const rows = [];
  for (let i = first; i < last; i++) {
    rows.push(
      <div class="line" role="row" aria-rowindex={i + 2} key={i} style={{ top: `${i * ROW}px` }}>
        {row(i)}
      </div>,
    );
  }
  return (
    <div
      class="list"
      role="table"
      aria-label={label}
      aria-rowcount={count + 1}
      ref={box}
      tabIndex={0}
      onScroll={event => setTop(event.currentTarget.scrollTop)}
    >
      <div class="space" style={{ height: `${count * ROW}px` }}>
        {rows}
      </div>
    </div>
  );
}
