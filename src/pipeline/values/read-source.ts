import { errorAt, warningAt, type Diagnostic, type Origin } from '../../core/diagnostic.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { readDocuments } from '../../yaml/documents.ts';
import { nodeToJson } from '../../yaml/to-json.ts';
import type { Path } from '../../core/pointer.ts';
import { asHelmReads, type HelmReading } from './as-helm-reads.ts';
import { locateIn } from './locate.ts';
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

interface ReadDocument {
  readonly value: Json;
  readonly reading: HelmReading;
}

/** Reads app-template values, or the one HelmRelease among the documents (others, such as its OCIRepository, may stand by). */
export function readReleaseSource(text: string, file: string): Result<ReleaseSource> {
  const documents = readDocuments(text, file);
  if (!documents.ok) return documents;
  const read = documents.value
    .map(({ root }): ReadDocument => {
      const reading = asHelmReads(root, text, file);
      return { value: nodeToJson(reading.root), reading };
    })
    .filter(({ value }) => value !== null);
  const releases = read.filter(({ value }) => isHelmRelease(value));
  const [chosen] = releases.length > 0 ? releases : read;
  const refused = chosen?.reading.refused ?? [];
  if (releases.length > 1) {
    return wrong(`${file} holds ${releases.length} HelmReleases`, 'convert them one by one');
  }
  if (refused.length > 0) return failure(...refused);
  const values = read.map(({ value }) => value);
  const locate = (below: Path) => (path: Path) =>
    chosen && locateIn(chosen.reading.root, [...below, ...path], text, file);
  const notes = chosen === undefined ? [] : renamedKeys(chosen.reading.renamed);
  if (chosen !== undefined && isHelmRelease(chosen.value)) {
    const release = fromHelmRelease(chosen.value, values, file);
    if (!release.ok) return release;
    const diagnostics = [...release.value.diagnostics, ...notes];
    return success({ ...release.value, locate: locate(['spec', 'values']), diagnostics });
  }
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
  const nameless = { name: undefined, namespace: undefined, isFlux: false };
  return success({ ...nameless, values: only, locate: locate([]), diagnostics: notes });
}

function isHelmRelease(value: Json): value is JsonObject {
  return isJsonObject(value) && value['kind'] === 'HelmRelease';
}

function fromHelmRelease(
  release: JsonObject,
  documents: Json[],
  file: string,
): Result<Omit<ReleaseSource, 'locate'>> {
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
