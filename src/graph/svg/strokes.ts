import type { PlacedPiece, Point, Stroke } from '../layout/place-scope';

/** The path data of strokes that continue each other. */
export function pathData(strokes: readonly Stroke[]): string {
  let at: Point | undefined;
  let data = '';
  for (const stroke of strokes) {
    const { from, to } = stroke;
    if (at?.x !== from.x || at.y !== from.y) data += `M${from.x} ${from.y}`;
    data +=
      stroke.kind === 'line'
        ? `L${to.x} ${to.y}`
        : `C${stroke.c1.x} ${stroke.c1.y} ${stroke.c2.x} ${stroke.c2.y} ${to.x} ${to.y}`;
    at = to;
  }
  return data;
}

/** The arrow at the end of a line that enters its target from above. */
export function arrowData({ strokes }: PlacedPiece): string {
  const { x, y } = strokes[strokes.length - 1].to;
  return `M${x} ${y}l-4.5 -8h9Z`;
}
