// Which part of a schema a set of operations reaches.

import {
  TypeInfo, getNamedType, isInputObjectType, isInterfaceType, isObjectType, isUnionType, visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Every type name that stays, with the names of the fields that stay (empty for types without
 * selectable fields: scalars, enums, unions; input types stay whole).
 *
 * @param {import('graphql').GraphQLSchema} schema
 * @param {import('graphql').DocumentNode} operations
 * @returns {Map<string, Set<string>>}
 */
export function reach(schema, operations) {
  const kept = new Map();

  const keepType = (type) => {
    const { name } = type;
    if (kept.has(name)) return;
    kept.set(name, new Set());
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) keepType(getNamedType(field.type));
  };
  const keepField = (type, field) => {
    keepType(type);
    kept.get(type.name).add(field.name);
    keepType(getNamedType(field.type));
    for (const argument of field.args) keepType(getNamedType(argument.type));
  };

  keepType(schema.getQueryType());
  keepType(schema.getMutationType());
  const info = new TypeInfo(schema);
  visit(operations, visitWithTypeInfo(info, {
    Field() {
      const field = info.getFieldDef();
      if (!field.name.startsWith('__')) keepField(info.getParentType(), field);
    },
    InlineFragment: () => keepType(info.getType()),
    FragmentDefinition: () => keepType(info.getType()),
  }));

  settle(schema, kept, keepType, keepField);
  return kept;
}

// Implementers bring fields and fields bring types, so this runs until nothing is added.
function settle(schema, kept, keepType, keepField) {
  for (let before = -1; before !== size(kept);) {
    before = size(kept);
    for (const name of [...kept.keys()]) {
      const type = schema.getType(name);
      if (isInterfaceType(type)) keepImplementers(schema, type, kept, keepType, keepField);
      if (isUnionType(type)) keepMember(type, kept, keepType);
      if (hasSelection(type) && kept.get(name).size === 0) keepSomeField(type, keepField);
    }
  }
}

// Every kept implementer has the interface's kept fields. All implementers are kept, since an
// answer may hold any of them; except of Node, which nearly every type implements.
function keepImplementers(schema, type, kept, keepType, keepField) {
  for (const object of schema.getPossibleTypes(type)) {
    if (type.name !== 'Node') keepType(object);
    if (!kept.has(object.name)) continue;
    for (const field of kept.get(type.name)) keepField(object, object.getFields()[field]);
  }
}

function keepMember(type, kept, keepType) {
  const members = type.getTypes();
  if (!members.some((member) => kept.has(member.name))) keepType(members[0]);
}

// A type that is reached without a selection still needs one field to be valid.
function keepSomeField(type, keepField) {
  const fields = type.getFields();
  keepField(type, fields.id ?? Object.values(fields)[0]);
}

function hasSelection(type) {
  return isObjectType(type) || isInterfaceType(type);
}

function size(kept) {
  let total = 0;
  for (const fields of kept.values()) total += 1 + fields.size;
  return total;
}
