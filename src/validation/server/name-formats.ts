import { dnsLabel, dnsSubdomain, qualifiedName } from '../metadata/syntax.ts';
import type { Format } from '../schema/formats.ts';
import { isCel } from './cel.ts';
import { matching } from './format.ts';

const POD_FIELDS =
  /^(metadata\.(name|namespace|uid|labels|annotations)|metadata\.(labels|annotations)\['(?<key>.+)'\]|spec\.(nodeName|serviceAccountName)|status\.(hostIP|podIP)s?)$/;

const POD_RESOURCES = /^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-.*)$/;

/** Formats of names of all sorts. */
export const NAME_FORMATS: readonly (readonly [string, Format])[] = [
  ['variable', matching(/^[\x20-<>-~]+$/, 'printable characters without =')],
  [
    'c-variable',
    matching(
      /^(?!\.\.?$|\.\.)[-._a-zA-Z][-._a-zA-Z0-9]*$/,
      'letters, digits, -, _ and ., not starting with a digit',
    ),
  ],
  ['http-header', matching(/^[-A-Za-z0-9]+$/, 'letters, digits and -')],
  [
    'pod-field',
    { test: isPodField, wanted: 'a field of the pod such as metadata.name or status.podIP' },
  ],
  [
    'pod-resource',
    matching(POD_RESOURCES, 'a resource of the container such as limits.cpu or requests.memory'),
  ],
  [
    'sysctl',
    matching(
      /^(?=.{1,253}$)([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/,
      'the name of a kernel parameter such as net.core.somaxconn',
    ),
  ],
  [
    'driver-name',
    {
      test: (text) => text.length <= 63 && (text === '' || isSubdomain(text.toLowerCase())),
      wanted: 'at most 63 letters, digits, - and ., such as csi.example.org',
    },
  ],
  [
    'domain-path',
    {
      test: isDomainPath,
      wanted: 'a domain and a path such as example.org/ingress',
    },
  ],
  [
    'signer-name',
    {
      test: (text) => text === '' || (/^[^/]*\.[^/]*\/[^/]/.test(text) && isSigner(text)),
      wanted: 'a domain and a name such as example.org/serving',
    },
  ],
  [
    'iscsi-name',
    matching(
      /^(iqn\.\d{4}-\d{2}\.[a-zA-Z0-9.-]+(:[^,;*&$|\s]+)?|eui\.[a-zA-Z0-9]{16}|naa\.[a-zA-Z0-9]{32})$/,
      'an iSCSI name such as iqn.2001-04.com.example:storage',
    ),
  ],
  [
    'limit-type',
    matching(
      /^(Pod|Container|PersistentVolumeClaim|[^/]+\/[^/]+)$/,
      'Pod, Container or PersistentVolumeClaim',
    ),
  ],
  [
    'finalizer',
    {
      test: isFinalizer,
      wanted: 'a domain and a name such as example.org/cleanup',
    },
  ],
  [
    'not-reserved',
    { test: (text) => !isReserved(text), wanted: 'outside of kubernetes.io and k8s.io' },
  ],
  ['filled-key', { test: (text) => text !== '', wanted: 'filled' }],
  [
    'key-usage',
    matching(
      /^(signing|digital signature|content commitment|key encipherment|key agreement|data encipherment|cert sign|crl sign|encipher only|decipher only|any|server auth|client auth|code signing|email protection|s\/mime|ipsec (end system|tunnel|user)|timestamping|ocsp signing|(microsoft|netscape) sgc)$/,
      'a usage of keys such as client auth or digital signature',
    ),
  ],
  [
    'lease-strategy',
    matching(
      /^(OldestEmulationVersion|.+\/.+)$/,
      'OldestEmulationVersion, or a name behind a domain',
    ),
  ],
  [
    'semantic-version',
    matching(
      /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/,
      'a version of three numbers such as 1.33.0',
    ),
  ],
  [
    'pool-name',
    {
      test: (text) => text === '' || (text.length <= 253 && text.split('/').every(isSubdomain)),
      wanted: 'domain names joined by /',
    },
  ],
  [
    'attribute',
    matching(
      /^[a-z0-9][-a-z0-9.]*\/[A-Za-z_][A-Za-z0-9_]{0,31}$/,
      'a domain and a name such as gpu.example.org/model',
    ),
  ],
  [
    'extended-resource',
    {
      test: (text) =>
        text === '' ||
        (text.includes('/') && qualifiedName(text) === undefined && !isReserved(text)),
      wanted: 'a resource of a vendor such as example.org/gpu',
    },
  ],
  ['cel', { test: (text) => text === '' || isCel(text), wanted: 'an expression in CEL' }],
  [
    'cel-name',
    matching(
      /^(?!(true|false|null|in|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)$)[_a-zA-Z][_a-zA-Z0-9]*$/,
      'a name as CEL has them',
    ),
  ],
  [
    'windows-user',
    {
      test: isWindowsUser,
      wanted: 'a Windows user such as ContainerUser or DOMAIN\\user',
    },
  ],
  [
    'dns-subdomain-or-all',
    {
      test: (text) => text === '' || text === '*' || isSubdomain(text),
      wanted: '* or the name of a service account',
    },
  ],
  [
    'dns-label-or-all',
    {
      test: (text) => text === '' || text === '*' || dnsLabel(text) === undefined,
      wanted: '* or the name of a namespace',
    },
  ],
];

function isPodField(text: string): boolean {
  if (text === '') return true;
  const match = POD_FIELDS.exec(text);
  const key = match?.groups?.['key'];
  return match !== null && (key === undefined || qualifiedName(key.toLowerCase()) === undefined);
}

function isSubdomain(text: string): boolean {
  return dnsSubdomain(text) === undefined;
}

function isDomainPath(text: string): boolean {
  if (text === '') return true;
  const [, domain = '', path = ''] = /^([^/]*)\/(.*)$/s.exec(text) ?? [];
  return isSubdomain(domain) && /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path);
}

function isSigner(text: string): boolean {
  const [domain = '', path = ''] = text.split('/', 2);
  const rest = text.slice(domain.length + 1);
  return (
    isSubdomain(domain) &&
    path !== '' &&
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/i.test(rest.replaceAll('.', 'a')) &&
    text.length <= 571
  );
}

const PLAIN_FINALIZERS: ReadonlySet<string> = new Set([
  'kubernetes',
  'orphan',
  'foregroundDeletion',
]);

function isFinalizer(text: string): boolean {
  if (text === '' || PLAIN_FINALIZERS.has(text)) return true;
  return text.includes('/') && qualifiedName(text) === undefined;
}

function isReserved(name: string): boolean {
  const domain = `.${name.split('/', 1)[0] ?? ''}`.toLowerCase();
  return domain.endsWith('.kubernetes.io') || domain.endsWith('.k8s.io');
}

function isWindowsUser(text: string): boolean {
  if (text === '') return true;
  const parts = text.split('\\');
  const user = parts.at(-1) ?? '';
  const domain = parts.length === 2 ? parts[0] : undefined;
  return (
    parts.length <= 2 &&
    // eslint-disable-next-line no-control-regex -- control characters are what is refused
    !/[\u0000-\u001f\u007f]/.test(text) &&
    user.length > 0 &&
    user.length <= 104 &&
    !/^[. ]+$/.test(user) &&
    !/["/\\:;|=,+*?<>@[\]]/.test(user) &&
    (domain === undefined || isWindowsDomain(domain))
  );
}

function isWindowsDomain(domain: string): boolean {
  return (
    domain.length < 256 &&
    (/^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/.test(domain) ||
      /^[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/.test(
        domain,
      ))
  );
}
