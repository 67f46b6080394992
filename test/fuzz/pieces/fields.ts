/** Front matter whose words are known. */

const KEYS = ['title', 'description', 'imageAlt'];
const VALUES = [
  ...[
    '§',
    'Episode #§: roses §',
    'issue #§ and §',
    '§ #§',
    '§ # §',
    '§#§',
    'C# §',
    '§: §',
    'a: §',
    '§ - §',
    "'§ #§'",
  ],
  ...[
    '"§ # §"',
    "'§ ''§'''",
    '"§\\n§"',
    '>\n  §\n  § #§',
    '|\n  §\n  # §\n  §',
    '>-\n  §\n\n  § # §',
    '§\n  §',
    '§\n  § #§',
  ],
  ...[
    '[§]',
    '{§: §}',
    '[§, §',
    '"§',
    "'§",
    '@§',
    '`§`',
    '%§',
    '&§ x',
    '*§',
    '!§ x',
    '- §',
    '? §',
    '§ <§> &amp; §',
  ],
  ...['§，#§', '§ &§', '~ §', 'null §', '2024 §', 'yes #§', '2024-01-01 #§', '12 # §'],
];

/** Lines between the two `---`; each `§` stands for a word of its own. */
export const FIELDS: readonly string[] = [
  ...KEYS.flatMap((key) => VALUES.map((value) => `${key}: ${value}`)),
  ...[
    '[§, §]',
    '[§ #§]',
    '§ #§',
    '\n  - § #§\n  - "§ #§"',
    '\n  - §\n  -§',
    '§, §',
    '[§：§]',
    '\n- §\n- § # §',
  ].map((value) => `tags: ${value}`),
  ...['author: § (#§)', 'author: §, §'],
];
