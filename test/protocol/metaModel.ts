// The protocol's meta model: every message with the shape of its parameters and its result. The packages on npm carry the
// schema of metaModel.json but not the model itself; they carry what the model is generated from, the declarations of
// vscode-languageserver-protocol. They are read here with the TypeScript compiler, so the model is exactly as old as the
// library the server is built on. Our own messages (lsp/protocol.ts) are read the same way.
import { createRequire } from "node:module";
import path from "node:path";
import ts from "typescript";
import { root } from "../../scripts/root";

export type Shape =
  /** LSPAny and the like: any JSON. */
  | { readonly kind: "any" }
  | { readonly kind: "nothing" }
  | { readonly kind: "base"; readonly name: BaseName }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "array"; readonly element: Shape }
  | { readonly kind: "tuple"; readonly elements: readonly Shape[] }
  | { readonly kind: "or"; readonly items: readonly Shape[] }
  | Structure;

export type BaseName = "string" | "boolean" | "null" | "decimal" | "integer" | "uinteger" | "DocumentUri" | "URI";

export interface Structure {
  readonly kind: "structure";
  readonly name: string;
  readonly properties: ReadonlyMap<string, { readonly shape: Shape; readonly optional: boolean }>;
  /** What other properties hold; null where there are none. */
  readonly rest: Shape | null;
}

export type Direction = "clientToServer" | "serverToClient" | "both";

export interface MessageModel {
  readonly method: string;
  readonly direction: Direction;
  /** Null for a notification. */
  readonly result: Shape | null;
  readonly params: Shape;
  readonly registration: Shape;
}

const nothing: Shape = { kind: "nothing" };
const anything = new Set(["LSPAny", "LSPObject", "LSPArray", "any", "unknown", "object"]);
const baseNames: readonly string[] = ["decimal", "integer", "uinteger", "DocumentUri", "URI"] satisfies BaseName[];

let model: ReadonlyMap<string, MessageModel> | undefined;

/** Read once a process: the compiler takes a second over it. */
export function metaModel(): ReadonlyMap<string, MessageModel> {
  model ??= read();
  return model;
}

function read(): ReadonlyMap<string, MessageModel> {
  const library = createRequire(require.resolve("vscode-languageserver/node")).resolve(
    "vscode-languageserver-protocol",
  );
  const declarations = library.replace(/\.js$/, ".d.ts");
  const own = path.join(root, "server/src/lsp/protocol.ts");
  const program = ts.createProgram([declarations, own], {
    strict: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
  });
  const checker = program.getTypeChecker();
  const shapes = shapeReader(checker);
  const exportsOf = (file: string): readonly ts.Symbol[] => {
    const source = program.getSourceFile(file);
    const symbol = source && checker.getSymbolAtLocation(source);
    if (!symbol) throw new Error(`no declarations in ${file}`);
    return checker.getExportsOfModule(symbol);
  };
  const found = new Map<string, MessageModel>();
  const runtime: Readonly<Record<string, { messageDirection?: Direction } | undefined>> = require(library);
  for (const symbol of exportsOf(declarations)) {
    const namespace = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const message = namespace.exports && messageOf(checker, shapes, namespace.exports);
    if (message) found.set(message.method, { ...message, direction: runtime[symbol.name]?.messageDirection ?? "both" });
  }
  const ours = new Map(exportsOf(own).map((symbol) => [symbol.name, shapes(checker.getDeclaredTypeOfSymbol(symbol))]));
  const of = (name: string): Shape => {
    const shape = ours.get(name);
    if (!shape) throw new Error(`lsp/protocol.ts declares no ${name}`);
    return shape;
  };
  const notice = (method: string, direction: Direction, params: Shape): MessageModel => {
    return { method, direction, result: null, params, registration: nothing };
  };
  const asking = (method: string, direction: Direction, name: string): MessageModel => {
    return { ...notice(method, direction, of(`${name}Params`)), result: of(`${name}Result`) };
  };
  const token = or([base("integer"), base("string")]);
  const others: readonly MessageModel[] = [
    // Of the transport below the protocol, whose declarations are others.
    notice("$/cancelRequest", "both", made("CancelParams", { id: or([base("integer"), base("string")]) })),
    notice("$/setTrace", "clientToServer", made("SetTraceParams", { value: words("off", "messages", "verbose") })),
    // What it tells of depends on who gave the token.
    notice("$/progress", "both", made("ProgressParams", { token, value: { kind: "any" } })),
    notice("nianbao/status", "serverToClient", of("StatusParams")),
    notice("nianbao/reports", "serverToClient", of("ReportsParams")),
    notice("nianbao/plainText", "clientToServer", of("PlainTextParams")),
    asking("nianbao/rulePage", "clientToServer", "RulePage"),
    asking("nianbao/checkFolder", "clientToServer", "CheckFolder"),
    asking("nianbao/review", "clientToServer", "Review"),
    asking("nianbao/ignore", "clientToServer", "Ignore"),
    asking("nianbao/readFile", "serverToClient", "ReadFile"),
    asking("nianbao/readDirectory", "serverToClient", "ReadDirectory"),
  ];
  for (const message of others) found.set(message.method, message);
  return found;
}

/** Of `export namespace HoverRequest { const method: "…"; const type: ProtocolRequestType<Params, Result, …> }`. */
function messageOf(
  checker: ts.TypeChecker,
  shapes: (type: ts.Type) => Shape,
  exports: ts.SymbolTable,
): Omit<MessageModel, "direction"> | null {
  const typeOf = (name: string): ts.Type | null => {
    const symbol = exports.get(name as ts.__String);
    return symbol ? checker.getTypeOfSymbol(symbol) : null;
  };
  const method = typeOf("method");
  const type = typeOf("type");
  if (!method?.isStringLiteral() || type === null) return null;
  const given = checker.getTypeArguments(type as ts.TypeReference).map(shapes);
  const at = (index: number): Shape => given[index] ?? nothing;
  switch (type.symbol?.name) {
    case "ProtocolRequestType":
      return { method: method.value, params: at(0), result: at(1), registration: at(4) };
    case "ProtocolRequestType0":
      return { method: method.value, params: nothing, result: at(0), registration: at(3) };
    case "ProtocolNotificationType":
      return { method: method.value, params: at(0), result: null, registration: at(1) };
    case "ProtocolNotificationType0":
      return { method: method.value, params: nothing, result: null, registration: at(0) };
    default:
      return null;
  }
}

function base(name: BaseName): Shape {
  return { kind: "base", name };
}

function words(...values: readonly string[]): Shape {
  return or(values.map((value) => ({ kind: "literal", value })));
}

function made(name: string, properties: Readonly<Record<string, Shape>>): Structure {
  const entries = Object.entries(properties).map(([key, shape]) => [key, { shape, optional: false }] as const);
  return { kind: "structure", name, properties: new Map(entries), rest: null };
}

/** Types as shapes. Structures name themselves (a range has a parent range), so each is entered before it is filled. */
function shapeReader(checker: ts.TypeChecker): (type: ts.Type) => Shape {
  const known = new Map<ts.Type, Shape>();

  // To the compiler an integer is a number like any other; the word that was written tells.
  const written = (node: ts.TypeNode | undefined, type: ts.Type): Shape => {
    if (node && ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
      const { text } = node.typeName;
      if (anything.has(text)) return { kind: "any" };
      if (baseNames.includes(text)) return base(text as BaseName);
    }
    if (node && ts.isArrayTypeNode(node)) {
      const element = checker.getTypeArguments(type as ts.TypeReference)[0];
      if (element && checker.isArrayType(type)) return { kind: "array", element: written(node.elementType, element) };
    }
    if (node && ts.isUnionTypeNode(node)) {
      const names = node.types.map((each) => each.getText());
      if (names.some((name) => baseNames.includes(name)) && names.every((name) => /^\w+$/.test(name))) {
        return or(node.types.map((each) => written(each, checker.getTypeFromTypeNode(each))));
      }
    }
    return shape(type);
  };

  const structure = (type: ts.Type): Shape => {
    const properties = new Map<string, { shape: Shape; optional: boolean }>();
    const index = checker.getIndexInfosOfType(type)[0];
    const made: { -readonly [K in keyof Structure]: Structure[K] } = {
      kind: "structure",
      name: type.aliasSymbol?.name ?? type.symbol?.name ?? checker.typeToString(type),
      properties,
      rest: null,
    };
    known.set(type, made);
    if (index) made.rest = shape(index.type);
    for (const property of checker.getPropertiesOfType(type)) {
      const declaration = property.valueDeclaration;
      const node = declaration && ts.isPropertySignature(declaration) ? declaration.type : undefined;
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      // The undefined of an optional property falls away with the alternatives that are nothing.
      properties.set(property.name, { shape: written(node, checker.getTypeOfSymbol(property)), optional });
    }
    return made;
  };

  const shape = (type: ts.Type): Shape => {
    const before = known.get(type);
    if (before) return before;
    const made = make(type);
    known.set(type, made);
    return made;
  };

  const make = (type: ts.Type): Shape => {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) return { kind: "any" };
    if (type.aliasSymbol && anything.has(type.aliasSymbol.name)) return { kind: "any" };
    if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never)) return nothing;
    if (flags & ts.TypeFlags.Null) return base("null");
    if (type.isStringLiteral() || type.isNumberLiteral()) return { kind: "literal", value: type.value };
    if (flags & ts.TypeFlags.BooleanLiteral) return { kind: "literal", value: checker.typeToString(type) === "true" };
    if (flags & ts.TypeFlags.String) return base("string");
    if (flags & ts.TypeFlags.Number) return base("decimal");
    if (flags & ts.TypeFlags.Boolean) return base("boolean");
    if (type.isUnion()) return or(type.types.map(shape));
    if (checker.isTupleType(type)) {
      return { kind: "tuple", elements: checker.getTypeArguments(type as ts.TypeReference).map(shape) };
    }
    if (checker.isArrayType(type)) {
      const [element] = checker.getTypeArguments(type as ts.TypeReference);
      return { kind: "array", element: element ? shape(element) : { kind: "any" } };
    }
    // An enumeration that may grow: string & {}.
    if (type.isIntersection() && type.types.some((each) => each.flags & ts.TypeFlags.String)) return base("string");
    if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return structure(type);
    throw new Error(`a type the meta model has no word for: ${checker.typeToString(type)}`);
  };

  return shape;
}

function or(items: readonly Shape[]): Shape {
  const present = items.filter((item) => item.kind !== "nothing");
  if (present.some((item) => item.kind === "any")) return { kind: "any" };
  return present.length === 1 ? (present[0] as Shape) : { kind: "or", items: present };
}
