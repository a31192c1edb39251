// Writes the genqlient directives that keep unset inputs out of requests, in place.
//
//   node omitempty.mjs SCHEMA.graphql OPERATIONS.graphql...
//
// genqlient sends a null for every optional input that is not set, and to Shopify a null means
// "clear this field". So each optional input field an operation can reach, and each optional
// variable, gets an omitempty of its own. Lines that an earlier run wrote are replaced.

import { readFileSync, writeFileSync } from 'node:fs';
import {
  Kind, buildSchema, getNamedType, isInputObjectType, isRequiredInputField, parse, typeFromAST,
} from 'graphql';

// Fields for which "not set", "empty" and "null" must stay three different things on the wire.
const bindings = {
  'ProductUpdateInput.tags': '*[]string',
  'SEOInput.title': '*galley/backend/shopify/internal/adminapi.Nullable',
  'SEOInput.description': '*galley/backend/shopify/internal/adminapi.Nullable',
  'FileUpdateInput.alt': '*galley/backend/shopify/internal/adminapi.Nullable',
};

const written = /^ *# @genqlient\((for: "\w+\.\w+", )?omitempty: true(, bind: "[^"]*")?\)\n/gm;

const [schemaFile, ...files] = process.argv.slice(2);
const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
for (const file of files) {
  const before = readFileSync(file, 'utf8');
  const after = withDirectives(before.replace(written, ''));
  if (after !== before) writeFileSync(file, after);
}

function withDirectives(source) {
  const inserts = [];
  for (const definition of parse(source).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    inserts.push({ at: definition.loc.start, text: fieldDirectives(definition) });
    for (const variable of definition.variableDefinitions ?? []) {
      if (variable.type.kind === Kind.NON_NULL_TYPE) continue;
      inserts.push(variableDirective(source, variable.loc.start));
    }
  }
  // From the end, so that earlier positions stay true.
  return inserts.reverse().reduce(
    (text, insert) => text.slice(0, insert.at) + insert.text + text.slice(insert.at),
    source,
  );
}

function fieldDirectives(operation) {
  const lines = [];
  const seen = new Set();
  const walk = (named) => {
    const type = getNamedType(named);
    if (!isInputObjectType(type) || seen.has(type.name)) return;
    seen.add(type.name);
    for (const field of Object.values(type.getFields())) {
      if (!isRequiredInputField(field)) lines.push(fieldDirective(`${type.name}.${field.name}`));
      walk(field.type);
    }
  };
  for (const variable of operation.variableDefinitions ?? []) {
    walk(typeFromAST(schema, variable.type));
  }
  return lines.join('');
}

function fieldDirective(name) {
  const bind = bindings[name] ? `, bind: "${bindings[name]}"` : '';
  return `# @genqlient(for: "${name}", omitempty: true${bind})\n`;
}

function variableDirective(source, at) {
  const lineStart = source.lastIndexOf('\n', at) + 1;
  const indent = source.slice(lineStart, at);
  if (indent.trim() !== '') throw new Error(`write the optional variable on a line of its own: ${source.slice(at, at + 40)}`);
  return { at: lineStart, text: `${indent}# @genqlient(omitempty: true)\n` };
}
