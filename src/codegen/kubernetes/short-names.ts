/** Names as short as they stay unique: `io.k8s.api.core.v1.Pod` → `core.v1.Pod`. */
export function shortNames(names: readonly string[]): (name: string) => string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(short(name), (counts.get(short(name)) ?? 0) + 1);
  return (name) => (counts.get(short(name)) === 1 ? short(name) : name);
}

function short(name: string): string {
  return name.split('.').slice(-3).join('.');
}
