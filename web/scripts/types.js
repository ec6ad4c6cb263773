// Writes the types of what the screen asks: the interface without the addresses where clients send events.
// node scripts/types.js [FILE]
import { readFileSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const ELSEWHERE = 'collection';
const HEAD = '// Generated from openapi.json: npm run types.\n\n';
const described = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf-8'));

for (const [path, methods] of Object.entries(described.paths)) {
  for (const [method, route] of Object.entries(methods)) if (route.tags?.includes(ELSEWHERE)) delete methods[method];
  if (!Object.keys(methods).length) delete described.paths[path];
}

/** All that something refers to, and that this refers to in turn, each as kind/name. */
function reached(part, found = new Set()) {
  for (const [, place] of JSON.stringify(part).matchAll(/"#\/components\/([^"]+)"/g)) {
    if (found.has(place)) continue;
    found.add(place);
    const [kind, name] = place.split('/');
    reached(described.components[kind][name], found);
  }
  return found;
}

const used = reached(described.paths).add('schemas/ErrorBody');
for (const [kind, named] of Object.entries(described.components)) for (const name of Object.keys(named)) if (!used.has(`${kind}/${name}`)) delete named[name];
writeFileSync(process.argv[2] ?? new URL('../src/api/schema.gen.ts', import.meta.url), HEAD + astToString(await openapi(described)));
