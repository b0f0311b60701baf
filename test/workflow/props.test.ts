import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';

/** Properties of the CDK's state machine that ours has in another way. */
const OTHERWISE: Record<string, string> = {
  definitionBody: 'definition takes a flow, or Definition.fromFile and its like',
  definitionSubstitutions: 'Definition.fromFile takes them beside the file',
  queryLanguage: 'placed from the states',
  stateMachineType: 'StandardWorkflow or ExpressWorkflow',
};

/** Properties that the CDK's state machine does not have. */
const OURS = ['strictPermissions'];

/** The properties of an interface and of what it extends in the same file. */
function propertiesOf(file: string, name: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found = source.statements.filter(ts.isInterfaceDeclaration).find(statement => statement.name.text === name)!;
  const bases = (found.heritageClauses ?? []).flatMap(clause => clause.types.map(type => type.expression.getText()));
  return [
    ...found.members.map(member => member.name!.getText()),
    ...bases.flatMap(base => propertiesOf(file, base)),
  ].sort();
}

test.each(['StandardWorkflowProps', 'ExpressWorkflowProps'])(
  '%s has everything that the state machine of the CDK can be given',
  name => {
    const theirs = propertiesOf(
      join(dirname(require.resolve('aws-cdk-lib/package.json')), 'aws-stepfunctions/lib/state-machine.d.ts'),
      'StateMachineProps',
    );
    const ours = propertiesOf(require.resolve('../../src/workflow/workflow-props.ts'), name);
    expect(theirs).toEqual(expect.arrayContaining(Object.keys(OTHERWISE)));
    expect(theirs.filter(property => !ours.includes(property))).toEqual(Object.keys(OTHERWISE));
    expect(ours.filter(property => !theirs.includes(property))).toEqual(OURS);
  },
);
