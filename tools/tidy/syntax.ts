import ts from 'typescript';

export interface Named {
  readonly name: string;
  readonly line: number;
}

export interface Names {
  /** Every name that the file declares: types, members, functions, variables, parameters. */
  readonly all: readonly Named[];
  /** What other files see under its own name. */
  readonly exported: readonly Named[];
  /** Texts that the file holds, imports left out. */
  readonly strings: readonly Named[];
}

/** Parses one file; nothing is resolved. */
export const parse = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.ES2023,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );

export const lineOf = (file: ts.SourceFile, node: ts.Node): number =>
  file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;

/** Visits every node below `node`, deepest last. */
export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    look(child);
    visit(child, look);
  });
}

/** The names and texts of a file. */
export function identifiersOf(path: string, text: string): Names {
  const file = parse(path, text);
  const all: Named[] = [];
  const exported: Named[] = [];
  const strings: Named[] = [];
  visit(file, (node) => {
    const named = declaredName(node);
    if (named !== undefined) all.push({ name: named.text, line: lineOf(file, named) });
    if (named !== undefined && isExported(node)) exported.push({ name: named.text, line: lineOf(file, named) });
    if (ts.isStringLiteralLike(node) && !isSpecifier(node)) strings.push({ name: node.text, line: lineOf(file, node) });
  });
  return { all, exported, strings };
}

function declaredName(node: ts.Node): ts.Identifier | undefined {
  const declaration = node as { readonly name?: ts.Node };
  const isDeclaration =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassElement(node) ||
    ts.isTypeElement(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isPropertyAssignment(node);
  return isDeclaration && declaration.name !== undefined && ts.isIdentifier(declaration.name)
    ? declaration.name
    : undefined;
}

function isExported(node: ts.Node): boolean {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
  );
}

const isSpecifier = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node.parent) ||
  ts.isExportDeclaration(node.parent) ||
  ts.isImportAttribute(node.parent) ||
  (ts.isCallExpression(node.parent) && node.parent.expression.kind === ts.SyntaxKind.ImportKeyword);
