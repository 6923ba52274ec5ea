import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Tree } from '../core/tree.ts';
import { run } from '../process/run.ts';
import { sealed } from './sealed.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Resolves one placeholder with the program `vals`, over pipes alone. It gets the environment, where credentials of
 * its services are, without the keys of SOPS and age. What it says when it fails may hold values and is not shown.
 */
export async function askVals(
  placeholder: string,
  environment: Environment,
): Promise<Result<Tree>> {
  const finished = await run({
    program: 'vals',
    args: ['eval', '-f', '-', '-o', 'json'],
    input: JSON.stringify({ value: placeholder }),
    env: withoutKeys(environment),
  });
  if (finished.missing) return failure(missingProgram(placeholder));
  const answer = finished.exitCode === 0 ? parseAnswer(finished.stdout) : undefined;
  return answer === undefined ? failure(unresolved(placeholder)) : success(sealed(answer));
}

function withoutKeys(environment: Environment): Record<string, string> {
  const entries = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(SOPS|AGE)_/.test(entry[0]),
  );
  return Object.fromEntries(entries);
}

function parseAnswer(stdout: string): Tree | undefined {
  try {
    return (JSON.parse(stdout) as { value?: Tree }).value;
  } catch {
    return undefined;
  }
}

function missingProgram(placeholder: string): Diagnostic {
  return errorAt(
    'secrets/vals-missing',
    `${placeholder} needs the program vals, which is not on PATH`,
    {
      help: 'install it, or keep the value in a SOPS store',
    },
  );
}

function unresolved(placeholder: string): Diagnostic {
  return errorAt('secrets/vals', `vals does not resolve ${placeholder}`, {
    help: `\`vals get '${placeholder}'\` says why`,
  });
}
