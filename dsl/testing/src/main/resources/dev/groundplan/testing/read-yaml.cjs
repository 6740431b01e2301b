// Reads texts from the JSON array in the file named; prints, for each, its documents or why it is no YAML.
const { readFileSync } = require("node:fs");
const { loadAll, CORE_SCHEMA } = require("js-yaml");

const exact = (key, value) =>
  typeof value === "number" && !Number.isFinite(value) ? `!float ${Number.isNaN(value) ? "NaN" : `${value}`}` : value;

const read = (text) => {
  try {
    return loadAll(text, null, { schema: CORE_SCHEMA });
  } catch (malformed) {
    return String(malformed.message);
  }
};

const texts = JSON.parse(readFileSync(process.argv[2], "utf8"));
process.stdout.write(JSON.stringify(texts.map(read), exact));
