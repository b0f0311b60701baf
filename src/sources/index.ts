export { keyTexts, keyValues } from './key-values';
export { mocksOfCase, type MachineChoice } from './mock-config/mock-config';
export { placeholdersIn, rejectPlaceholders, substituted, withPseudoParameters } from './placeholders';
export { readCloudAssembly, readTemplate } from './read-app';
export {
  definitionIn,
  readSource,
  STANDARD_INPUT,
  type AppSource,
  type DefinitionSource,
  type SourceOptions,
} from './read-source';
export { readYaml, type YamlReading } from './yaml/read-yaml';
