/** Spanish. */
import { formatsFrom, type Formats } from '../formats.ts';
import { counter, listBy } from '../message.ts';
import type { Messages } from './en.ts';

export const formats = formatsFrom({
  months: [
    ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio'],
    ...['julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
  ],
  date: (day, month, year) => `${day} de ${month} de ${year}`,
  month: (month, year) => `${month} de ${year}`,
  group: '.',
  groupFrom: 5,
});

export const regions = ['ES'];

export function messages(use: Formats): Messages {
  const count = counter<'one'>('es', use.number);
  return {
    ...use,
    list: listBy(', '),

    skipToContent: 'Saltar al contenido',
    mainNavigation: 'Principal',
    home: 'Inicio',
    archive: 'Archivo',
    tags: 'Etiquetas',
    authors: 'Autores',
    subscribe: 'Suscribirse',
    siteBy: (author) => [' de ', author],

    theme: { title: 'Tema', system: 'Sistema', light: 'Claro', dark: 'Oscuro' },

    byline: (authors) => ['Por ', authors],
    updated: (date) => ['Actualizado el ', date],
    filedUnder: (tags) => ['Archivado en ', tags],
    readingTime: count({ one: '# min de lectura', other: '# min de lectura' }),
    contents: 'Contenido',
    related: 'Entradas relacionadas',
    firstPublished: (address) => ['Publicado originalmente en ', address],
    mentioned: 'Mencionado en esta entrada',
    draft: 'Borrador',
    scheduled: (date) => `Se publicará el ${date}`,

    posts: count({ one: '# entrada', other: '# entradas' }),
    noPosts: 'Aquí todavía no hay entradas.',
    noTags: 'Todavía no hay etiquetas.',
    noAuthors: 'Todavía no hay autores.',
    pages: 'Páginas',
    pageOf: (page, pages) => `Página ${page} de ${pages}`,
    newestPosts: 'Entradas más recientes',
    newerPosts: 'Entradas más recientes',
    olderPosts: 'Entradas anteriores',
    newer: 'Más reciente',
    older: 'Anterior',
    neighbours: {
      posts: 'Entradas más recientes y anteriores',
      months: 'Meses más recientes y anteriores',
    },

    descriptions: {
      archive: (site) => `Todas las entradas de ${site} por año y mes.`,
      period: (period, site) => `Entradas de ${period} en ${site}.`,
      tags: (site) => `Los temas de ${site}.`,
      tag: (tag, site) => `Entradas sobre ${tag} en ${site}.`,
      authors: (site) => `Quién escribe en ${site}.`,
      author: (author, site) => `Entradas de ${author} en ${site}.`,
      subscribe: (site) =>
        `Cómo enterarse de cada nueva entrada de ${site}, y las direcciones de sus canales.`,
      search: (site) => `Buscar en todas las entradas de ${site}.`,
      notFound: (site) => `Esta dirección no existe en ${site}.`,
    },

    profiles: { website: 'Sitio web', email: 'Correo electrónico', portrait: 'Retrato' },

    feedAddress: {
      copy: 'Copiar',
      copyWhat: (address) => ` ${address}`,
      address: 'la dirección',
      snippet: 'el código',
      formatAddress: (format) => `la dirección ${format}`,
      copied: 'Copiado',
      selected: 'Seleccionado',
    },

    follow: {
      tag: 'Seguir esta etiqueta',
      author: 'Seguir a este autor',
      how: 'Dele esta dirección a un lector de canales y le mostrará cada nueva entrada.',
    },

    subscribePage: {
      how: 'Dele esta dirección a un lector de canales y le mostrará cada nueva entrada:',
      whatIsReader: '¿Qué es un lector de canales?',
      reader:
        'Un canal (en inglés, «feed») es una lista de las entradas más recientes de un blog, hecha para programas. Un lector de canales es una aplicación o un sitio web que consulta los canales que usted ha elegido y le muestra en un solo lugar lo que hay de nuevo. Es como un buzón para blogs, con estas diferencias:',
      differences: [
        'No da a nadie su dirección de correo ni necesita una cuenta aquí.',
        'Nada le sigue: un canal no usa cookies ni ejecuta programas.',
        'Ningún algoritmo elige por usted: ve todas las entradas de los blogs que sigue, y nada más.',
        'Lo deja cuando quiere: basta con quitar la dirección de su lector.',
      ],
      howToBegin: 'Cómo empezar',
      steps: [
        'Elija un lector de canales. Muchos son gratuitos: Thunderbird para ordenadores, NetNewsWire para dispositivos de Apple, Feeder para Android, Feedly o Inoreader en el navegador.',
        'Copie la dirección que está al principio de esta página.',
        'En el lector, busque «Añadir canal», «Seguir» o un signo más, y pegue allí la dirección.',
      ],
      otherFormats: 'Otros formatos',
      rss: 'La dirección del principio es la de un canal RSS, que todos los lectores entienden.',
      atom: 'Las mismas entradas, en un formato más nuevo.',
      json: 'Las mismas entradas, en el formato más reciente, para el que es fácil escribir programas.',
      opml: 'Una lista de todos los canales de este sitio, para los lectores que puedan importarla.',
      onlySome: 'Solo algunas entradas',
      onlySomeHow:
        'Cada etiqueta y cada autor tienen también su canal. Cada nombre de esta lista es un enlace a uno: copie el enlace, manteniéndolo pulsado o con el botón derecho del ratón, y déselo a su lector.',
    },

    search: {
      title: 'Buscar',
      field: 'Palabras que buscar',
      filters: {
        tag: { label: 'Etiqueta', all: 'Todas las etiquetas' },
        author: { label: 'Autor', all: 'Todos los autores' },
        year: { label: 'Año', all: 'Todos los años' },
      },
      results: count({ one: '# resultado', other: '# resultados' }),
      none: 'No se ha encontrado nada.',
      more: 'Más resultados',
      close: 'Cerrar',
      failed: 'No se ha podido cargar el buscador. Inténtelo de nuevo más tarde.',
      needsScript:
        'El buscador funciona en su navegador y necesita JavaScript, que está desactivado.',
      absent: 'Esta copia del sitio no tiene buscador.',
    },

    notFoundPage: {
      title: 'Página no encontrada',
      text: 'En esta dirección no crece nada. Puede que lo que buscaba siga por aquí.',
      allPosts: 'Todas las entradas por fecha',
      allTags: 'Todas las etiquetas',
      moved: 'La dirección ha cambiado',
      movedText: 'Lo que buscaba está ahora aquí:',
      similar: 'Quizá una de estas',
      similarText: 'Sus nombres son los más parecidos a la dirección:',
    },

    feeds: {
      rss: 'Canal RSS',
      atom: 'Canal Atom',
      note: 'Esto es un canal, hecho para programas. Copie su dirección de la parte superior de esta ventana y désela a un lector de canales: le mostrará cada nueva entrada.',
      about:
        'Esto es un canal, hecho para programas. Dele su dirección a un lector de canales: le mostrará cada nueva entrada.',
      comments: (site) => `Comentarios – ${site}`,
      commentsText: 'Los comentarios se quedaron atrás cuando este blog dejó Blogger.',
    },

    moved: {
      title: 'Este blog se ha mudado',
      address: (link) => ['Su nueva dirección es ', link],
      page: (link) => ['La página que busca está ahora aquí: ', link],
      noPage: (archive) => [
        'La página que busca no tiene allí una página propia. Encontrará todas las entradas en ',
        archive('el archivo'),
        ', que se abrirá en unos segundos.',
      ],
    },

    body: {
      alerts: {
        note: 'Nota',
        tip: 'Consejo',
        important: 'Importante',
        warning: 'Advertencia',
        caution: 'Precaución',
      },
      footnotes: 'Notas al pie',
      backToReference: (number) => `Volver a la referencia ${number}`,
      table: 'Tabla',
      linkTo: (place) => `Enlace a ${place}`,
      linkToSection: (heading) => `Enlace a «${heading}»`,
      fullSizeImage: 'Imagen a tamaño completo',
      embedded: (host) => `Contenido incrustado de ${host}`,
    },
  };
}
