import type { Command } from 'commander';
import type { AuditedFile } from '../../../pipeline/secrets/audit.ts';
import { toRunOptions, withCommonOptions, type CommonArguments } from '../../arguments.ts';
import { endWith } from '../../end.ts';

const EXAMPLES = `
Examples:
  gantry secrets audit                   who can open what?
  gantry secrets audit --json | jq '.recipients'`;

/** `gantry secrets audit` */
export function addAudit(secrets: Command): void {
  withCommonOptions(secrets.command('audit'))
    .description(
      'tell which recipient can open what, and what differs from the rules; needs no key',
    )
    .addHelpText('after', EXAMPLES)
    .action(runAudit);
}

async function runAudit(given: CommonArguments): Promise<void> {
  const { auditSecrets } = await import('../../../pipeline/secrets/audit.ts');
  const options = toRunOptions(given);
  const result = await auditSecrets(options);
  await endWith({ given, options, result }, ({ files, diagnostics }) => {
    const recipients = byRecipient(files);
    return { text: recipients.map(describe).join(''), diagnostics, members: { recipients, files } };
  });
}

/** What one recipient can open. */
interface Opens {
  readonly recipient: string;
  /** Paths of files that the recipient opens alone. */
  readonly opens: readonly string[];
  /** Files that take recipients of several key groups, of which this is one. */
  readonly opensTogether: readonly { readonly path: string; readonly needed: string }[];
}

function byRecipient(files: readonly AuditedFile[]): Opens[] {
  const everybody = files.flatMap(({ recipients, together }) => [
    ...recipients,
    ...(together?.recipients ?? []),
  ]);
  return [...new Set(everybody)].sort().map((recipient) => ({
    recipient,
    opens: files.flatMap((file) => (file.recipients.includes(recipient) ? [file.path] : [])),
    opensTogether: files.flatMap(({ path, together }) =>
      together?.recipients.includes(recipient) === true
        ? [{ path, needed: `${together.needed} of ${together.groups.length} key groups` }]
        : [],
    ),
  }));
}

function describe({ recipient, opens, opensTogether }: Opens): string {
  const lines = [
    recipient,
    ...opens.map((path) => `  ${path}`),
    ...opensTogether.map(({ path, needed }) => `  ${path} (only together: ${needed})`),
  ];
  return `${lines.join('\n')}\n`;
}
