import type { Json } from '../../src/core/json.ts';
import { readRegistry } from '../../src/pipeline/schemas.ts';
import type { SchemaRegistry } from '../../src/validation/schema/registry.ts';

/** Schemas of a Kubernetes version, and of the CustomResourceDefinitions among the objects. */
export async function registryOf(
  version = '1.32',
  objects: readonly Json[] = [],
): Promise<SchemaRegistry> {
  const registry = await readRegistry({ version, root: '/nonexistent', folders: [], objects });
  if (!registry.ok) throw new Error(registry.diagnostics[0]?.message);
  return registry.value;
}
