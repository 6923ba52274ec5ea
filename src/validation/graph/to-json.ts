import { describeObject } from '../../core/object.ts';
import { toPointer } from '../../core/pointer.ts';
import type { Graph, Wanted } from './edge.ts';

/** The graph as plain data: `gantry graph --json` prints it. Nodes are named by their ids. */
export function graphToJson({ nodes, edges, selections }: Graph) {
  return {
    nodes: nodes.map(({ id, file, value, group, kind, namespace, name }) => ({
      id,
      object: describeObject(value),
      group,
      kind,
      ...(namespace === undefined ? {} : { namespace }),
      name,
      file,
    })),
    edges: edges.map(({ from, relation, path, wanted, status, target }) => ({
      from: from.id,
      to: target?.id ?? null,
      relation,
      pointer: toPointer(path),
      wanted: wantedToJson(wanted),
      status,
    })),
    selections: selections.map(({ from, relation, path, selects, targets, status, ...rest }) => ({
      from: from.id,
      to: targets.map(({ id }) => id),
      relation,
      pointer: toPointer(path),
      selects,
      selector: rest.selector,
      missingPorts: rest.missingPorts.map(({ port }) => port),
      status,
    })),
  };
}

function wantedToJson({ group, kind, namespace, name, key, port }: Wanted) {
  return {
    group,
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    ...(key === undefined ? {} : { key }),
    ...(port === undefined ? {} : { port }),
  };
}
