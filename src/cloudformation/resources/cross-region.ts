import type { Json } from '../../asl';
import { own } from '../own';
import { below, type TemplatePlace } from '../resolve/template-place';
import type { StackScope, TemplateResource } from '../resolve/template-scope';

/**
 * Returns a value that a stack in another region exports through the CDK's `crossRegionReferences`. An attribute of
 * `Custom::CrossRegionExportReader` is the name of an SSM parameter that a `Custom::CrossRegionExportWriter` writes.
 */
export function crossRegionValue(
  resource: TemplateResource,
  attribute: string,
  scope: StackScope,
  _place: TemplatePlace,
): Json | undefined {
  if (resource.type !== 'Custom::CrossRegionExportReader') return undefined;
  for (const writerScope of scope.app.stacks) {
    for (const writer of writerScope.resources.values()) {
      if (writer.type !== 'Custom::CrossRegionExportWriter') continue;
      const properties = own(writer.properties, 'WriterProps');
      const value = own(own(properties, 'exports'), attribute);
      if (value === undefined || own(properties, 'region') !== scope.stack.region) continue;
      const place = below(below(below(writer.place, 'WriterProps'), 'exports'), attribute);
      const resolved = writerScope.property(value, place);
      return typeof resolved === 'symbol' ? undefined : resolved;
    }
  }
  return undefined;
}
