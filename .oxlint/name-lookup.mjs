/** Lint rule: a plain object is no table for names from content, since it inherits names such as `constructor`. */

const TABLE_TYPE = /\bRecord<\s*string\b|\{\s*(?:readonly\s+)?\[\w+: string\]/;

export const nameLookup = {
  create(context) {
    const { sourceCode } = context;
    return {
      MemberExpression(node) {
        if (!node.computed || isFixed(node.property) || !isTable(node.object, sourceCode)) return;
        const table = sourceCode.getText(node.object);
        const message = `${table} has names that every object inherits: look up with \`own\`, or make it a Map.`;
        context.report({ node, message });
      },
      BinaryExpression(node) {
        if (node.operator !== 'in' || isFixed(node.left)) return;
        const message = '`in` finds names that every object inherits: use `Object.hasOwn`.';
        context.report({ node, message });
      },
    };
  },
};

/** Whether the name is written in the code. */
function isFixed({ type, expressions }) {
  return (
    type === 'Literal' ||
    type === 'PrivateIdentifier' ||
    (type === 'TemplateLiteral' && expressions.length === 0)
  );
}

/** Whether a variable holds an object literal, or a type says that it has any names. */
function isTable(node, sourceCode) {
  if (node.type === 'ObjectExpression') return true;
  if (node.type !== 'Identifier') return false;
  return variablesNamed(node, sourceCode).some(({ defs }) =>
    defs.some(({ name, node: definition }) => {
      const type = name.typeAnnotation && sourceCode.getText(name.typeAnnotation);
      if (type) return TABLE_TYPE.test(type);
      return definition.id === name && withoutCast(definition.init)?.type === 'ObjectExpression';
    }),
  );
}

/** The variable that the name stands for where it is used. */
function variablesNamed(node, sourceCode) {
  for (let scope = sourceCode.getScope(node); scope !== null; scope = scope.upper) {
    const variable = scope.set.get(node.name);
    if (variable !== undefined) return [variable];
  }
  return [];
}

function withoutCast(node) {
  return node?.type.startsWith('TS') === true ? withoutCast(node.expression) : node;
}
