import type {
  IndexSignatureDeclarationStructure,
  InterfaceDeclarationStructure,
  JSDocStructure,
  OptionalKind,
  PropertySignatureStructure,
  TypeAliasDeclarationStructure,
} from 'ts-morph';
import { IndentationText, Project, QuoteKind, StructureKind } from 'ts-morph';
import { inputName, schemaName } from '../names.ts';
import type { Declaration, Property, Side } from '../shape.ts';
import { declaredText, SCHEMA_PRELUDE, schemaText } from './schemas.ts';
import { propertyKey } from './text.ts';
import { propertyTypeText, restText, typeText } from './types.ts';

const SIDES: readonly Side[] = ['read', 'write'];

/**
 * Declarations as one TypeScript module: interfaces first, outermost first, then the zod schemas,
 * innermost first, so that only recursion is lazy. `header` is the text above everything.
 */
export function printTypeScript(declarations: readonly Declaration[], header: string): string {
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      quoteKind: QuoteKind.Single,
    },
  });
  const file = project.createSourceFile('output.ts', {
    statements: [
      { kind: StructureKind.ImportDeclaration, namedImports: ['z'], moduleSpecifier: 'zod' },
      ...declarations.flatMap((declaration) => SIDES.map((side) => typeOf(declaration, side))),
    ],
  });
  return `${header}\n${file.getFullText()}\n${SCHEMA_PRELUDE}${schemasText(declarations)}`;
}

function nameOn(side: Side, name: string): string {
  return side === 'write' ? inputName(name) : name;
}

function typeOf(
  declaration: Declaration,
  side: Side,
): InterfaceDeclarationStructure | TypeAliasDeclarationStructure {
  const shape = declaration[side];
  const common = {
    name: nameOn(side, declaration.name),
    isExported: true,
    docs: docsOf(declaration.doc),
  };
  if (shape.kind !== 'object' || (shape.properties.length === 0 && shape.rest === undefined)) {
    return { ...common, kind: StructureKind.TypeAlias, type: typeText(shape, side) };
  }
  return {
    ...common,
    kind: StructureKind.Interface,
    properties: shape.properties.map((property) => propertyOf(property, side)),
    indexSignatures: indexSignatures(restText(shape, side)),
  };
}

function propertyOf(
  { name, shape, optional, readonly, doc }: Property,
  side: Side,
): OptionalKind<PropertySignatureStructure> {
  return {
    name: propertyKey(name),
    type: propertyTypeText(shape, side, optional),
    hasQuestionToken: optional,
    isReadonly: readonly,
    docs: docsOf(doc),
  };
}

function indexSignatures(
  rest: string | undefined,
): OptionalKind<IndexSignatureDeclarationStructure>[] {
  return rest === undefined ? [] : [{ keyName: 'key', keyType: 'string', returnType: rest }];
}

/** The leading line feed puts the text below the opening of the comment. */
function docsOf(lines: readonly string[]): OptionalKind<JSDocStructure>[] {
  if (lines.length === 0) return [];
  return [{ description: lines.length === 1 ? lines.join('') : `\n${lines.join('\n')}` }];
}

/** Text, not structures: ts-morph would parse it all, to no purpose. */
function schemasText(declarations: readonly Declaration[]): string {
  const above = new Set<string>();
  const all = [...declarations].reverse().flatMap(({ name, ...shapes }) => {
    const texts = SIDES.map((side) => {
      const type = nameOn(side, name);
      const schema = schemaText(shapes[side], { side, above });
      // What evaluation gives is checked; what people write, Nix checks itself.
      const declared = side === 'read' ? declaredText(shapes[side]) : '';
      return `\nexport const ${schemaName(type)}: z.ZodType<${type}> = typed<${type}>(${schema}${declared});\n`;
    });
    above.add(name);
    return texts;
  });
  return all.join('');
}
