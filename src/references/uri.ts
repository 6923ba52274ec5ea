import { keyPath, type Reference } from '../core/reference.ts';

interface Problem {
  readonly message: string;
  readonly help?: string;
}

/**
 * Parses the part of a placeholder behind `://` as vals does through Go's net/url: path (host and path together),
 * `?query`, `#fragment`. Where vals panics or drops text silently, the result is a problem.
 */
export function parseReference(scheme: string, body: string): Reference | Problem {
  if (scheme === '')
    return { message: 'the placeholder names no scheme', help: 'write `ref+sops://FILE#KEY`' };
  if (/\p{Cc}/u.test(body)) {
    return {
      message: 'a tab or another control character stands in the placeholder',
      help: 'close it with `+` where text follows, as in `ref+sops://FILE#KEY+`',
    };
  }
  const [location = '', ...fragments] = splitOnce(body, '#');
  const [rawPath = '', rawQuery] = splitOnce(location, '?');
  const path = decodePath(rawPath, scheme);
  if (typeof path !== 'string') return path;
  const key = decodeKey(fragments[0]);
  if ('message' in key) return key;
  return {
    scheme,
    path,
    query: rawQuery === undefined ? {} : firstValues(new URLSearchParams(rawQuery)),
    key,
  };
}

function splitOnce(text: string, separator: string): string[] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

/** The first part is a host name to vals. `${NAME}` is more than vals takes, and clear. */
function decodePath(raw: string, scheme: string): string | Problem {
  const [first = ''] = raw.split('/', 1);
  const isVariable = scheme === 'envsubst' || scheme === 'env';
  if (/[:%@\\^`|]/.test(first) || (!isVariable && /[{}]/.test(first))) {
    return {
      message: `${JSON.stringify(first)} cannot be the first part of the path, in which none of \`:%@\\^{|}\` may stand`,
      help: 'start the path with `./`, and close the placeholder with `+` where text follows',
    };
  }
  try {
    return decodeURIComponent(raw).replace(/^\.\//, '');
  } catch {
    return {
      message: 'the path has a broken percent escape',
      help: 'write `%25` for a percent sign',
    };
  }
}

function decodeKey(fragment: string | undefined): readonly string[] | Problem {
  if (fragment === undefined) return [];
  if (fragment.includes('%')) {
    return {
      message: 'the key holds a percent sign, which has no meaning there',
      help: 'rename the key in the secret store to one without `%`',
    };
  }
  return keyPath(fragment);
}

function firstValues(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...query.keys()].map((name) => [name, query.get(name) ?? '']));
}
