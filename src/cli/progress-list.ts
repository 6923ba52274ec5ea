import { performance } from 'node:perf_hooks';
import { Listr } from 'listr2';
import { printable } from '../core/printable.ts';
import type { Result } from '../core/result.ts';
import type { StageName } from '../pipeline/observer.ts';
import { showingThrough } from './person.ts';
import { stageLine, stageTitle } from './progress.ts';

/** Shows a stage as a task with a spinner while it runs, and as its summary line afterwards. */
export async function listStage<T>(
  name: StageName,
  work: () => Promise<Result<T>>,
  summary: (value: T) => string,
): Promise<Result<T>> {
  const startedAt = performance.now();
  let result: Result<T> | undefined;
  const tasks = new Listr(
    [
      {
        title: stageTitle(name),
        task: async (_context, task) => {
          result = await showingThrough((text) => {
            task.output = printable(text);
          }, work);
          if (!result.ok) throw new Error(stageLine(name, 'failed', startedAt));
          task.title = printable(stageLine(name, summary(result.value), startedAt));
        },
      },
    ],
    { exitOnError: false, rendererOptions: { showErrorMessage: false } },
  );
  await tasks.run();
  if (result === undefined) throw new Error(`stage ${name} gave no result`);
  return result;
}
