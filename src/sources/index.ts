export { readCloudAssembly, readTemplate } from './read-app';
export { readYaml, type YamlReading } from './yaml/read-yaml';
