import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../core/json.ts';

/**
 * Key services that the program `sops` speaks. Here they only have names: a key of one is a recipient `SERVICE:KEY`, as
 * in `pgp:85D77543…` or `hc_vault:https://vault.example/v1/transit/keys/ci`, from which sops can be told which key is meant.
 */
interface KeyService {
  /** Its list in the sops block of a file; the prefix of its recipients. */
  readonly list: string;
  readonly inRule: string;
  readonly inKeyGroup: string;
  /** The key in an entry of a file or an item of a key group. */
  readonly ofFields: (fields: JsonObject) => string;
  readonly ofText: (text: string) => string;
  /** The key as an item of a key group. */
  readonly toItem: (key: string) => Json;
}

const SERVICES: readonly KeyService[] = [
  {
    ...{ list: 'pgp', inRule: 'pgp', inKeyGroup: 'pgp' },
    ofFields: (fields) => textOf(fields, 'fp'),
    ofText: withoutBlanks,
    toItem: (key) => key,
  },
  {
    ...{ list: 'kms', inRule: 'kms', inKeyGroup: 'kms' },
    ofFields: awsKey,
    ofText: withoutBlanks,
    toItem: awsItem,
  },
  {
    ...{ list: 'gcp_kms', inRule: 'gcp_kms', inKeyGroup: 'gcp_kms' },
    ofFields: (fields) => textOf(fields, 'resource_id'),
    ofText: withoutBlanks,
    toItem: (key) => ({ resource_id: key }),
  },
  {
    ...{ list: 'hckms', inRule: 'hckms', inKeyGroup: 'hckms' },
    ofFields: (fields) => textOf(fields, 'key_id'),
    ofText: withoutBlanks,
    toItem: (key) => ({ key_id: key }),
  },
  {
    ...{ list: 'azure_kv', inRule: 'azure_keyvault', inKeyGroup: 'azure_keyvault' },
    ofFields: (fields) =>
      `${textOf(fields, 'vault_url', 'vaultUrl')}/keys/${textOf(fields, 'name', 'key')}`,
    // A rule may leave the version out, and then means the newest: the version is no part of the name.
    ofText: (text) => text.replace(/^(.*\/keys\/[^/]+)\/.*$/, '$1'),
    toItem: (key) => {
      const [vaultUrl = '', name = ''] = key.split('/keys/');
      return { vaultUrl, key: name };
    },
  },
  {
    ...{ list: 'hc_vault', inRule: 'hc_vault_transit_uri', inKeyGroup: 'hc_vault' },
    ofFields: (fields) =>
      `${textOf(fields, 'vault_address')}/v1/${textOf(fields, 'engine_path')}/keys/${textOf(fields, 'key_name')}`,
    ofText: withoutBlanks,
    toItem: (key) => key,
  },
];

/** Lists of a sops block that hold keys of services, in the order of the recipients of a group. */
export const SERVICE_LISTS: readonly string[] = SERVICES.map(({ list }) => list);

/** The fields of a creation rule, or of a key group, that name keys of services. */
export function serviceFields(place: 'inRule' | 'inKeyGroup'): { list: string; field: string }[] {
  return SERVICES.map((service) => ({ list: service.list, field: service[place] }));
}

/** The recipient that an entry of a file, an item of a key group, or a text in a rule stands for. */
export function serviceRecipient(list: string, key: string | JsonObject): string {
  const service = SERVICES.find((known) => known.list === list);
  if (service === undefined) throw new Error(`no key service has a list ${list}`);
  return `${list}:${typeof key === 'string' ? service.ofText(key) : service.ofFields(key)}`;
}

/** Where in a key group a recipient stands, and as what; undefined for age recipients. */
export function asKeyGroupItem(recipient: string): { field: string; item: Json } | undefined {
  const service = serviceOf(recipient);
  if (service === undefined) return undefined;
  return {
    field: service.inKeyGroup,
    item: service.toItem(recipient.slice(service.list.length + 1)),
  };
}

/** Age recipients first, then services in the order of their lists: as a group reads from a file. */
export function inFileOrder(recipients: readonly string[]): string[] {
  const rank = (recipient: string): number => {
    const service = serviceOf(recipient);
    return service === undefined ? -1 : SERVICES.indexOf(service);
  };
  return [...new Set(recipients)].sort((a, b) => rank(a) - rank(b));
}

function serviceOf(recipient: string): KeyService | undefined {
  return SERVICES.find(({ list }) => recipient.startsWith(`${list}:`));
}

function textOf(fields: JsonObject, ...names: readonly string[]): string {
  const value = names.map((name) => fields[name]).find((text) => typeof text === 'string');
  return typeof value === 'string' ? value : '';
}

function withoutBlanks(text: string): string {
  return text.replaceAll(' ', '');
}

/** `ARN` or `ARN+ROLE` as sops writes it; with a context or a profile the whole as JSON. */
function awsKey({ arn, role, context, aws_profile }: JsonObject): string {
  const extras: JsonObject = {
    ...(isJsonObject(context) && Object.keys(context).length > 0 ? { context } : {}),
    ...(typeof aws_profile === 'string' && aws_profile !== '' ? { aws_profile } : {}),
  };
  const roleText = typeof role === 'string' && role !== '' ? `+${role}` : '';
  const key = `${typeof arn === 'string' ? arn : ''}${roleText}`;
  return Object.keys(extras).length === 0 ? key : canonicalJson({ key, ...extras });
}

function awsItem(text: string): Json {
  const { key, ...extras } = text.startsWith('{')
    ? (JSON.parse(text) as JsonObject & { key: string })
    : { key: text };
  const [, arn = '', role] = /^(.*?)(?:\+(arn:aws:iam::.*))?$/.exec(key) ?? [];
  return { arn, ...(role === undefined ? {} : { role }), ...extras };
}
