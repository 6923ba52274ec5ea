// Writes the reference pages that are made from the program: docs/cli.md and docs/gantry.1 from the commands,
// docs/codes.md from the catalogue of findings,
// the table of docs/security.md from the attacks of test/isolation,
// docs/settings.md from the options of mkProject, docs/release.md from the arguments of the submodule `release`.
//
//   npx tsx scripts/generate-docs.mjs           writes what changed
//   npx tsx scripts/generate-docs.mjs --check   writes nothing; names what would change and exits 1
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeProgram } from '../src/cli/main.ts';
import { describeProgram } from '../src/cli/reference/describe.ts';
import { markdownReference } from '../src/cli/reference/markdown.ts';
import { codesReference } from '../src/cli/reference/codes.ts';
import { manPage } from '../src/cli/reference/man.ts';
import { ATTACKS } from '../test/isolation/attacks.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const program = await makeProgram();
const page = describeProgram(program);

const pages = {
  'docs/cli.md': markdownReference(page),
  'docs/gantry.1': manPage(page, program.version()),
  'docs/codes.md': codesReference(),
  'docs/security.md': withAttacks(readFileSync(join(root, 'docs/security.md'), 'utf8')),
  'docs/settings.md': settingsReference(projectOptions()),
  'docs/release.md': releaseReference(releaseArguments()),
};
for (const [path, text] of Object.entries(pages)) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (check) {
    console.log(`${path} is not what \`npm run generate\` makes`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(`wrote ${path}`);
  }
}

/** The page with the table of attacks between its marks renewed. */
function withAttacks(text) {
  const rows = ATTACKS.map(({ name, uses }) => `| ${name} | \`${uses}\` |`);
  const table = ['| A module does not get at | by |', '| --- | --- |', ...rows].join('\n');
  return text.replace(/(<!-- attacks -->\n)[^]*?(<!-- \/attacks -->)/, `$1\n${table}\n\n$2`);
}

/** The options that mkProject checks its arguments with. */
function projectOptions() {
  return documentOptions(
    `(lib.evalModules { modules = [ ${root}/nix/project/options.nix ]; }).options`,
  );
}

/** The arguments of a release called `<name>`. */
function releaseArguments() {
  const tree = `import ${root}/nix/release/module/arguments.nix { inherit lib; } { name = "<name>"; defaults = { }; }`;
  return documentOptions(`(lib.evalModules { modules = [ { options = ${tree}; } ]; }).options`);
}

/** A Nix expression of an option tree, as the module system documents it. */
function documentOptions(tree) {
  const expression = `
    let lib = import ${root}/nix/lib; in
    map ({ name, description, type, ... }@option: {
      inherit name description type;
      default = option.default.text or null;
      example = option.example.text or null;
    }) (lib.optionAttrSetToDocList (${tree}))`;
  const args = ['eval', '--json', '--impure', '--expr', expression];
  const features = ['--extra-experimental-features', 'nix-command'];
  const { status, stdout } = spawnSync('nix', [...features, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) process.exit(3);
  return JSON.parse(stdout).filter(({ name }) => !name.includes('_module'));
}

/** Arguments first, then `settings.*`, as the options are declared. */
function settingsReference(options) {
  const isSetting = ({ name }) => name.startsWith('settings.');
  const sections = [...options.filter((one) => !isSetting(one)), ...options.filter(isSetting)];
  return `# Settings

The arguments of \`gantry.mkProject\` in \`gantry.nix\`; the flake-parts module has the same as options \`gantry.*\`. All
paths in \`settings\` are relative to the folder of \`gantry.nix\`. Made from the Nix options by \`npm run generate\`.

${sections.map(optionSection).join('\n')}`;
}

/** The way in first: what a release is, by an example. */
function releaseReference(options) {
  return `# Releases

A release is one application: a workload and what belongs to it, from a few typed arguments. Behind them stands all of
bjw-s' app-template (common library 4.x) as \`values\`, rendered by Nix, without Helm.

\`\`\`nix
{
  submodules.instances.ntfy = {
    submodule = "release";

    args = {
      namespace = "apps";
      image = "docker.io/binwiederhier/ntfy:v2.18.0";
      arguments = [ "serve" ];
      port = 8080;
      probes.liveness.path = "/v1/health";
      persistence = { size = "2Gi"; mountPath = "/var/lib/ntfy"; };
      values.controllers.main.strategy = "RollingUpdate";
    };
  };
}
\`\`\`

Who has app-template values already lets \`gantry values convert\` write such a module. What the arguments make can
be added to below \`submodules.instances.<name>.config.kubernetes.resources\`.

The arguments are below \`submodules.instances.<name>.args\`. Made from the Nix options by \`npm run generate\`.

${options.map(optionSection).join('\n')}`;
}

function optionSection({ name, description, type, default: fallback, example }) {
  const facts = [
    `- Type: ${type}`,
    fallback === null ? '- Must be given' : `- Default: ${code(fallback)}`,
    ...(example === null ? [] : [`- Example: ${code(example)}`]),
  ];
  return `## \`${name}\`\n\n${description.trim()}\n\n${facts.join('\n')}\n`;
}

function code(text) {
  return `\`${text.replace(/\s+/g, ' ')}\``;
}
