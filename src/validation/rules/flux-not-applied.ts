import type { Finding, TreeRule } from './rule.ts';

/** Rule `flux/not-applied`: an encrypted file that no known Kustomization applies. */
export const notApplied: TreeRule = {
  code: 'flux/not-applied',
  severity: 'info',
  check: ({ files, graph, kustomizations }) => {
    if (kustomizations.length === 0) return [];
    const applied = new Set(kustomizations.flatMap((item) => item.files.map(({ path }) => path)));
    return files
      .filter(({ encrypt, path }) => encrypt && !applied.has(path))
      .flatMap(({ path }): Finding[] => {
        const node = graph.nodes.find(({ file }) => file === path);
        if (node === undefined) return [];
        const message = `no Kustomization that is known applies ${path}`;
        return [{ node, path: node.path, message }];
      });
  },
};
