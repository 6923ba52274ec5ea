import module from 'node:module';
import type * as TsMorph from 'ts-morph';
import type {
  IndexSignatureDeclarationStructure,
  InterfaceDeclarationStructure,
  OptionalKind,
  PropertySignatureStructure,
  TypeAliasDeclarationStructure,
} from 'ts-morph';
import { inputName, schemaName } from '../names.ts';
import { namesIn, type Declaration, type Property, type Side } from '../shape.ts';
import { DocComments } from './doc-comments.ts';
import { declaredText, SCHEMA_PRELUDE, schemaText } from './schemas.ts';
import { propertyKey } from './text.ts';
import { propertyTypeText, restText, typeText } from './types.ts';

// Not by `import`: Node reads the whole of a CommonJS module once more for the names it exports, and ts-morph is 20 MB.
const { IndentationText, Project, StructureKind } = module.createRequire(import.meta.url)(
  'ts-morph',
) as typeof TsMorph;

const SIDES: readonly Side[] = ['read', 'write'];

/**
 * Declarations as one TypeScript module: interfaces first, outermost first, then the zod schemas,
 * innermost first, so that only recursion is lazy. `header` is the text above everything.
 */
export function printTypeScript(declarations: readonly Declaration[], header: string): string {
  const docs = new DocComments();
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  });
  const types = declarations.flatMap((declaration) =>
    SIDES.map((side) => typeOf(declaration, side, docs)),
  );
  const text = project.createSourceFile('types.ts', { statements: types }).getFullText();
  return `${header}\nimport * as z from 'zod';\n\n${docs.filledIn(text)}\n${SCHEMA_PRELUDE}${schemasText(declarations)}`;
}

function nameOn(side: Side, name: string): string {
  return side === 'write' ? inputName(name) : name;
}

function typeOf(
  declaration: Declaration,
  side: Side,
  docs: DocComments,
): InterfaceDeclarationStructure | TypeAliasDeclarationStructure {
  const shape = declaration[side];
  const common = {
    name: nameOn(side, declaration.name),
    isExported: true,
    leadingTrivia: docs.placeOf(declaration.doc, ''),
  };
  if (shape.kind !== 'object' || (shape.properties.length === 0 && shape.rest === undefined)) {
    return { ...common, kind: StructureKind.TypeAlias, type: typeText(shape, side) };
  }
  return {
    ...common,
    kind: StructureKind.Interface,
    properties: shape.properties.map((property) => propertyOf(property, side, docs)),
    indexSignatures: indexSignatures(restText(shape, side)),
  };
}

function propertyOf(
  { name, shape, optional, readonly, doc }: Property,
  side: Side,
  docs: DocComments,
): OptionalKind<PropertySignatureStructure> {
  return {
    name: propertyKey(name),
    type: propertyTypeText(shape, side, optional),
    hasQuestionToken: optional,
    isReadonly: readonly,
    leadingTrivia: docs.placeOf(doc, '  '),
  };
}

function indexSignatures(
  rest: string | undefined,
): OptionalKind<IndexSignatureDeclarationStructure>[] {
  return rest === undefined ? [] : [{ keyName: 'key', keyType: 'string', returnType: rest }];
}

/** Text, not structures: ts-morph would parse it all, to no purpose. */
function schemasText(declarations: readonly Declaration[]): string {
  const above = new Set<string>();
  const all = innermostFirst(declarations).flatMap(({ name, ...shapes }) => {
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

/** Each after those it refers to, recursion aside. */
function innermostFirst(declarations: readonly Declaration[]): Declaration[] {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const found = new Set<Declaration>();
  const begun = new Set<Declaration>();
  const visit = (declaration: Declaration | undefined): void => {
    if (declaration === undefined || begun.has(declaration)) return;
    begun.add(declaration);
    for (const side of SIDES)
      for (const name of namesIn(declaration[side])) visit(byName.get(name));
    found.add(declaration);
  };
  declarations.forEach(visit);
  return [...found];
}
