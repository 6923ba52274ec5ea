// Writes the reference pages that are made from the program: docs/cli.md and docs/gantry.1 from the commands,
// docs/settings.md from the options of mkProject.
//
//   node scripts/generate-docs.mjs           writes what changed
//   node scripts/generate-docs.mjs --check   writes nothing; names what would change and exits 1
import './build.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { makeProgram } = await import('../dist/cli/main.js');
const { describeProgram } = await import('../dist/cli/reference/describe.js');
const { markdownReference } = await import('../dist/cli/reference/markdown.js');
const { manPage } = await import('../dist/cli/reference/man.js');

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const program = await makeProgram();
const page = describeProgram(program);

const pages = {
  'docs/cli.md': markdownReference(page),
  'docs/gantry.1': manPage(page, program.version()),
  'docs/settings.md': settingsReference(projectOptions()),
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

/** The options that mkProject checks its arguments with, as the module system documents them. */
function projectOptions() {
  const expression = `
    let lib = import ${root}/nix/lib; in
    map ({ name, description, type, ... }@option: {
      inherit name description type;
      default = option.default.text or null;
      example = option.example.text or null;
    }) (lib.optionAttrSetToDocList (lib.evalModules { modules = [ ${root}/nix/project/options.nix ]; }).options)`;
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
