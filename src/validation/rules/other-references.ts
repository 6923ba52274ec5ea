/**
 * Texts that another program replaces by a secret before anybody uses them: 1Password (`op inject`, its operator),
 * Keeper, Bitwarden, bank-vaults, the vault plugin of Argo CD, akv2k8s, templates of External Secrets, placeholders of
 * vals and variables of Flux.
 */
const OTHERS: readonly RegExp[] = [
  /^(?:op|keeper|bw|bws|infisical|doppler):\/\/\S+$/,
  /^(?:vault|bao):[\w/.-]+#\S+$/,
  /^(?:arn:aws:(?:secretsmanager|ssm):|gcp:secretmanager:|azure:keyvault:)\S+$/,
  /^[\w-]+@azurekeyvault(?:\?\S*)?$/,
  /<path:[^<>]+#[^<>]+>/,
  /\{\{[^{}]+\}\}/,
  /ref\+/,
  /\$\{[^{}]+\}/,
];

/** True for a text that says where a secret is, and is none. */
export function isOtherReference(text: string): boolean {
  return OTHERS.some((form) => form.test(text.trim()));
}
