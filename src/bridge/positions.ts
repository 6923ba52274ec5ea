import * as z from 'zod';

/** An item of a list: its index in one definition of the list. */
const itemSchema = z.object({ item: z.number(), of: z.string() });

/** One place where a module, or something it uses, defines a value. */
const definitionSchema = z.object({
  root: z.enum(['resources', 'api', 'objects', 'defaults', 'instances', 'releases']),
  path: z.array(z.union([z.string(), itemSchema])),
  /** The instance of a submodule inside which it stands. */
  instance: z.string().optional(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  priority: z.number(),
  file: z.string(),
  line: z.number(),
  column: z.number(),
});

const positionsSchema = z.record(
  z.string(),
  z.object({ file: z.string(), definitions: z.array(definitionSchema) }),
);

export type Part = Definition['path'][number];

export type Definition = Readonly<z.infer<typeof definitionSchema>>;

/** Module → its file and its definitions, as nix/bridge/positions.nix gives them. */
export type Positions = Readonly<z.infer<typeof positionsSchema>>;

/** The positions that Nix evaluated; undefined when this program cannot read them, for they only embellish. */
export function decodePositions(value: unknown): Positions | undefined {
  const parsed = positionsSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
