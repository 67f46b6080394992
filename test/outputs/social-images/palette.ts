/** Colours of cards, for tests. */
export const colours = {
  paper: '#fbfaf5',
  ink: '#23271f',
  soft: '#585e52',
  accent: '#22644a',
  rule: '#dcd9cb',
};
