import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isConfirmed, modelDate, modeledServices, modelVersion, serviceModel, type Shape } from '../../src/services';

const PAGE = join(__dirname, '../../docs/services.md');

/** The page with the current counts between its marks. */
export function countsPage(): string {
  const services = modeledServices();
  const operations = services.flatMap(service => [...serviceModel(service)!.operations.values()]);
  const seen = new Set<Shape>();
  const members = operations
    .flatMap(({ input, output }) => [input, output])
    .reduce((sum, shape) => sum + membersIn(shape, seen), 0);
  const text = `They are of ${modelDate()} (botocore ${modelVersion()}): ${services.length} services, of which Step Functions is known to call ${services.filter(isConfirmed).length}, with ${operations.length.toLocaleString('en-US')} actions and ${members.toLocaleString('en-US')} members.`;
  return readFileSync(PAGE, 'utf8').replace(
    /<!-- counts -->[\s\S]*<!-- \/counts -->/,
    `<!-- counts -->\n${text}\n<!-- /counts -->`,
  );
}

function membersIn(shape: Shape, seen: Set<Shape>): number {
  if (seen.has(shape)) return 0;
  seen.add(shape);
  switch (shape.kind) {
    case 'list':
      return membersIn(shape.item, seen);
    case 'map':
      return membersIn(shape.value, seen);
    case 'structure':
      return [...shape.members.values()].reduce((sum, one) => sum + 1 + membersIn(one.shape, seen), 0);
    default:
      return 0;
  }
}

if (require.main === module) writeFileSync(PAGE, countsPage());
