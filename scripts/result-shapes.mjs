// What the API operations of AWS answer, from the service models of the locked SDK: for the check of mocked results.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const SCALARS = { integer: 'n', long: 'n', float: 'n', double: 'n', boolean: 'b' };
const pascal = name => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * JSON, compressed with Brotli: `{service: {actions: {Action: shape}, shapes: {name: shape}}}`. A shape is 0 for text, 'n' for a number, 'b' for a
 * boolean, a text that begins with '#' for a shape by its name, `{l: shape}` for a list, `{v: shape}` for a map, `{m: members, r: required}` for a structure.
 */
export function resultShapes(apis) {
  const newest = new Map();
  for (const file of readdirSync(apis).sort()) {
    const [, service] = /^(.*)-\d{4}-\d\d-\d\d\.min\.json$/.exec(file) ?? [];
    if (service !== undefined) newest.set(service, file);
  }
  const services = {};
  for (const [service, file] of newest) {
    const { metadata, operations, shapes } = JSON.parse(readFileSync(join(apis, file), 'utf8'));
    const name = String(metadata.serviceId ?? service)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .replace(/service$/, '');
    services[name] = compact(operations, shapes ?? {});
  }
  return brotliCompressSync(JSON.stringify(services), { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } });
}

function compact(operations, all) {
  const shapes = {};
  const of = shape => {
    if (shape.shape === undefined) return node(shape);
    if (!(shape.shape in shapes)) {
      shapes[shape.shape] = 0;
      shapes[shape.shape] = node(all[shape.shape]);
    }
    return `#${shape.shape}`;
  };
  const node = shape => {
    switch (shape.type) {
      case 'structure':
        return {
          m: Object.fromEntries(
            Object.entries(shape.members ?? {}).map(([name, member]) => [pascal(name), of(member)]),
          ),
          ...(shape.required ? { r: shape.required.map(pascal) } : {}),
        };
      case 'list':
        return { l: of(shape.member) };
      case 'map':
        return { v: of(shape.value) };
      default:
        return SCALARS[shape.type] ?? 0;
    }
  };
  const actions = Object.fromEntries(
    Object.entries(operations).map(([name, { output }]) => [name, output ? of(output) : { m: {} }]),
  );
  return { actions, shapes };
}
