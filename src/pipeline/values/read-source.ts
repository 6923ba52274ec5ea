import { errorAt, warningAt, type Diagnostic, type Origin } from '../../core/diagnostic.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { readDocuments } from '../../yaml/documents.ts';
import { nodeToJson } from '../../yaml/to-json.ts';
import { asHelmReads, originAt } from './as-helm-reads.ts';
import { locate } from './locate.ts';
import { renamedKeys } from './notes.ts';

/** What a release is made of: app-template values, and where it goes as far as the source says. */
export interface ReleaseSource {
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly values: JsonObject;
  /** It comes from a HelmRelease. */
  readonly isFlux: boolean;
  /** Where a value, or the set that lacks it, is written; the path is that below the values. */
  readonly locate: (path: Path) => Origin | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the documents say, without their places. */
type Found = Omit<ReleaseSource, 'locate'>;

/** Reads app-template values, or the one HelmRelease among the documents (others, such as its OCIRepository, may stand by). */
export function readReleaseSource(text: string, file: string): Result<ReleaseSource> {
  const documents = readDocuments(text, file);
  if (!documents.ok) return documents;
  const read = documents.value
    .map(({ root }) => asHelmReads(root, text, file))
    .map((reading) => ({ reading, value: nodeToJson(reading.root) }))
    .filter(({ value }) => value !== null);
  const values = read.map(({ value }) => value);
  const releases = read.filter(({ value }) => isHelmRelease(value));
  if (releases.length > 1) {
    return wrong(`${file} holds ${releases.length} HelmReleases`, 'convert them one by one');
  }
  const [chosen] = releases.length > 0 ? releases : read;
  if (chosen === undefined) return fromValues(values, file);
  const { root, refused, renamed } = chosen.reading;
  if (refused.length > 0) return failure(...refused);
  const found = isHelmRelease(chosen.value)
    ? fromHelmRelease(chosen.value, values, file)
    : fromValues(values, file);
  if (!found.ok) return found;
  const above = found.value.isFlux ? ['spec', 'values'] : [];
  return success({
    ...found.value,
    diagnostics: [...found.value.diagnostics, ...renamedKeys(renamed)],
    locate: (path) => {
      const span = locate(root, [...above, ...path]);
      return span && originAt(text, file, span);
    },
  });
}

function fromValues(values: readonly Json[], file: string): Result<ReleaseSource> {
  const [only] = values;
  if (values.length !== 1 || !isJsonObject(only)) {
    return wrong(
      `${file} holds neither app-template values nor a HelmRelease`,
      'give one YAML mapping, the values, or a HelmRelease with its values',
    );
  }
  if (typeof only['kind'] === 'string' && typeof only['apiVersion'] === 'string') {
    return wrong(
      `${file} holds an object of kind ${only['kind']}, not a HelmRelease`,
      'give the values',
    );
  }
  const nothing = { name: undefined, namespace: undefined, isFlux: false, diagnostics: [] };
  return success({ ...nothing, values: only, locate: () => undefined });
}

function isHelmRelease(value: Json): value is JsonObject {
  return isJsonObject(value) && value['kind'] === 'HelmRelease';
}

function fromHelmRelease(release: JsonObject, documents: Json[], file: string): Result<Found> {
  const [metadata, spec] = [object(release['metadata']), object(release['spec'])];
  const values = object(spec['values']);
  const chart = chartOf(spec, documents);
  if (chart.isTemplate === false || (chart.isTemplate === undefined && !resembles(values))) {
    return wrong(
      `the HelmRelease uses the chart ${JSON.stringify(chart.name ?? null)}, not app-template`,
      'only values of app-template can be converted; let kubernetes.helm.releases render other charts',
    );
  }
  const dropped = ['valuesFrom', 'postRenderers'].filter((key) => spec[key] !== undefined);
  return success({
    name: text(spec['releaseName']) ?? text(metadata['name']),
    namespace: text(spec['targetNamespace']) ?? text(metadata['namespace']),
    values,
    isFlux: true,
    diagnostics: [
      ...dropped.map((key) =>
        warningAt('values/left-out', `spec.${key} is not in the module`, {
          file,
          help: 'write what it adds into the module yourself',
        }),
      ),
      ...unsure(chart, file),
    ],
  });
}

/** The chart of a HelmRelease; `isTemplate` is undefined when only another document would tell. */
interface Chart {
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly isTemplate: boolean | undefined;
}

/** By the name of the chart, of the reference to it, or by the address of the repository that the reference names. */
function chartOf(spec: JsonObject, documents: readonly Json[]): Chart {
  const chart = object(object(spec['chart'])['spec']);
  const own = text(chart['chart']);
  if (own !== undefined) {
    return { name: own, version: text(chart['version']), isTemplate: isTemplate(own) };
  }
  const name = text(object(spec['chartRef'])['name']);
  const source = documents
    .map(object)
    .find(({ kind, metadata }) => kind !== 'HelmRelease' && object(metadata)['name'] === name);
  const { url, chart: named, version, ref } = object(source?.['spec']);
  const address = text(url) ?? text(named);
  return {
    name,
    version: text(version) ?? text(object(ref)['tag']),
    isTemplate:
      name === undefined ? false : isTemplate(address ?? name) || (address ? false : undefined),
  };
}

function isTemplate(address: string): boolean {
  return /(^|\/)app-template\/?$/.test(address);
}

/** Whether values of an unknown chart have the one part that every release of app-template needs. */
function resembles({ controllers }: JsonObject): boolean {
  return Object.values(object(controllers)).some(
    (controller) => 'containers' in object(controller),
  );
}

function unsure({ name, version, isTemplate }: Chart, file: string): Diagnostic[] {
  if (isTemplate === undefined) {
    const message = `nothing here says what chart ${name ?? ''} is; its values are read as those of app-template 4.x`;
    return [
      warningAt('values/chart', message, { file, help: 'give the document it names as well' }),
    ];
  }
  const major = /^\D*(\d+)\./.exec(version ?? '')?.[1];
  if (major === undefined || major === '4') return [];
  const message = `the HelmRelease asks for app-template ${version ?? ''}; its values are read as those of 4.x`;
  return [
    warningAt('values/version', message, {
      file,
      help: 'follow the upgrade notes of app-template to 4.x first',
    }),
  ];
}

function object(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function wrong(message: string, help: string): Result<never> {
  return failure(errorAt('use/values', message, { help }));
}
