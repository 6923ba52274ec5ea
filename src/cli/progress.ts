import { performance } from 'node:perf_hooks';
import type { Result } from '../core/result.ts';
import { currentManner, say } from './output.ts';
import { STAGES, type Observer, type StageName } from '../pipeline/observer.ts';

/** A task list wraps badly on less; some pseudo terminals say that they have no width at all. */
const NARROWEST = 60;

/** How a run is shown while it goes on: a task list on a terminal, plain lines elsewhere, nothing with `--json` or `--quiet`. */
export async function makeObserver(json: boolean): Promise<Observer> {
  if (json || currentManner().quiet) return { stage: (_name, work) => work() };
  if (!process.stdout.isTTY || process.stdout.columns < NARROWEST) return { stage: plainStage };
  const { listStage } = await import('./progress-list.ts');
  return { stage: listStage };
}

/** `[1/4] gmanifests  6 modules, 14 objects  0.21 s` */
export function stageLine(name: StageName, summary: string, startedAt: number): string {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(2);
  return `${stageTitle(name)}  ${summary}  ${seconds} s`;
}

/** `[1/4] gmanifests` */
export function stageTitle(name: StageName): string {
  return `[${STAGES.indexOf(name) + 1}/${STAGES.length}] ${name}`;
}

async function plainStage<T>(
  name: StageName,
  work: () => Promise<Result<T>>,
  summary: (value: T) => string,
): Promise<Result<T>> {
  const startedAt = performance.now();
  const result = await work();
  const said = result.ok ? summary(result.value) : 'failed';
  say(`${stageLine(name, said, startedAt)}\n`);
  return result;
}
