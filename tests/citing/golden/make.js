// Writes what citeproc-js prints for items.json and cases.json; see README.md.
const [, , engine, locale, ...styles] = process.argv;
const fs = require('fs');
const path = require('path');
const CSL = require(path.resolve(engine));
const items = JSON.parse(fs.readFileSync('items.json'));
const cases = JSON.parse(fs.readFileSync('cases.json'));
const byId = Object.fromEntries(items.map((item) => [item.id, item]));
const system = {
  retrieveLocale: () => fs.readFileSync(locale, 'utf8'),
  retrieveItem: (id) => byId[id],
};
for (const style of styles) {
  const [name, file] = style.split('=');
  const processor = new CSL.Engine(system, fs.readFileSync(file, 'utf8'), 'en-US');
  processor.setOutputFormat('html');
  processor.updateItems(items.map((item) => item.id));
  const cites = cases.map((citation) => processor.makeCitationCluster(citation));
  const [keys, entries] = processor.makeBibliography();
  const bibliography = Object.fromEntries(
    keys.entry_ids.map(([id], index) => [id, entries[index].trim()]));
  fs.writeFileSync(`${name}.json`,
    JSON.stringify({cites, order: Object.keys(bibliography), bibliography}, null, 1) + '\n');
}
