/** German. */
import { formatsFrom, type Formats } from '../formats.ts';
import { counter, listBy } from '../message.ts';
import type { Messages } from './en.ts';

export const formats = formatsFrom({
  months: [
    ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'],
    ...['Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  ],
  date: (day, month, year) => `${day}. ${month} ${year}`,
  month: (month, year) => `${month} ${year}`,
  group: '.',
});

export const regions = ['DE'];

export function messages(use: Formats): Messages {
  const count = counter<'one'>('de', use.number);
  return {
    ...use,
    list: listBy(', '),

    skipToContent: 'Zum Inhalt springen',
    mainNavigation: 'Hauptmenü',
    home: 'Startseite',
    archive: 'Archiv',
    tags: 'Schlagwörter',
    authors: 'Autoren',
    subscribe: 'Abonnieren',
    siteBy: (author) => [' von ', author],

    theme: { title: 'Farbschema', system: 'System', light: 'Hell', dark: 'Dunkel' },

    byline: (authors) => ['Von ', authors],
    updated: (date) => ['Aktualisiert am ', date],
    filedUnder: (tags) => ['Schlagwörter: ', tags],
    readingTime: count({ one: '# Min. Lesezeit', other: '# Min. Lesezeit' }),
    contents: 'Inhalt',
    related: 'Ähnliche Beiträge',
    firstPublished: (address) => ['Zuerst erschienen unter ', address],
    mentioned: 'In diesem Beitrag erwähnt',
    draft: 'Entwurf',
    scheduled: (date) => `Erscheint am ${date}`,

    posts: count({ one: '# Beitrag', other: '# Beiträge' }),
    noPosts: 'Hier gibt es noch keine Beiträge.',
    noTags: 'Es gibt noch keine Schlagwörter.',
    noAuthors: 'Es gibt noch keine Autoren.',
    pages: 'Seiten',
    pageOf: (page, pages) => `Seite ${page} von ${pages}`,
    newestPosts: 'Neueste Beiträge',
    newerPosts: 'Neuere Beiträge',
    olderPosts: 'Ältere Beiträge',
    newer: 'Neuer',
    older: 'Älter',
    neighbours: { posts: 'Neuere und ältere Beiträge', months: 'Neuere und ältere Monate' },

    descriptions: {
      archive: (site) => `Alle Beiträge von ${site} nach Jahr und Monat.`,
      period: (period, site) => `${period}: die Beiträge auf ${site}.`,
      tags: (site) => `Die Themen von ${site}.`,
      tag: (tag, site) => `Beiträge zu ${tag} auf ${site}.`,
      authors: (site) => `Wer auf ${site} schreibt.`,
      author: (author, site) => `Beiträge von ${author} auf ${site}.`,
      subscribe: (site) =>
        `Wie man von jedem neuen Beitrag auf ${site} erfährt, und die Adressen der Feeds.`,
      search: (site) => `Suche in allen Beiträgen von ${site}.`,
      notFound: (site) => `Diese Adresse gibt es auf ${site} nicht.`,
    },

    profiles: { website: 'Website', email: 'E-Mail', portrait: 'Porträt' },

    feedAddress: {
      copy: 'Kopieren',
      copyWhat: (address) => `: ${address}`,
      address: 'Adresse',
      snippet: 'Code',
      formatAddress: (format) => `${format.replace(' ', '-')}-Adresse`,
      copied: 'Kopiert',
      selected: 'Ausgewählt',
    },

    follow: {
      tag: 'Diesem Schlagwort folgen',
      author: 'Diesem Autor folgen',
      how: 'Geben Sie diese Adresse einem Feedreader, und er zeigt Ihnen jeden neuen Beitrag.',
    },

    subscribePage: {
      how: 'Geben Sie diese Adresse einem Feedreader, und er zeigt Ihnen jeden neuen Beitrag:',
      whatIsReader: 'Was ist ein Feedreader?',
      reader:
        'Ein Feed ist eine Liste der neuesten Beiträge eines Blogs, gemacht für Programme. Ein Feedreader ist eine App oder eine Website, die nach den Feeds sieht, die Sie ausgewählt haben, und Ihnen an einem Ort zeigt, was es Neues gibt. Er ist wie ein Postfach für Blogs, mit diesen Unterschieden:',
      differences: [
        'Sie geben niemandem Ihre E-Mail-Adresse und brauchen hier kein Konto.',
        'Nichts verfolgt Sie: Ein Feed setzt keine Cookies und führt keine Skripte aus.',
        'Kein Algorithmus wählt für Sie aus: Sie sehen jeden Beitrag der Blogs, denen Sie folgen, und sonst nichts.',
        'Sie hören auf, wann Sie möchten: Nehmen Sie einfach die Adresse aus Ihrem Reader.',
      ],
      howToBegin: 'So fangen Sie an',
      steps: [
        'Wählen Sie einen Feedreader. Viele sind kostenlos: Thunderbird für Computer, NetNewsWire für Geräte von Apple, Feeder für Android, Feedly oder Inoreader im Browser.',
        'Kopieren Sie die Adresse oben auf dieser Seite.',
        'Suchen Sie im Reader nach „Feed hinzufügen“, „Folgen“ oder einem Pluszeichen, und fügen Sie die Adresse dort ein.',
      ],
      otherFormats: 'Andere Formate',
      rss: 'Die Adresse oben ist die eines RSS-Feeds, den jeder Reader versteht.',
      atom: 'Dieselben Beiträge, in einem neueren Format.',
      json: 'Dieselben Beiträge, im neuesten Format, für das sich leicht Programme schreiben lassen.',
      opml: 'Eine Liste aller Feeds dieser Website, für Reader, die eine solche einlesen können.',
      onlySome: 'Nur ein Teil der Beiträge',
      onlySomeHow:
        'Auch jedes Schlagwort und jeder Autor hat einen Feed. Jeder Name hier ist ein Link darauf: Kopieren Sie den Link, indem Sie ihn gedrückt halten oder mit der rechten Maustaste anklicken, und geben Sie ihn Ihrem Reader.',
    },

    search: {
      title: 'Suche',
      field: 'Gesuchte Wörter',
      filters: {
        tag: { label: 'Schlagwort', all: 'Alle Schlagwörter' },
        author: { label: 'Autor', all: 'Alle Autoren' },
        year: { label: 'Jahr', all: 'Alle Jahre' },
      },
      results: count({ one: '# Treffer', other: '# Treffer' }),
      none: 'Nichts gefunden.',
      more: 'Weitere Treffer',
      close: 'Schließen',
      failed: 'Die Suche konnte nicht geladen werden. Bitte versuchen Sie es später noch einmal.',
      needsScript:
        'Die Suche läuft in Ihrem Browser und braucht JavaScript, das ausgeschaltet ist.',
      absent: 'Diese Kopie der Website hat keine Suche.',
    },

    notFoundPage: {
      title: 'Seite nicht gefunden',
      text: 'Unter dieser Adresse wächst nichts. Was Sie gesucht haben, ist vielleicht trotzdem noch da.',
      allPosts: 'Alle Beiträge nach Datum',
      allTags: 'Alle Schlagwörter',
      moved: 'Die Adresse hat sich geändert',
      movedText: 'Was Sie gesucht haben, ist jetzt hier:',
      similar: 'Vielleicht eine von diesen Seiten',
      similarText: 'Ihre Namen kommen der Adresse am nächsten:',
    },

    feeds: {
      rss: 'RSS-Feed',
      atom: 'Atom-Feed',
      note: 'Dies ist ein Feed, gemacht für Programme. Kopieren Sie seine Adresse oben aus diesem Fenster und geben Sie sie einem Feedreader: Er zeigt Ihnen jeden neuen Beitrag.',
      about:
        'Dies ist ein Feed, gemacht für Programme. Geben Sie seine Adresse einem Feedreader: Er zeigt Ihnen jeden neuen Beitrag.',
      comments: (site) => `Kommentare – ${site}`,
      commentsText: 'Die Kommentare sind zurückgeblieben, als dieses Blog Blogger verließ.',
    },

    moved: {
      title: 'Dieses Blog ist umgezogen',
      address: (link) => ['Die neue Adresse lautet ', link],
      page: (link) => ['Die gesuchte Seite ist jetzt hier: ', link],
      noPage: (archive) => [
        'Die gesuchte Seite hat dort keine eigene Adresse. Alle Beiträge finden Sie im ',
        archive('Archiv'),
        ', das sich in wenigen Sekunden öffnet.',
      ],
    },

    body: {
      alerts: {
        note: 'Hinweis',
        tip: 'Tipp',
        important: 'Wichtig',
        warning: 'Warnung',
        caution: 'Vorsicht',
      },
      footnotes: 'Fußnoten',
      backToReference: (number) => `Zurück zum Verweis ${number}`,
      table: 'Tabelle',
      linkTo: (place) => `Link zu ${place}`,
      linkToSection: (heading) => `Link zu „${heading}“`,
      fullSizeImage: 'Bild in voller Größe',
      embedded: (host) => `Eingebetteter Inhalt von ${host}`,
    },
  };
}
