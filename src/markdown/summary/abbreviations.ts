/** Abbreviations of the languages that the interface is translated to, as far as a sentence may go on after them. */

/** Any of them may be capitalised; those that are capitalised here always are. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set([
  // English
  ...['mr', 'mrs', 'ms', 'mx', 'messrs', 'dr', 'prof', 'st', 'sts', 'jr', 'sr', 'esq', 'Rev'],
  ...['Hon', 'Gen', 'Col', 'Maj', 'Capt', 'Cmdr', 'Lt', 'Sgt', 'Gov', 'Sen', 'Rep', 'Pres', 'Mt'],
  ...['Ft', 'Ph', 'inc', 'ltd', 'llc', 'corp', 'Co', 'Cos', 'bros', 'assn', 'dept', 'univ', 'Ave'],
  ...['blvd', 'Rd', 'vs', 'viz', 'cf', 'al', 'approx', 'eds', 'incl', 'excl', 'esp', 'resp'],
  // German
  ...[
    'Abk',
    'allg',
    'Anm',
    'Aufl',
    'bes',
    'bspw',
    'bzgl',
    'bzw',
    'ca',
    'Chr',
    'dgl',
    'Dipl',
    'ebd',
  ],
  ...[
    'ehem',
    'eigtl',
    'einschl',
    'entspr',
    'evtl',
    'exkl',
    'Fa',
    'Fr',
    'geb',
    'gegr',
    'gem',
    'ggf',
  ],
  ...['Hbf', 'Hr', 'Hrn', 'Hrsg', 'Ing', 'inkl', 'insb', 'insbes', 'Jh', 'lat', 'lt', 'max', 'min'],
  ...[
    'mind',
    'Mio',
    'Mrd',
    'sog',
    'Std',
    'Str',
    'Tsd',
    'urspr',
    'usf',
    'Verf',
    'vgl',
    'wg',
    'zzgl',
  ],
  // French
  ...['MM', 'Mgr', 'Mlle', 'Mme', 'av', 'apr', 'bd', 'boul', 'env', 'ex', 'hab', 'tél'],
  // Spanish
  ...['Sra', 'Sras', 'Sres', 'Srta', 'Dra', 'Dña', 'Ud', 'Uds', 'Vd', 'Vds', 'EE', 'UU', 'aprox'],
  ...['avda', 'cía', 'ej', 'gral', 'prov', 'tel'],
]);

/** In lower case. */
export const BEFORE_NUMBERS: ReadonlySet<string> = new Set([
  ...['no', 'nos', 'nr', 'núm', 'nº', 'fig', 'figs', 'abb', 'vol', 'vols', 'bd', 'band', 'tome'],
  ...['pp', 'pg', 'pág', 'págs', 'ch', 'chap', 'cap', 'kap', 'sec', 'sect', 'abs', 'art', 'par'],
  ...['ver', 'est', 'ed', 'op', 'tab', 'eq'],
  ...['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'],
  ...['okt', 'dez', 'janv', 'févr', 'avr', 'juil', 'déc', 'ene', 'abr', 'ago', 'dic'],
]);
