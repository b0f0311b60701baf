import { ERROR_NAMES } from '../../asl';
import { QueryFailure } from '../environment';

/** How many places one path may visit: far more than a document of AWS's size has. */
const MOST_PLACES = 2_000_000;

let left = 0;
let running = false;

/** A place is visited, or a text is read that is worth several. A path such as `$..*..*..*` would visit more than there is time for. */
export function visit(places = 1): void {
  left -= places;
  if (left < 0) throw new QueryFailure(ERROR_NAMES.RUNTIME, `The path visits more than ${MOST_PLACES} places.`);
}

/** Runs the evaluation of a path; paths inside its filters share its count. */
export function counted<T>(evaluation: () => T): T {
  if (running) return evaluation();
  running = true;
  left = MOST_PLACES;
  try {
    return evaluation();
  } finally {
    running = false;
  }
}
