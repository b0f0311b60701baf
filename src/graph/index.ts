export { playerHtml } from './page';
export type { PageData, PageEvent, PageGraph, PageNote, PageRun, PageVisit } from './page-data';
export { pageGraph } from './page-graph';
export { layoutWorkflow, type WorkflowLayout } from './layout/workflow-layout';
export { mermaidText } from './mermaid';
export { drawSvg, type Mark, type Overlay } from './svg/draw';
export { descriptionOf, workflowHtml, workflowMermaid, workflowSvg } from './pictures';
export { workflowGraph, type GraphEdge, type GraphNode, type GraphScope } from './workflow-graph';
