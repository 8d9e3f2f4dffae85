// ajv in strict mode: every document keeps the schema, every broken one is refused.

const { createReadStream, readFileSync } = require("node:fs");
const { createInterface } = require("node:readline");
const Ajv = require("ajv/dist/2020").default;
const formats = require("ajv-formats");

const [schema, broken, seed, documents] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
// A field that may be null has two types; everything else of the strict mode holds.
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
formats(ajv);
const validate = ajv.compile(read(schema));

async function main() {
  let count = 0;
  for await (const line of createInterface({ input: createReadStream(documents) })) {
    const document = JSON.parse(line);
    count += 1;
    if (!validate(document)) {
      console.log(`${document.source}: ${ajv.errorsText(validate.errors.slice(0, 3))}`);
      process.exitCode = 1;
    }
  }
  const cases = read(broken);
  for (const { name, pointer, value } of cases) {
    const document = read(seed);
    const keys = pointer.split("/").slice(1);
    const last = keys.pop();
    const holder = keys.reduce((node, key) => node[key], document);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
    if (validate(document)) {
      console.log(`not refused: ${name}`);
      process.exitCode = 1;
    }
  }
  console.log(`ajv 8.20.0, strict: ${count} documents, ${cases.length} broken ones tried`);
}

main();
