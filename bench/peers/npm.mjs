// Fills one template over and over with one of three engines from npm, each used as its own documentation says.
//
//   node npm.mjs FOLDER-OF-node_modules ENGINE TEMPLATE DATA RESULT
//
// For each line that comes in, one document is made; out goes a line with its milliseconds. The first is kept.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [modules, engine, template, data, result] = process.argv.slice(2);
const load = createRequire(`${modules}/`);
const facts = JSON.parse(readFileSync(data, "utf8"));
const word = readFileSync(template);

const engines = {
  docxtemplater() {
    const PizZip = load("pizzip");
    const Docxtemplater = load("docxtemplater");
    return async () => {
      const document = new Docxtemplater(new PizZip(word), { paragraphLoop: true, linebreaks: true });
      document.render(facts);
      return document.toBuffer();
    };
  },
  "easy-template-x"() {
    const { TemplateHandler } = load("easy-template-x");
    const handler = new TemplateHandler();
    return () => handler.process(word, facts);
  },
  carbone() {
    const carbone = load("carbone");
    return () =>
      new Promise((done, failed) => carbone.render(template, facts, (error, made) => (error ? failed(error) : done(made))));
  },
};

const make = engines[engine]();
let kept = false;
for await (const _ of createInterface({ input: process.stdin })) {
  const started = process.hrtime.bigint();
  const made = await make();
  const spent = Number(process.hrtime.bigint() - started) / 1e6;
  if (!kept) writeFileSync(result, Buffer.from(made));
  kept = true;
  console.log(spent);
}
process.exit(0);
