import { statSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** What is said in place of Nix's words, and what to do. */
interface Explained {
  readonly message: string;
  readonly help: string;
}

const BY_FLAG = 'whoever runs Gantry may allow it on the command line';

/** Nix's words for what it refuses an isolated evaluation, of 2.8 and newer. */
const FORMS: readonly (readonly [RegExp, (what: string, root: string) => Explained])[] = [
  [/^access to (?:absolute|canonical) path '([^']+)' is forbidden in restricted mode/, explainPath],
  [
    /^access to URI '([^']+)' is forbidden in restricted mode/,
    (uri) => ({
      message: `a module fetches ${uri}; modules fetch nothing`,
      help: `keep a copy in the project, or make it an input of a flake; ${BY_FLAG}: --allow fetch=${uri}`,
    }),
  ],
  [
    /^cannot build '([^']+)' during evaluation/,
    (derivation) => ({
      message: `a module reads what would have to be built first: ${nameOf(derivation)}`,
      help: `keep the result in the project; ${BY_FLAG}: --allow build`,
    }),
  ],
  [
    /^(?:attribute '(?:getFlake|fetchTree|fetchClosure)' missing|experimental Nix feature '(?:flakes|fetch-tree|fetch-closure)' is disabled)/,
    () => ({
      message: 'a module fetches a flake, a tree or a closure; modules fetch nothing',
      help: 'make it an input of the flake of the project, and hand it to the modules as a special argument',
    }),
  ],
];

/** What an error of an isolated evaluation means to whoever wrote the module; undefined for every other error. */
export function explainForbidden(text: string, root: string): Explained | undefined {
  for (const [pattern, explain] of FORMS) {
    const match = pattern.exec(text);
    if (match !== null) return explain(match[1] ?? '', root);
  }
  return undefined;
}

function explainPath(path: string, root: string): Explained {
  if (path !== root && !path.startsWith(root + sep)) {
    return {
      message: `a module reads ${path}, which lies outside the project`,
      help: `move it into the project; ${BY_FLAG}: --allow read=${path}`,
    };
  }
  const name = relative(root, path) || 'the folder of the project';
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    return {
      message: `a module reads ${name}, and something in it is withheld from modules: a private key, a link that leads out of the project, \`.git\``,
      help: 'name the files or folders in it that are needed',
    };
  }
  return {
    message: `a module reads ${name}, which is withheld from modules: a private key, or a link that leads out of the project`,
    help: 'move a key out of the project, and a value into a secret store',
  };
}

function nameOf(derivation: string): string {
  return derivation.replace(/^.*\/[0-9a-z]{32}-/, '').replace(/\.drv.*$/, '');
}
