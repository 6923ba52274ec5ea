import { errorAt, infoAt, type Diagnostic } from '../core/diagnostic.ts';
import type { Generated } from '../pipeline/gmanifests.ts';

/** Lists the modules that wait for a chart to be rendered; with `strict` they are errors. */
export function needHelmFindings({ needHelm, bundle }: Generated, strict: boolean): Diagnostic[] {
  const make = strict ? errorAt : infoAt;
  return needHelm.map(({ module, output }) => {
    const charts = (bundle.modules[module]?.helm ?? []).map(chartName).join(', ');
    return make(
      'helm/needed',
      `${module} needs helm to render ${charts}; ${output} stays as it is`,
      {
        file: module,
      },
    );
  });
}

/** `app-template (release web)`, as far as the request says. */
function chartName(request: unknown): string {
  const { name, chart } = request as { name?: string; chart?: string | { chart?: string } };
  const label = typeof chart === 'string' ? chart : (chart?.chart ?? 'a chart');
  return `${label} (release ${name ?? 'unnamed'})`;
}
