import type { Code } from '../../core/codes.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import type { Severity } from '../../core/diagnostic.ts';
import type { SchemaNode } from '../schema/node.ts';

/** Something in a struct that an API server refuses for the sake of something else in it. */
export interface Conflict {
  /** From the struct on. */
  readonly path: Path;
  /** Reads on from the path: `must be …`. */
  readonly must: string;
  /** `schema/conflict` where it is left out. */
  readonly code?:
    | 'schema/required'
    | 'schema/format'
    | 'schema/value'
    | 'schema/unknown-field'
    | 'schema/duplicate-item';
  readonly help?: string | undefined;
  readonly severity?: Severity;
  /** The rule over the whole tree that tells it in better words; while it is on, nothing is told here. */
  readonly toldBy?: Code;
}

/** What a check has to know of the server. */
export interface Server {
  /** 32 for Kubernetes 1.32. */
  readonly minor: number;
  /** Of the object that the struct is in. */
  readonly kind: string;
}

/** What one struct of Kubernetes' own kinds has to keep to, beyond its schema. */
export type StructCheck = (struct: JsonObject, node: SchemaNode, server: Server) => Conflict[];

/** Checks by the name of the struct with its API group, as `core.PodSpec`. */
export type StructChecks = Readonly<Record<string, StructCheck>>;

/** True for a field that says something: null, empty texts and empty lists say nothing. */
export function says(struct: JsonObject, field: string): boolean {
  const value = struct[field];
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '';
}

/** A conflict where the condition holds. */
export function conflictIf(isWrong: boolean, path: Path, must: string): Conflict[] {
  return isWrong ? [{ path, must }] : [];
}

/** What is missing, and for what. */
export function missing(path: Path, why: string): Conflict {
  return { path, code: 'schema/required', must: `is missing: ${why}` };
}
