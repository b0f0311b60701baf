export { BoundDefinition, IDefinition } from './definition';
