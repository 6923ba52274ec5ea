/** One entry of a Nix error or of its trace: text without colours and, where Nix knows it, a position. */
export interface NixFrame {
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** An error as `nix --log-format internal-json --show-trace` reports it; the trace runs outwards. */
export interface NixError extends NixFrame {
  readonly trace: readonly NixFrame[];
  /** `Did you mean foo?`, which Nix prints behind its message. */
  readonly suggestion?: string;
}

/** What Nix wrote to stderr: its errors, and the other lines (traces, warnings) in order. */
export interface NixMessages {
  readonly errors: readonly NixError[];
  readonly others: readonly string[];
}

const PREFIX = '@nix ';

/**
 * Reads stderr of Nix in the format internal-json. Lines in another form (a crash, a warning of a wrapper)
 * are kept among the others, so nothing is lost.
 */
export function readNixMessages(stderr: string): NixMessages {
  const errors: NixError[] = [];
  const others: string[] = [];
  for (const line of stderr.split('\n')) {
    const message = readLine(line);
    if (message === undefined) continue;
    if (typeof message === 'string') others.push(message);
    else errors.push(message);
  }
  return { errors, others };
}

function readLine(line: string): NixError | string | undefined {
  if (!line.startsWith(PREFIX)) return line.trim() === '' ? undefined : plain(line);
  const event = parseEvent(line.slice(PREFIX.length));
  if (event?.['action'] !== 'msg') return undefined;
  const text = plain(asText(event['msg']));
  if (!text.startsWith('error:')) return text;
  const suggestion = /^\s*Did you mean .+\?$/m.exec(text)?.[0].trim();
  return {
    ...frame(event, text.replace(/^error:\s*/, '')),
    trace: traceOf(event),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function parseEvent(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function traceOf(event: Record<string, unknown>): NixFrame[] {
  const trace = Array.isArray(event['trace']) ? (event['trace'] as Record<string, unknown>[]) : [];
  return trace.map((entry) => frame(entry, ''));
}

function frame(entry: Record<string, unknown>, fallback: string): NixFrame {
  const text = typeof entry['raw_msg'] === 'string' ? plain(entry['raw_msg']) : fallback;
  const { file, line, column } = entry;
  if (typeof file !== 'string' || typeof line !== 'number') return { text };
  const place = { line, ...(typeof column === 'number' ? { column } : {}) };
  return { text, file: withoutPosition(file, place), ...place };
}

/** Nix since 2.20, Lix and Determinate repeat the position after the file: `/a/b.nix:3:5`. */
function withoutPosition(
  file: string,
  { line, column }: { line: number; column?: number },
): string {
  const position = [line, ...(column === undefined ? [] : [column])].join(':');
  return file.endsWith(`:${position}`) ? file.slice(0, -position.length - 1) : file;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The text without terminal escapes. */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/\u001b\[[\d;]*m/g, '').trim();
}
