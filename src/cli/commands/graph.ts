import type { Command } from 'commander';
import {
  toRunOptions,
  withCommonOptions,
  withSelection,
  type CommonArguments,
} from '../arguments.ts';
import { say } from '../output.ts';
import { endCommand } from '../end.ts';
import { printJson } from '../reporters/json.ts';

const EXAMPLES = `
Examples:
  gantry graph | grep ' missing$'        references that lead nowhere
  gantry graph --json | jq '.edges[] | select(.wanted.kind == "Secret")'`;

/** `gantry graph`: which objects refer to which. */
export function addGraph(program: Command): void {
  withSelection(withCommonOptions(program.command('graph')))
    .description('print the references between all objects, and what became of each')
    .addHelpText('after', EXAMPLES)
    .action(runGraph);
}

async function runGraph(given: CommonArguments): Promise<void> {
  const { projectGraph } = await import('../../pipeline/graph.ts');
  const graph = await projectGraph(toRunOptions(given));
  if (!graph.ok) {
    endCommand({ json: given.json, diagnostics: graph.diagnostics });
    return;
  }
  const { edges, selections } = graph.value.graph;
  if (given.json) {
    // What validation says is told, and is no failure of the graph.
    printJson(graph.value.diagnostics, graph.value.graph);
    return;
  }
  for (const { from, to, wanted, status } of edges) {
    const name = [wanted.namespace, wanted.name].filter((part) => part !== undefined).join('/');
    say(`${from} -> ${to ?? `${wanted.kind} ${name}`}  ${status}\n`);
  }
  for (const { from, to, status } of selections) {
    say(`${from} => ${to.length === 0 ? 'nothing' : to.join(', ')}  ${status}\n`);
  }
}
