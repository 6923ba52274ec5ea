import type { Settings } from '../../bridge/project.ts';
import { count } from '../../core/words.ts';
import { readCreationRules } from '../creation-rules.ts';
import { evaluateSettings } from '../evaluate-project.ts';
import type { RunOptions } from '../options.ts';
import { identitiesOnce } from '../prepare.ts';
import { readLock } from '../read-lock.ts';
import { untrackedFindings } from '../untracked.ts';
import { problem, type Finding } from './finding.ts';

/** How a project stands: its settings, keys, rules, lock file and what git knows of it. */
export async function checkProject(root: string, options: RunOptions): Promise<Finding[]> {
  const project: Finding = { name: 'project', ok: true, detail: root };
  const settings = await evaluateSettings(root, options);
  if (!settings.ok) return [project, problem('settings', settings.diagnostics)];
  return [
    project,
    await checkIdentities(root, settings.value, options),
    checkRules(root, settings.value),
    checkLock(root, settings.value),
    await checkTracked(root, options),
  ];
}

/** Identities are counted, never shown. */
async function checkIdentities(
  root: string,
  settings: Settings,
  options: RunOptions,
): Promise<Finding> {
  const name = 'identities';
  const { count, problems, searched } = await identitiesOnce(root, settings, options)();
  if (problems.length > 0) return problem(name, problems);
  if (count > 0) return { name, ok: true, detail: `${count} found` };
  return {
    name,
    ok: false,
    detail: `none in ${searched.join(', ')}`,
    help: 'make one with `age-keygen -o ~/.config/sops/age/keys.txt`; checks need none',
  };
}

function checkRules(root: string, settings: Settings): Finding {
  const name = '.sops.yaml';
  const rules = readCreationRules(root, settings.demo, settings.manifestsDir);
  if (!rules.ok) return problem(name, rules.diagnostics);
  const rule = rules.value.ruleFor(`${settings.manifestsDir}/example.enc.yaml`);
  if (!rule.ok) return problem(name, rule.diagnostics);
  const { length } = rule.value.recipients;
  return { name, ok: true, detail: `manifests for ${count(length, 'recipient')}` };
}

function checkLock(root: string, { lockFile }: Settings): Finding {
  const name = 'lock file';
  const present = readLock(root, lockFile, false);
  if (!present.ok) return problem(name, present.diagnostics);
  const { lock, text } = present.value;
  if (text === undefined) return { name, ok: true, detail: 'none yet' };
  if (lock.pending.size === 0) return { name, ok: true, detail: count(lock.entries.size, 'file') };
  return {
    name,
    ok: false,
    detail: `a run was stopped while it wrote ${[...lock.pending].join(', ')}`,
    help: 'run `gantry manifests`: it finishes the work',
  };
}

async function checkTracked(root: string, options: RunOptions): Promise<Finding> {
  const name = 'tracked';
  const untracked = await untrackedFindings(root, options);
  if (untracked.length > 0) return problem(name, untracked);
  return { name, ok: true, detail: 'nothing that a flake would leave out' };
}
