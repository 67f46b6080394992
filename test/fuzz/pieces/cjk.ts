/** Chinese, Japanese and Korean. */
import { piece, pieces, type Piece } from './piece.ts';

export const CJK: readonly Piece[] = [
  ...pieces('CJK emphasis', {
    '**§：**不§': 'strong,',
    '**「§」**は§': 'strong,',
    '这是**“§”**的§': 'strong,',
    '*（§）*を§': 'em,',
    '**(§)**는 §': 'strong,',
    '~~（§）~~的§': 'del,',
    '他说：**§。**我§': 'strong,',
    '***「§」***と§': 'em strong,',
    '**`§`**を§': 'strong code,',
    '请看[§](https://example.org/)。§': 'a,',
  }),
  ...pieces('address in CJK', {
    '请看https://example.org/§，§': 'a,',
    '见https://example.org/§。§': 'a,',
    '（https://example.org/§）§': 'a,',
    '「www.example.org/§」§': 'any,',
    '写信到§@example.org。§': 'a,',
    'https://example.org/§、https://example.org/§': 'a',
    'https://example.org/§！§': 'a,',
    '<https://example.org/§>，§': 'a,',
  }),
  piece('CJK line break', '他§说\n好§', '', { text: '他§说好§' }),
  piece('CJK line break', '§。\n第二§', '', { text: '§。第二§' }),
  piece('CJK line break', '日本§の\nかな§', '', { text: '日本§のかな§' }),
  piece('CJK line break', '한국§어\n한글§', '', { text: '한국§어 한글§' }),
  piece('CJK line break', '中文 §\n§ 中文', '', { text: '中文 § § 中文' }),
  piece('CJK emphasis', '中*文§字*\n汉字§', 'em,', { text: '中文§字汉字§' }),
];
