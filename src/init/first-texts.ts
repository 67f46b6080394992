/** Title and text of the first post and page of a new blog, in the languages of the interface. */

export interface FirstText {
  readonly title: string;
  readonly body: string;
}

export interface FirstTexts {
  readonly post: FirstText;
  readonly about: FirstText;
}

/** File of the first post, and of the page about the blog. */
export const POST_FILE = 'content/posts/first-post/index.md';
export const ABOUT_FILE = 'content/pages/about.md';

const NEW = '`npm run new -- "Title"`';

export const ENGLISH_TEXTS: FirstTexts = {
  post: {
    title: 'Hello',
    body: `This is the first post of this blog. Its text is in \`${POST_FILE}\`: change it, and this page changes.

Posts are written in Markdown, with **bold** and *italic* words, [links](/about/), lists, quotations, code and
images. ${NEW} starts the next one.

Readers can follow the blog with its [feed](/rss.xml).`,
  },
  about: {
    title: 'About',
    body: `Who writes this blog, and what is it about? Say so in \`${ABOUT_FILE}\`.`,
  },
};

/** By language, without regions. */
export const FIRST_TEXTS: Readonly<Record<string, FirstTexts>> = {
  ar: {
    post: {
      title: 'مرحبًا',
      body: `هذه أول تدوينة في هذه المدونة. نصها في الملف \`${POST_FILE}\`، وكل تعديل فيه يظهر في الصفحة.

تُكتب التدوينات بلغة Markdown: كلمات **عريضة** و*مائلة*، و[روابط](/about/)، وقوائم واقتباسات وشيفرات وصور.
ولبدء التدوينة التالية: ${NEW}.

ويمكن متابعة الجديد عبر [الخلاصة](/rss.xml).`,
    },
    about: {
      title: 'عن المدونة',
      body: `من يكتب هنا، وعن ماذا؟ اكتب ذلك في \`${ABOUT_FILE}\`.`,
    },
  },
  de: {
    post: {
      title: 'Hallo',
      body: `Das ist der erste Beitrag in diesem Blog. Sein Text steht in \`${POST_FILE}\`: Wer ihn ändert, ändert
die Seite.

Beiträge sind in Markdown geschrieben, mit **fetten** und *kursiven* Wörtern, [Links](/about/), Listen, Zitaten, Code
und Bildern. Der nächste beginnt mit ${NEW}.

Neue Beiträge gibt es auch als [Feed](/rss.xml).`,
    },
    about: {
      title: 'Über dieses Blog',
      body: `Wer schreibt hier, und worüber? Das gehört in \`${ABOUT_FILE}\`.`,
    },
  },
  en: ENGLISH_TEXTS,
  es: {
    post: {
      title: 'Hola',
      body: `Esta es la primera entrada de este blog. Su texto está en \`${POST_FILE}\`: al cambiarlo, cambia la página.

Las entradas se escriben en Markdown, con palabras en **negrita** y *cursiva*, [enlaces](/about/), listas, citas,
código e imágenes. ${NEW} crea la siguiente.

Las entradas nuevas también llegan por [RSS](/rss.xml).`,
    },
    about: {
      title: 'Acerca de',
      body: `¿Quién escribe aquí y sobre qué? Cuéntalo en \`${ABOUT_FILE}\`.`,
    },
  },
  fr: {
    post: {
      title: 'Bonjour',
      body: `Voici le premier billet de ce blog. Son texte se trouve dans \`${POST_FILE}\` : modifiez-le, et la page suit.

Les billets s’écrivent en Markdown, avec des mots en **gras** et en *italique*, des [liens](/about/), des listes, des
citations, du code et des images. ${NEW} crée le suivant.

Les nouveaux billets sont aussi dans le [flux](/rss.xml).`,
    },
    about: {
      title: 'À propos',
      body: `Qui écrit ici, et sur quoi ? Dites-le dans \`${ABOUT_FILE}\`.`,
    },
  },
  ja: {
    post: {
      title: 'はじめまして',
      body: `このブログの最初の記事です。本文は \`${POST_FILE}\` にあります。書き換えると、このページも変わります。

記事は Markdown で書きます。**太字**、*斜体*、[リンク](/about/)、リスト、引用、コード、画像が使えます。次の記事は ${NEW} で作れます。

新しい記事は[フィード](/rss.xml)でも読めます。`,
    },
    about: {
      title: 'このブログについて',
      body: `誰が、何について書いているのか。\`${ABOUT_FILE}\` に書いてください。`,
    },
  },
};
