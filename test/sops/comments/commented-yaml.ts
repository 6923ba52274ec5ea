import fc from 'fast-check';

/** How comments stand in a text. */
export interface Habits {
  /** In the column of what they are about, or one further left too. */
  readonly isTidy: boolean;
  /** Where those that select mean the same to everybody: above mappings and their entries, with no empty lines. */
  readonly isPlain: boolean;
}

/** Nested mappings and lists, with comments between, behind and below, and empty lines where people leave them. */
export function commentedYaml(habits: Habits): fc.Arbitrary<string> {
  const style = fc.record({ step: fc.constantFrom(2, 4), isListIndented: fc.boolean() });
  const nodes = fc.array(node(3), { minLength: 1, maxLength: 4 });
  return fc.tuple(style, nodes, gap()).map(([{ step, isListIndented }, drawn, last]) => {
    const writer = new Writer(step, isListIndented ? step : 0, habits);
    writer.entries(drawn, 0);
    writer.gap(last, 0);
    return writer.text();
  });
}

/** What stands above an entry: comments in its column or one further left, empty lines around them. */
interface Gap {
  readonly comments: number;
  readonly isLeft: boolean;
  readonly isBlankAbove: boolean;
  readonly isBlankBelow: boolean;
}

interface Node {
  readonly above: Gap;
  readonly hasInline: boolean;
  readonly value: 'plain' | 'block' | '[1, 2]' | '{x: 1}' | '{}' | '' | Nested;
}

interface Nested {
  readonly kind: 'map' | 'list';
  readonly nodes: readonly Node[];
  readonly below: Gap;
}

function gap(): fc.Arbitrary<Gap> {
  return fc.record({
    comments: fc.constantFrom(0, 0, 1, 2),
    isLeft: fc.boolean(),
    isBlankAbove: fc.boolean(),
    isBlankBelow: fc.boolean(),
  });
}

function node(depth: number): fc.Arbitrary<Node> {
  const leaf = fc.constantFrom('plain', 'plain', 'block', '[1, 2]', '{x: 1}', '{}', '' as const);
  return fc.record({
    above: gap(),
    hasInline: fc.boolean(),
    value: depth === 0 ? leaf : fc.oneof(leaf, nested(depth - 1)),
  });
}

function nested(depth: number): fc.Arbitrary<Nested> {
  return fc.record({
    kind: fc.constantFrom('map' as const, 'list' as const),
    nodes: fc.array(node(depth), { minLength: 1, maxLength: 3 }),
    below: gap(),
  });
}

function plainly(drawn: Node): Node {
  const { value } = drawn;
  if (value === '') return { ...drawn, value: 'plain' };
  return typeof value === 'string' ? drawn : { ...drawn, value: { ...value, kind: 'map' } };
}

class Writer {
  readonly #step: number;
  readonly #listIndent: number;
  readonly #habits: Habits;
  readonly #lines: string[] = [];
  #comments = 0;
  #keys = 0;

  constructor(step: number, listIndent: number, habits: Habits) {
    this.#step = step;
    this.#listIndent = listIndent;
    this.#habits = habits;
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  gap({ comments, isLeft, isBlankAbove, isBlankBelow }: Gap, column: number): void {
    if (comments === 0) return;
    const { isTidy, isPlain } = this.#habits;
    const margin = ' '.repeat(isLeft && !isTidy ? Math.max(0, column - this.#step) : column);
    if (isBlankAbove && !isPlain) this.#lines.push('');
    for (let index = 0; index < comments; index++) this.#lines.push(margin + this.#comment());
    if (isBlankBelow && !isPlain) this.#lines.push('');
  }

  entries(nodes: readonly Node[], column: number): void {
    for (const drawn of nodes) {
      const each = this.#habits.isPlain ? plainly(drawn) : drawn;
      this.gap(each.above, column);
      this.#entry(each, column);
    }
  }

  #entry({ value, hasInline }: Node, column: number): void {
    const head = `${' '.repeat(column)}k${this.#keys++}:`;
    const inline = hasInline ? ` ${this.#comment()}` : '';
    if (typeof value === 'string') {
      this.#leaf(`${head}${value === '' ? '' : ' '}`, { value, inline, column });
      return;
    }
    this.#lines.push(head + inline);
    if (value.kind === 'map') this.entries(value.nodes, column + this.#step);
    else this.#items(value.nodes, column + this.#listIndent);
    if (this.#habits.isPlain) return;
    this.gap(value.below, column + (value.kind === 'map' ? this.#step : this.#listIndent));
  }

  /** Items without a value, and lists right in lists, are rare and read differently by many. */
  #items(nodes: readonly Node[], column: number): void {
    for (const { above, value, hasInline } of nodes) {
      this.gap(above, column);
      const margin = ' '.repeat(column);
      const inline = hasInline ? ` ${this.#comment()}` : '';
      if (typeof value !== 'string' && value.kind === 'map') {
        this.#lines.push(`${margin}- k${this.#keys++}: v${inline}`);
        this.entries(value.nodes, column + 2);
        continue;
      }
      const leaf = typeof value !== 'string' || value === '' ? 'plain' : value;
      this.#leaf(`${margin}- `, { value: leaf, inline, column: column + 2 });
    }
  }

  #leaf(
    head: string,
    { value, inline, column }: { value: string; inline: string; column: number },
  ): void {
    if (value !== 'block') {
      const isOpen = !this.#habits.isPlain || !/^[[{]/.test(value);
      this.#lines.push(`${head}${value}${isOpen ? inline : ''}`);
      return;
    }
    this.#lines.push(`${head}|${inline}`, `${' '.repeat(column + this.#step)}text # no comment`);
  }

  #comment(): string {
    return `# c-${this.#comments++}`;
  }
}
