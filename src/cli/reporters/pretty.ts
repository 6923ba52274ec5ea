import { entryOf } from '../../core/codes.ts';
import type { Diagnostic, Severity } from '../../core/diagnostic.ts';
import { fromPointer, toDotted } from '../../core/pointer.ts';
import { printable } from '../../core/printable.ts';
import { sourceLine, type FrameSources } from '../../pipeline/frames/source-lines.ts';
import { currentManner, tell } from '../output.ts';
import { styled } from '../style.ts';
import { count } from '../../core/words.ts';
import { codeFrame } from './frame.ts';
import { groupFindings, type Group } from './group.ts';

const COLOURS = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<
  Severity,
  string
>;

/** The worst stand last, where they are seen. */
const ORDER: readonly Severity[] = ['info', 'warning', 'error'];

/**
 * Writes findings for people to stderr, those of one cause as one: what, where, what to write instead, and where to read
 * more. Errors come last, then a line that counts. Infos that nobody has to act on are counted only, unless --verbose asks
 * for them; with --quiet errors alone are shown.
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: FrameSources | undefined,
): void {
  const { quiet } = currentManner();
  const groups = groupFindings(diagnostics).sort(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity),
  );
  const shown = groups.filter(isShown);
  if (shown.length === 0) return;
  const blocks = shown.map((group) => formatGroup(group, sources));
  const counted = quiet ? shown : groups;
  const summary = counted.length === 1 ? [] : [summaryOf(counted)];
  tell(`${[...blocks, ...summary].join('\n\n')}\n`);
}

function isShown({ code, severity }: Group): boolean {
  const { quiet, verbose } = currentManner();
  if (quiet) return severity === 'error';
  return verbose || severity !== 'info' || entryOf(code).quiet !== true;
}

/** `6 errors, 2 warnings, 14 infos (12 shown with -v)` */
function summaryOf(groups: readonly Group[]): string {
  const parts = ORDER.toReversed().flatMap((severity) => {
    const own = groups.filter((group) => group.severity === severity);
    if (own.length === 0) return [];
    const hidden = own.filter((group) => !isShown(group)).length;
    const which = hidden === own.length ? '' : `${hidden} `;
    return [`${count(own.length, severity)}${hidden === 0 ? '' : ` (${which}shown with -v)`}`];
  });
  return styled('bold', parts.join(', '));
}

function formatGroup(group: Group, sources: FrameSources | undefined): string {
  const { code, severity, help, found } = group;
  const head = styled('bold', styled(COLOURS[severity], `${severity}[${code}]`));
  const [first] = found;
  const isOne = found.length === 1;
  const subject = isOne && first.object !== undefined ? `${printable(first.object)}: ` : '';
  const sum = isOne ? '' : ` (${found.length} places)`;
  return [
    `${head} ${subject}${indented(group.message)}${sum}`,
    ...(isOne ? placeOfOne(found[0], sources) : places(found, sources)),
    ...(help === undefined ? [] : [`  ${styled('green', indented(help))}`]),
    `  ${styled('dim', `gantry explain ${code}`)}`,
  ].join('\n');
}

/** The place, unless the message names it already, and the line that stands there. */
function placeOfOne(found: Diagnostic, sources: FrameSources | undefined): string[] {
  const place = position(found);
  const { message, origin } = found;
  const isTold = origin?.line === undefined && message.includes(origin?.file ?? found.file ?? '');
  return place === undefined || isTold ? [] : [`  ${place}`, ...frameOf(found, sources)];
}

const MOST_PLACES = 8;

/** The places of one cause, the line of the first. */
function places(found: readonly Diagnostic[], sources: FrameSources | undefined): string[] {
  const most = currentManner().verbose ? found.length : MOST_PLACES;
  const listed = found.slice(0, most === found.length - 1 ? found.length : most);
  const rest = found.length - listed.length;
  return [
    ...listed.flatMap((each, index) => [
      `  ${[...new Set([position(each), subjectOf(each)])].filter((part) => part !== undefined).join('  ')}`,
      ...(index === 0 ? frameOf(each, sources) : []),
    ]),
    ...(rest === 0 ? [] : [`  and ${rest} more (-v lists them)`]),
  ];
}

function frameOf(found: Diagnostic, sources: FrameSources | undefined): string[] {
  const line = sources === undefined ? undefined : sourceLine(found, sources);
  return line === undefined ? [] : [codeFrame(line)];
}

/** `modules/a.nix:3:5`, else the manifest file. */
function position({ file, origin }: Diagnostic): string | undefined {
  const parts = origin === undefined ? [file] : [origin.file, origin.line, origin.column];
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? undefined : printable(known.join(':'));
}

/** `Ingress apps/a: spec.tls[0].secretName`; the file of what is no object. */
function subjectOf({ object, file, pointer }: Diagnostic): string | undefined {
  const path = pointer === undefined ? '' : toDotted(fromPointer(pointer));
  const parts = [object ?? file, path].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : printable(parts.join(': '));
}

function indented(text: string): string {
  return printable(text).replaceAll('\n', '\n  ');
}
