// Loaded into the measured process: leaves what it used in the file that GANTRY_BENCH_USAGE names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  writeFileSync(process.env.GANTRY_BENCH_USAGE, JSON.stringify(process.resourceUsage()));
});
