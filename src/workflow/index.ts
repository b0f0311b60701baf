export { WorkflowAlias } from './alias';
export { WorkflowAliasBase, type IWorkflowAlias, type WorkflowReference } from './alias-base';
export type { WeightedVersion, WorkflowAliasProps } from './alias-props';
export { ExpressWorkflow } from './express-workflow';
export { GradualDeployment, type DeploymentProps, type ShiftProps } from './gradual-deployment';
export { StandardWorkflow } from './standard-workflow';
export { WorkflowVersion, type IWorkflowVersion, type WorkflowVersionProps } from './version';
export { Workflow } from './workflow';
export type { ExpressWorkflowProps, StandardWorkflowProps, WorkflowProps } from './workflow-props';
