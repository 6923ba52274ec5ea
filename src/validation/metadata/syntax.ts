/** What a text must be, in the words of messages; undefined when it is that. */
export type Syntax = (text: string) => string | undefined;

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const SERVICE = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** Lower-case letters, digits and `-`, at most 63 (DNS-1123 label). */
export const dnsLabel: Syntax = (text) =>
  matches(text, LABEL, 63)
    ? undefined
    : 'at most 63 lower-case letters, digits and -, with a letter or digit at both ends';

/** Labels joined by dots, at most 253 characters (DNS-1123 subdomain). */
export const dnsSubdomain: Syntax = (text) =>
  matches(text, SUBDOMAIN, 253)
    ? undefined
    : 'at most 253 lower-case letters, digits, - and ., with a letter or digit at both ends of each part';

/** A label that starts with a letter (DNS-1035), as names of Services are. */
export const serviceName: Syntax = (text) =>
  matches(text, SERVICE, 63)
    ? undefined
    : 'at most 63 lower-case letters, digits and -, starting with a letter and ending with a letter or digit';

/** One segment of a URL path, as names of RBAC objects are. */
export const pathSegment: Syntax = (text) =>
  text !== '.' && text !== '..' && !/[/%]/.test(text)
    ? undefined
    : 'a text without / and %, other than . and ..';

/** `[prefix/]name`: key of a label or, prefix and name in any case, of an annotation. */
export const qualifiedName: Syntax = (text) => {
  const parts = text.split('/');
  const name = parts.at(-1) ?? '';
  const prefixIsRight = parts.length === 1 || (parts.length === 2 && isSubdomain(parts[0] ?? ''));
  return prefixIsRight && matches(name, QUALIFIED, 63)
    ? undefined
    : 'a name of at most 63 letters, digits, -, _ and ., behind an optional domain and /';
};

/** Value of a label. */
export const labelValue: Syntax = (text) =>
  text === '' || matches(text, QUALIFIED, 63)
    ? undefined
    : 'at most 63 letters, digits, -, _ and ., with a letter or digit at both ends';

/** Name of a port (IANA service name). */
export const portName: Syntax = (text) =>
  matches(text, LABEL, 15) && /[a-z]/.test(text) && !text.includes('--')
    ? undefined
    : 'at most 15 lower-case letters, digits and single -, with at least one letter and no - at the ends';

/** Key in the data of a ConfigMap or Secret. */
export const dataKey: Syntax = (text) =>
  matches(text, /^[-._a-zA-Z0-9]+$/, 253) && text !== '.' && !text.startsWith('..')
    ? undefined
    : 'at most 253 letters, digits, -, _ and .';

function isSubdomain(text: string): boolean {
  return matches(text, SUBDOMAIN, 253);
}

function matches(text: string, pattern: RegExp, most: number): boolean {
  return text.length <= most && pattern.test(text);
}
