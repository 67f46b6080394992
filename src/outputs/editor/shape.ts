/** How values of a file differ from those that the editor shows. Types only: the browser has the functions. */

/** JSON, as far as fields hold it. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value };

export interface Shape {
  /**
   * `list`: the file may hold the only item instead of a list.
   * `named`: the file may hold the text of `key` instead of a table.
   * `yaml`: the editor shows the value as YAML.
   */
  readonly kind?: 'list' | 'named' | 'yaml';
  readonly key?: string;
  /** What a field means that the file does not have. */
  readonly default?: Value;
  /** Of the fields of a table. */
  readonly fields?: Shapes;
  /** Of the fields of each table of a list. */
  readonly items?: Shapes;
}

export type Shapes = Readonly<Record<string, Shape>>;

/** Files of a kind. */
export interface FileFormat {
  readonly extension: 'md' | 'yaml' | 'json';
  readonly shapes: Shapes;
  /** The file maps names to tables; the editor shows a list of these, with `name`, in this field. */
  readonly map?: string;
}
