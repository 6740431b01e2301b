// Reads what a Terraform provider accepts out of the npm package of its CDK bindings and prints it in
// Groundplan's compact schema format. Usage: see README.md beside this file.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import typescript from "typescript";

const ATTRIBUTE = /^    \/\/ (\S+) - computed: (true|false), optional: (true|false), required: (true|false)$/;
const CLASS = /^class (\w+) extends cdkt[fn]\.(\w+) \{$/;
const KINDS = {
  TerraformResource: "resource",
  TerraformDataSource: "data",
  TerraformEphemeralResource: "ephemeral",
  TerraformProvider: "provider",
};
const PRIMITIVES = { string: "string", number: "number", boolean: "bool", any: "dynamic" };

/**
 * The JavaScript of a file. Packages made before CDK Terrain are compiled for an older language, which loses the comments that
 * tell the flags: their TypeScript, which the source map holds, is compiled again.
 */
function code(file) {
  const text = readFileSync(file, "utf8");
  const map = /\n\/\/# sourceMappingURL=data:application\/json;base64,(\S+)/.exec(text);
  if (!map || !text.includes('require("cdktf")')) return text;
  const source = JSON.parse(Buffer.from(map[1], "base64").toString("utf8")).sourcesContent[0];
  const compilerOptions = { target: typescript.ScriptTarget.ES2022, module: typescript.ModuleKind.CommonJS };
  return typescript.transpileModule(source, { compilerOptions }).outputText;
}

/** One directory of the package: the classes of one resource, data source, … with the structs that they use. */
class Bindings {
  constructor(directory) {
    this.directory = directory;
    this.classes = new Map();
    this.hcl = new Map();
    this.blocks = new Map();
    this.required = new Map();
    for (const file of files(directory)) {
      if (file.endsWith(".d.ts")) this.readDeclarations(readFileSync(file, "utf8"));
      else if (file.endsWith(".js")) this.readCode(code(file));
    }
  }

  /** `lib/x/index.d.ts`: the comment of a block's property is "<name> block", which that of an attribute is not. */
  readDeclarations(text) {
    let names;
    let required;
    let comment = "";
    for (const line of text.split("\n")) {
      const start = /^export interface (\w+) /.exec(line);
      if (start) {
        this.blocks.set(start[1], (names = new Set()));
        this.required.set(start[1], (required = new Set()));
      } else if (line === "}") names = undefined;
      const block = /^    \* (\w+) block$/.exec(line);
      if (block) comment = block[1];
      else if (line.startsWith("    readonly ")) {
        if (names && comment) names.add(comment);
        const property = /^    readonly (\w+): /.exec(line);
        if (names && property) required.add(property[1]);
        comment = "";
      }
    }
  }

  /** `lib/x/index.js`: a comment with the flags above each getter, and a table of the settable ones. */
  readCode(text) {
    let type;
    let attribute;
    let table;
    let entry;
    for (const line of text.split("\n")) {
      const start = CLASS.exec(line);
      const mapper = /^function (\w+)ToHclTerraform\(struct\) \{$/.exec(line);
      const flags = ATTRIBUTE.exec(line);
      if (start) {
        type = { name: start[1], extends: start[2], attributes: [] };
        this.classes.set(type.name, type);
        attribute = undefined;
      } else if (mapper) {
        this.hcl.set(mapper[1], (table = new Map()));
      } else if (line === "    synthesizeHclAttributes() {") {
        this.hcl.set(type.name, (table = new Map()));
        attribute = undefined;
      } else if (line === "}") {
        type = attribute = table = undefined;
      } else if (table) {
        entry = this.readEntry(line, table, entry);
      } else if (flags) {
        const [, name, computed, optional, required] = flags;
        attribute = { name, computed: computed === "true", optional: optional === "true", required: required === "true" };
        type.attributes.push(attribute);
      } else if (type) {
        this.readMember(line, type, attribute);
      }
    }
  }

  readEntry(line, table, entry) {
    const start = /^ {8,12}(\w+): \{$/.exec(line);
    if (start) {
      table.set(start[1], (entry = {}));
      return entry;
    }
    const field = /^ {12,16}(value|isBlock|type|storageClassType): (.*),$/.exec(line);
    if (field && entry) entry[field[1]] = field[2].replace(/^"(.*)"$/, "$1");
    return entry;
  }

  readMember(line, type, attribute) {
    const call = /^        super\((terraformResource, terraformAttribute.*)\);$/.exec(line);
    const item = /^        return new (?:\w+\.)?(\w+)\(this\.terraformResource/.exec(line);
    const resource = /^    static tfResourceType = "(\w+)";$/.exec(line);
    const version = /^ +providerVersion: '([^']+)'/.exec(line);
    if (call) type.single = call[1] === "terraformResource, terraformAttribute, false, 0";
    else if (item) type.item = item[1];
    else if (resource) type.terraformName = resource[1];
    else if (version) type.version = version[1];
    if (!attribute) return;
    const stored = /^    _\w+ = new (?:\w+\.)?(\w+)\(this, "\w+"(?:, (true|false))?\);$/.exec(line);
    const getter = /^        return (.*)\('\w+'\)+;$/.exec(line);
    if (stored) attribute.stored = { name: stored[1], set: stored[2] === "true" };
    else if (getter) attribute.getter = getter[1];
    else if (line.includes("@deprecated Write-only: ")) attribute.writeOnly = true;
  }

  main() {
    return [...this.classes.values()].filter((type) => KINDS[type.extends]);
  }

  lowerFirst(name) {
    return name[0].toLowerCase() + name.slice(1);
  }

  /** The lines of the block that `owner` describes. `stack` holds the structs that are being printed around it. */
  block(owner, isMain, depth, stack) {
    const table = this.hcl.get(isMain ? owner.name : this.lowerFirst(structName(owner))) ?? new Map();
    const blocks = this.blocks.get(isMain ? `${owner.name}Config` : structName(owner)) ?? new Set();
    return owner.attributes
      .filter((attribute) => !(owner.extends === "TerraformProvider" && attribute.name === "alias"))
      .sort((a, b) => compare(a.name, b.name))
      .flatMap((attribute) => this.member(owner, attribute, table.get(attribute.name), blocks, depth, stack));
  }

  member(owner, attribute, entry, blocks, depth, stack) {
    const indent = "  ".repeat(depth);
    const struct = this.struct(attribute, entry);
    const isBlock = blocks.has(attribute.name) && struct !== undefined;
    this.crossCheck(owner, attribute, entry, struct, isBlock);
    if (!isBlock) {
      const type = struct ? this.objectType(attribute, entry, struct, stack, owner) : this.plainType(owner, attribute, entry);
      return [`${indent}${attribute.name} ${type}${flags(attribute)}`];
    }
    if (stack.includes(struct.name)) return [`${indent}${attribute.name} dynamic${flags(attribute)}`];
    const nesting = entry.type === "struct" ? "single" : entry.type;
    const min = nesting !== "single" && attribute.required ? " min=1" : "";
    const max = nesting !== "single" && this.isSingle(attribute, entry, struct) ? " max=1" : "";
    const head = `${indent}${attribute.name} block ${nesting}${min}${max}`;
    return [head, ...this.block(struct, false, depth + 1, [...stack, struct.name])];
  }

  isSingle(attribute, entry, struct) {
    return attribute.stored ? struct.single && !attribute.stored.name.endsWith("List") : !/Mapper/.test(entry.value);
  }

  /** The class that tells what is inside the attribute, if it has an inside. */
  struct(attribute, entry) {
    if (attribute.stored) {
      let type = this.classes.get(attribute.stored.name);
      while (type?.item) type = this.classes.get(type.item);
      return type;
    }
    // The provider's own class holds plain values; its structs are found by their mapping functions.
    const mapper = entry && /(\w+)ToHclTerraform/.exec(entry.value);
    if (!mapper || !this.hcl.has(mapper[1])) return undefined;
    return this.structOfTable(mapper[1]);
  }

  structOfTable(mapper) {
    const name = mapper[0].toUpperCase() + mapper.slice(1);
    return this.classes.get(`${name}OutputReference`) ?? this.structOfProvider(name, this.hcl.get(mapper));
  }

  /** A struct of the provider's own block has no class, only an interface: names and "required" are all that it tells. */
  structOfProvider(name, table) {
    const attributes = [...table].map(([attribute, entry]) => {
      const required = this.required.get(name).has(/struct\.(\w+)/.exec(entry.value)[1]);
      return { name: attribute, computed: false, optional: !required, required };
    });
    return { name: `${name}OutputReference`, attributes };
  }

  crossCheck(owner, attribute, entry, struct, isBlock) {
    const says = entry && /listMapperHcl\(.*, true\)$|listMapperHcl\(.*, true\)\(/.test(entry.value);
    if (entry && /listMapperHcl/.test(entry.value) && Boolean(says) !== isBlock) {
      throw new Error(`${this.directory}: ${owner.name}.${attribute.name}: block or attribute? The sources disagree.`);
    }
    if (isBlock && attribute.computed) {
      throw new Error(`${this.directory}: ${owner.name}.${attribute.name}: a computed block cannot be.`);
    }
  }

  /** `list(object({…}))`. Members that the configuration may leave out are marked with "?". */
  objectType(attribute, entry, struct, stack, owner) {
    if (stack.includes(struct.name)) return "dynamic";
    const table = this.hcl.get(this.lowerFirst(structName(struct))) ?? new Map();
    const inner = [...stack, struct.name];
    // In a type of attributes (not a nested attribute) all members have the flags of the whole, and none may be left out. A
    // provider's own attributes and timeouts are always nested ones.
    const nested =
      owner?.extends === "TerraformProvider" ||
      attribute.name === "timeouts" ||
      struct.attributes.some(
        (m) => m.optional !== attribute.optional || m.required !== attribute.required || m.computed !== attribute.computed,
      );
    const members = [...struct.attributes]
      .sort((a, b) => compare(a.name, b.name))
      .map((member) => {
        const row = table.get(member.name);
        const part = this.struct(member, row);
        const type = part ? this.objectType(member, row, part, inner) : this.plainType(struct, member, row);
        return `${member.name}${nested && !member.required ? "?" : ""}=${type}`;
      });
    return this.wrap(attribute, entry, `object({${members.join(",")}})`);
  }

  wrap(attribute, entry, object) {
    const collection = attribute.stored?.name ?? "";
    const inProvider = !attribute.stored && /^(list|set)$/.test(entry?.type) ? ["list"] : [];
    const suffix = this.classes.get(collection)?.item ? this.collectionSuffix(collection) : inProvider;
    return suffix.reduce((type, kind) => `${kind}(${type})`, object).replace(/^list\(/, isSet(attribute, entry) ? "set(" : "list(");
  }

  /** Kinds of the collections around the object, innermost first: "XListMap" is a map of lists. */
  collectionSuffix(name) {
    const kinds = [];
    for (let type = this.classes.get(name); type?.item; type = this.classes.get(type.item)) {
      kinds.unshift(type.extends.endsWith("Map") ? "map" : "list");
    }
    return kinds;
  }

  plainType(owner, attribute, entry) {
    if (entry) return storageType(entry.storageClassType, entry.type);
    if (attribute.stored) return storageType(this.lowerFirst(attribute.stored.name), attribute.stored.set ? "set" : "");
    const set = attribute.getter?.includes("Fn.tolist(");
    const call = /this\.get(\w+)Attribute$/.exec(attribute.getter ?? "");
    if (attribute.getter === "this.interpolationForAttribute") return "dynamic";
    if (!call) throw new Error(`${this.directory}: ${owner.name}.${attribute.name}: no type in ${attribute.getter}`);
    return storageType(call[1] === "List" ? "stringList" : this.lowerFirst(call[1]), set ? "set" : "");
  }
}

function structName(type) {
  return type.name.replace(/OutputReference$/, "");
}

function isSet(attribute, entry) {
  return entry ? entry.type === "set" : attribute.stored?.set;
}

/** "stringListMap" is a map of lists of strings; `outer` tells whether the outermost list is a set. */
function storageType(name, outer) {
  const [, primitive, wrappers] = /^(string|number|boolean|any)((?:List|Map)*)$/.exec(name) ?? [];
  if (!primitive) throw new Error(`no type: ${name}`);
  let type = PRIMITIVES[primitive];
  for (const wrapper of wrappers.match(/List|Map/g) ?? []) type = `${wrapper.toLowerCase()}(${type})`;
  return outer === "set" ? type.replace(/^list\(/, "set(") : type;
}

function flags(attribute) {
  return ["required", "optional", "computed", "writeOnly"]
    .filter((flag) => attribute[flag])
    .map((flag) => (flag === "writeOnly" ? " write-only" : ` ${flag}`))
    .join("");
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function* files(directory) {
  for (const name of readdirSync(directory).sort()) {
    const path = join(directory, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else yield path;
  }
}

/** Adds a flag to the attributes named in `list`, as `resource aws_x.block.attribute`, one a line: "sensitive", or the last word. */
function mark(lines, list) {
  const wanted = new Map();
  for (const line of list.split("\n").filter((line) => line !== "" && !line.startsWith("#"))) {
    const [kind, attribute, flag = "sensitive"] = line.split(" ");
    wanted.set(`${kind} ${attribute}`, flag);
  }
  const path = [];
  const marked = lines.map((line) => {
    const depth = /^ */.exec(line)[0].length / 2;
    path.splice(depth, path.length, depth === 0 ? line : line.trim().split(" ")[0]);
    const flag = wanted.get(path.join("."));
    return wanted.delete(path.join(".")) ? `${line} ${flag}` : line;
  });
  if (wanted.size > 0) throw new Error(`no such attribute: ${[...wanted.keys()].join(", ")}`);
  return marked;
}

function main([name, source, marks]) {
  if (!name || !source) throw new Error("usage: node extract.mjs <npm package> <provider source> [<list of marks>]");
  const require = createRequire(join(process.cwd(), "package.json"));
  const root = dirname(require.resolve(`${name}/package.json`));
  const packageVersion = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
  const sections = { provider: [], resource: [], data: [], ephemeral: [] };
  let version;
  for (const directory of readdirSync(join(root, "lib")).sort()) {
    const path = join(root, "lib", directory);
    if (!existsSync(join(path, "index.js"))) continue;
    const bindings = new Bindings(path);
    for (const type of bindings.main()) {
      version = type.version ?? version;
      sections[KINDS[type.extends]].push({ name: type.terraformName, lines: bindings.block(type, true, 1, []) });
    }
  }
  const out = [
    `# What ${source} ${version} accepts, extracted from the npm package ${name} ${packageVersion}.`,
    "# Known: every type, attribute and block; types; required, optional, computed, write-only; whether a block may",
    "# stand once (max=1) and whether it must stand at all (min=1).",
    "# Not known from that source: other values of min and max; list or set inside another collection (printed as",
    "# list); what is inside where the source cuts off very deep trees (printed as dynamic, not checked); which",
    "# attributes are sensitive (only those of a list kept by hand are marked).",
    "# A file made from `terraform providers schema -json` knows all of that.",
    `provider ${source} ${version}`,
    ...sections.provider.flatMap((type) => type.lines),
  ];
  for (const kind of ["resource", "data", "ephemeral"]) {
    for (const type of sections[kind].sort((a, b) => compare(a.name, b.name))) {
      out.push(`${kind} ${type.name}`, ...type.lines);
    }
  }
  const lines = marks ? mark(out, readFileSync(marks, "utf8")) : out;
  process.stdout.write(lines.join("\n") + "\n");
}

main(process.argv.slice(2));
