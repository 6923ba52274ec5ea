import type { Finding, TreeRule } from './rule.ts';

/** Rule `flux/not-applied`: an encrypted file that no known Kustomization applies, where others are known to be. */
export const notApplied: TreeRule = {
  code: 'flux/not-applied',
  severity: 'info',
  check: ({ files, graph, kustomizations }) => {
    const applied = new Set(kustomizations.flatMap((item) => item.files.map(({ path }) => path)));
    if (applied.size === 0) return [];
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
