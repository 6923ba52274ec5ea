import type { Code } from '../../core/codes.ts';
import type { Origin, Severity } from '../../core/diagnostic.ts';
import type { Path } from '../../core/pointer.ts';
import type { AppliedKustomization } from '../flux/kustomizations.ts';
import type { Graph } from '../graph/edge.ts';
import type { GraphNode, SourceFile } from '../graph/node.ts';
import type { Resolver } from '../graph/resolve.ts';
import type { SchemaRegistry } from '../schema/registry.ts';

/** A file as rules see it, whatever it was read from. */
export interface RuleFile extends SourceFile {
  readonly encrypt: boolean;
  /** Indexes of objects that others made: imported files and charts. */
  readonly foreign?: readonly number[];
  /** Where a place of an object was written, for files that are read as they stand. */
  readonly origin?: ((index: number, path: Path) => Origin | undefined) | undefined;
}

/** What a rule over the whole tree looks at. */
export interface RuleInput {
  readonly files: readonly RuleFile[];
  readonly graph: Graph;
  readonly resolver: Resolver;
  /** The Flux Kustomizations that are known, with what they apply. */
  readonly kustomizations: readonly AppliedKustomization[];
  /** What is known of the kinds of objects. */
  readonly registry?: SchemaRegistry | undefined;
}

/** What a rule has to say about one place of one object. */
export interface Finding {
  readonly node: GraphNode;
  readonly path: Path;
  /** One sentence; it stands behind the dotted path. */
  readonly message: string;
  readonly help?: string;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
}

/** A rule over the whole tree. Its page is docs/rules/<code>.md. */
export interface TreeRule {
  readonly code: Code;
  /** `off`: it runs when `settings.rules` asks for it. */
  readonly severity: Severity | 'off';
  check(input: RuleInput): readonly Finding[];
}
