/** Values of a benchmark's flags. A wrong one ends it with exit code 2. */

export function positive(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  return refuse(`${text} is not a whole number above zero.`);
}

export function oneOf<Name extends string>(names: readonly Name[], text: string): Name {
  const name = names.find((known) => known === text);
  return name ?? refuse(`There is no "${text}". Choose from ${names.join(', ')}.`);
}

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}
