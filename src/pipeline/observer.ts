import type { Result } from '../core/result.ts';

/** The stages of the pipeline, in order, by the names their users know. */
export const STAGES = ['gmanifests', 'vmanifests', 'umanifests', 'emanifests'] as const;
export type StageName = (typeof STAGES)[number];

/** Shows a run to a person while it goes on; the pipeline does not know how. */
export interface Observer {
  /** Runs one stage; `summary` says in a few words what it gave. */
  stage<T>(
    name: StageName,
    work: () => Promise<Result<T>>,
    summary: (value: T) => string,
  ): Promise<Result<T>>;
}
