import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Aspects, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { Workflow } from './workflow';

/** Where the pictures of an app go. */
export interface WorkflowGraphsProps {
  /** The folder, relative to the working directory of the synthesis. It is created. */
  readonly directory: string;
}

/**
 * Writes the picture of each workflow below a construct when the app is synthesized. Commit the folder, and a pull request shows the
 * changed picture.
 */
export class WorkflowGraphs implements IAspect {
  /**
   * Writes a picture of each workflow below a construct, as SVG, named after the path of the workflow.
   *
   * @param scope the app, or a part of it
   * @param props the folder
   */
  public static of(scope: IConstruct, props: WorkflowGraphsProps): WorkflowGraphs {
    const graphs = new WorkflowGraphs(props.directory);
    Aspects.of(scope).add(graphs);
    return graphs;
  }

  private constructor(
    /** The folder. */
    public readonly directory: string,
  ) {}

  /** Writes the picture of a workflow; other constructs are left alone. */
  public visit(node: IConstruct): void {
    if (!(node instanceof Workflow)) return;
    const file = join(this.directory, `${node.node.path.replace(/[^A-Za-z0-9_.-]+/g, '-')}.svg`);
    const svg = node.toSvg();
    // a file that is the same keeps its time, so that nothing that watches it starts again
    if (existsSync(file) && readFileSync(file, 'utf8') === svg) return;
    mkdirSync(this.directory, { recursive: true });
    writeFileSync(file, svg);
  }
}
