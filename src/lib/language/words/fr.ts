/** French. Narrow no-break space before `?`, `!` and `;`, no-break space before `:` and inside « ». */
import { formatsFrom, type Formats } from '../formats.ts';
import { counter, listBy } from '../message.ts';
import type { Messages } from './en.ts';

export const formats = formatsFrom({
  months: [
    ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
    ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ],
  date: (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`,
  month: (month, year) => `${month} ${year}`,
  group: '\u202f',
});

export const regions = ['FR', 'BE', 'CA', 'LU', 'MC'];

export function messages(use: Formats): Messages {
  const count = counter<'one'>('fr', use.number);
  return {
    ...use,
    list: listBy(', '),

    skipToContent: 'Aller au contenu',
    mainNavigation: 'Navigation principale',
    home: 'Accueil',
    archive: 'Archives',
    tags: 'Mots-clés',
    authors: 'Auteurs',
    subscribe: 'S’abonner',
    siteBy: (author) => [', par ', author],

    theme: { title: 'Thème', system: 'Système', light: 'Clair', dark: 'Sombre' },

    byline: (authors) => ['Par ', authors],
    updated: (date) => ['Mis à jour le ', date],
    filedUnder: (tags) => ['Classé dans ', tags],
    readingTime: count({ one: '# min de lecture', other: '# min de lecture' }),
    contents: 'Sommaire',
    related: 'Articles similaires',
    firstPublished: (address) => ['Paru d’abord à l’adresse ', address],
    mentioned: 'Mentionné dans cet article',
    draft: 'Brouillon',
    scheduled: (date) => `À paraître le ${date}`,

    posts: count({ one: '# article', other: '# articles' }),
    noPosts: 'Il n’y a pas encore d’articles ici.',
    noTags: 'Il n’y a pas encore de mots-clés.',
    noAuthors: 'Il n’y a pas encore d’auteurs.',
    pages: 'Pages',
    pageOf: (page, pages) => `Page ${page} sur ${pages}`,
    newestPosts: 'Articles les plus récents',
    newerPosts: 'Articles plus récents',
    olderPosts: 'Articles plus anciens',
    newer: 'Plus récent',
    older: 'Plus ancien',
    neighbours: {
      posts: 'Articles plus récents et plus anciens',
      months: 'Mois plus récents et plus anciens',
    },

    descriptions: {
      archive: (site) => `Tous les articles de ${site}, par année et par mois.`,
      period: (period, site) => `${site}\u00a0: les articles, ${period}.`,
      tags: (site) => `Les sujets de ${site}.`,
      tag: (tag, site) => `Articles sur «\u00a0${tag}\u00a0» dans ${site}.`,
      authors: (site) => `Qui écrit dans ${site}.`,
      author: (author, site) => `Articles de ${author} dans ${site}.`,
      subscribe: (site) =>
        `Comment être averti de chaque nouvel article de ${site}, et les adresses de ses flux.`,
      search: (site) => `Rechercher dans tous les articles de ${site}.`,
      notFound: (site) => `Cette adresse n’existe pas dans ${site}.`,
    },

    profiles: { website: 'Site web', email: 'Courriel', portrait: 'Portrait' },

    feedAddress: {
      copy: 'Copier',
      copyWhat: (address) => ` ${address}`,
      address: 'l’adresse',
      snippet: 'le code',
      formatAddress: (format) => `l’adresse ${format}`,
      copied: 'Copié',
      selected: 'Sélectionné',
    },

    follow: {
      tag: 'Suivre ce mot-clé',
      author: 'Suivre cet auteur',
      how: 'Donnez cette adresse à un lecteur de flux, et il vous montrera chaque nouvel article.',
    },

    subscribePage: {
      how: 'Donnez cette adresse à un lecteur de flux, et il vous montrera chaque nouvel article\u00a0:',
      whatIsReader: 'Qu’est-ce qu’un lecteur de flux\u202f?',
      reader:
        'Un flux est une liste des derniers articles d’un blog, faite pour des programmes. Un lecteur de flux est une application ou un site web qui consulte les flux que vous avez choisis et vous montre au même endroit ce qu’il y a de nouveau. C’est comme une boîte aux lettres pour les blogs, à quelques différences près\u00a0:',
      differences: [
        'Vous ne donnez votre adresse électronique à personne, et vous n’avez pas besoin de compte ici.',
        'Rien ne vous suit à la trace\u00a0: un flux ne dépose pas de cookies et n’exécute pas de scripts.',
        'Aucun algorithme ne choisit pour vous\u00a0: vous voyez tous les articles des blogs que vous suivez, et rien d’autre.',
        'Vous arrêtez quand vous voulez, en retirant l’adresse de votre lecteur.',
      ],
      howToBegin: 'Pour commencer',
      steps: [
        'Choisissez un lecteur de flux. Beaucoup sont gratuits\u00a0: Thunderbird pour les ordinateurs, NetNewsWire pour les appareils d’Apple, Feeder pour Android, Feedly ou Inoreader dans le navigateur.',
        'Copiez l’adresse en haut de cette page.',
        'Dans le lecteur, cherchez «\u00a0Ajouter un flux\u00a0», «\u00a0Suivre\u00a0» ou un signe plus, et collez-y l’adresse.',
      ],
      otherFormats: 'Autres formats',
      rss: 'L’adresse en haut de la page est celle d’un flux RSS, que tous les lecteurs comprennent.',
      atom: 'Les mêmes articles, dans un format plus récent.',
      json: 'Les mêmes articles, dans le format le plus récent, pour lequel il est facile d’écrire des programmes.',
      opml: 'La liste de tous les flux de ce site, pour les lecteurs qui savent en importer une.',
      onlySome: 'Une partie des articles seulement',
      onlySomeHow:
        'Chaque mot-clé et chaque auteur a aussi son flux. Chaque nom de cette liste est un lien vers l’un d’eux\u00a0: copiez le lien, par un appui long ou avec le bouton droit de la souris, et donnez-le à votre lecteur.',
    },

    search: {
      title: 'Recherche',
      field: 'Mots à chercher',
      filters: {
        tag: { label: 'Mot-clé', all: 'Tous les mots-clés' },
        author: { label: 'Auteur', all: 'Tous les auteurs' },
        year: { label: 'Année', all: 'Toutes les années' },
      },
      results: count({ one: '# résultat', other: '# résultats' }),
      none: 'Aucun résultat.',
      more: 'Plus de résultats',
      close: 'Fermer',
      failed: 'La recherche n’a pas pu être chargée. Veuillez réessayer plus tard.',
      needsScript:
        'La recherche s’exécute dans votre navigateur et a besoin de JavaScript, qui est désactivé.',
      absent: 'Cette copie du site n’a pas de recherche.',
    },

    notFoundPage: {
      title: 'Page introuvable',
      text: 'Rien ne pousse à cette adresse. Ce que vous cherchiez est peut-être encore ici.',
      allPosts: 'Tous les articles par date',
      allTags: 'Tous les mots-clés',
      moved: 'L’adresse a changé',
      movedText: 'Ce que vous cherchiez est maintenant ici\u00a0:',
      similar: 'Peut-être l’une de ces pages',
      similarText: 'Leurs noms sont les plus proches de l’adresse\u00a0:',
    },

    feeds: {
      rss: 'Flux RSS',
      atom: 'Flux Atom',
      note: 'Ceci est un flux, fait pour des programmes. Copiez son adresse en haut de cette fenêtre et donnez-la à un lecteur de flux\u00a0: il vous montrera chaque nouvel article.',
      about:
        'Ceci est un flux, fait pour des programmes. Donnez son adresse à un lecteur de flux\u00a0: il vous montrera chaque nouvel article.',
      comments: (site) => `Commentaires – ${site}`,
      commentsText: 'Les commentaires sont restés sur Blogger quand ce blog l’a quitté.',
    },

    moved: {
      title: 'Ce blog a déménagé',
      address: (link) => ['Sa nouvelle adresse est ', link],
      page: (link) => ['La page que vous cherchez est maintenant ici\u00a0: ', link],
      noPage: (archive) => [
        'La page que vous cherchez n’y a pas d’équivalent. Vous trouverez tous les articles dans ',
        archive('les archives'),
        ', qui s’ouvriront dans quelques secondes.',
      ],
    },

    body: {
      alerts: {
        note: 'Remarque',
        tip: 'Astuce',
        important: 'Important',
        warning: 'Avertissement',
        caution: 'Attention',
      },
      footnotes: 'Notes',
      backToReference: (number) => `Retour à l’appel de note ${number}`,
      table: 'Tableau',
      linkTo: (place) => `Lien vers ${place}`,
      linkToSection: (heading) => `Lien vers «\u00a0${heading}\u00a0»`,
      fullSizeImage: 'Image en taille réelle',
      embedded: (host) => `Contenu intégré de ${host}`,
    },
  };
}
