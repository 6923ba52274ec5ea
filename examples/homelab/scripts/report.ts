// Who has which load balancer address: node scripts/report.ts (Node 22.18 or newer, or any TypeScript runner).
// The facts come out of Nix, checked against generated/homelab.ts; a typo below is a compile error.
import { loadNix } from 'gantry';
import { homelabSchema } from '../generated/homelab.ts';

const project = `${import.meta.dirname}/..`;
const homelab = await loadNix(homelabSchema, { project, attr: 'specialArgs.homelab' });

const { addresses, range } = homelab.kubernetes.loadBalancer;
console.log(`${homelab.domain}: addresses ${range.start} to ${range.stop}`);
for (const [service, address] of Object.entries(addresses)) {
  console.log(`  ${address}  ${service}`);
}
