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
    const text = recipients.map(({ recipient, opens }) =>
      [recipient, ...opens.map((path) => `  ${path}`), ''].join('\n'),
    );
    return { text: text.join(''), diagnostics, members: { recipients, files } };
  });
}

function byRecipient(files: readonly AuditedFile[]): { recipient: string; opens: string[] }[] {
  const opens = new Map<string, string[]>();
  for (const { path, recipients } of files) {
    for (const recipient of recipients) {
      opens.set(recipient, [...(opens.get(recipient) ?? []), path]);
    }
  }
  return [...opens].sort().map(([recipient, paths]) => ({ recipient, opens: paths }));
}
