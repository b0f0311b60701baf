export { layoutWorkflow, type WorkflowLayout } from './layout/workflow-layout';
export { mermaidText } from './mermaid';
export { drawSvg, type Mark, type Overlay } from './svg/draw';
export { workflowMermaid, workflowSvg } from './pictures';
export { workflowGraph, type GraphEdge, type GraphNode, type GraphScope } from './workflow-graph';
