/** Arabic, with Latin digits and no regions: digits and month names differ by country. */
import { formatsFrom, type Formats } from '../formats.ts';
import { counter, listBy } from '../message.ts';
import type { Messages } from './en.ts';

export const formats = formatsFrom({
  months: [
    ...['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو'],
    ...['يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'],
  ],
  date: (day, month, year) => `${day} ${month} ${year}`,
  month: (month, year) => `${month} ${year}`,
  group: ',',
});

export const regions: readonly string[] = [];

export function messages(use: Formats): Messages {
  const count = counter<'zero' | 'one' | 'two' | 'few' | 'many'>('ar', use.number);
  return {
    ...use,
    list: listBy('، '),

    skipToContent: 'انتقل إلى المحتوى',
    mainNavigation: 'التنقل الرئيسي',
    home: 'الصفحة الرئيسية',
    archive: 'الأرشيف',
    tags: 'الوسوم',
    authors: 'الكُتّاب',
    subscribe: 'الاشتراك',
    siteBy: (author) => [' – ', author],

    theme: { title: 'المظهر', system: 'النظام', light: 'فاتح', dark: 'داكن' },

    byline: (authors) => ['بقلم ', authors],
    updated: (date) => ['آخر تحديث: ', date],
    filedUnder: (tags) => ['الوسوم: ', tags],
    readingTime: count({
      zero: 'أقل من دقيقة للقراءة',
      one: 'دقيقة واحدة للقراءة',
      two: 'دقيقتان للقراءة',
      few: '# دقائق للقراءة',
      many: '# دقيقة للقراءة',
      other: '# دقيقة للقراءة',
    }),
    contents: 'المحتويات',
    related: 'تدوينات ذات صلة',
    firstPublished: (address) => ['نُشرت أول مرة في ', address],
    mentioned: 'ورد ذكره في هذه التدوينة',
    draft: 'مسودة',
    scheduled: (date) => `يُنشر في ${date}`,

    posts: count({
      zero: 'لا تدوينات',
      one: 'تدوينة واحدة',
      two: 'تدوينتان',
      few: '# تدوينات',
      many: '# تدوينة',
      other: '# تدوينة',
    }),
    noPosts: 'لا توجد تدوينات هنا بعد.',
    noTags: 'لا توجد وسوم بعد.',
    noAuthors: 'لا يوجد كُتّاب بعد.',
    pages: 'الصفحات',
    pageOf: (page, pages) => `الصفحة ${page} من ${pages}`,
    newestPosts: 'أحدث التدوينات',
    newerPosts: 'تدوينات أحدث',
    olderPosts: 'تدوينات أقدم',
    newer: 'الأحدث',
    older: 'الأقدم',
    neighbours: { posts: 'التدوينات الأحدث والأقدم', months: 'الأشهر الأحدث والأقدم' },

    descriptions: {
      archive: (site) => `كل تدوينات ${site} مرتبة حسب السنة والشهر.`,
      period: (period, site) => `تدوينات ${period} في ${site}.`,
      tags: (site) => `موضوعات ${site}.`,
      tag: (tag, site) => `تدوينات عن ${tag} في ${site}.`,
      authors: (site) => `من يكتب في ${site}.`,
      author: (author, site) => `تدوينات ${author} في ${site}.`,
      subscribe: (site) => `كيف تصلك كل تدوينة جديدة من ${site}، وعناوين خلاصاته.`,
      search: (site) => `البحث في كل تدوينات ${site}.`,
      notFound: (site) => `هذا العنوان غير موجود في ${site}.`,
    },

    profiles: { website: 'الموقع', email: 'البريد الإلكتروني', portrait: 'الصورة' },

    feedAddress: {
      copy: 'نسخ',
      copyWhat: (address) => ` ${address}`,
      address: 'العنوان',
      snippet: 'الشيفرة',
      formatAddress: (format) => `عنوان ${format}`,
      copied: 'تم النسخ',
      selected: 'تم التحديد',
    },

    follow: {
      tag: 'تابع هذا الوسم',
      author: 'تابع هذا الكاتب',
      how: 'أضف هذا العنوان إلى قارئ خلاصات، وسيعرض لك كل تدوينة جديدة.',
    },
    subscribePage: {
      how: 'أضف هذا العنوان إلى قارئ خلاصات، وسيعرض لك كل تدوينة جديدة:',
      whatIsReader: 'ما قارئ الخلاصات؟',
      reader:
        'الخلاصة قائمة بأحدث تدوينات مدونة ما، مُعدّة لتقرأها البرامج. وقارئ الخلاصات تطبيق أو موقع يتفقد الخلاصات التي اخترتها ويعرض لك الجديد كله في مكان واحد. إنه أشبه بصندوق بريد للمدونات، مع هذه الفروق:',
      differences: [
        'لا تعطي بريدك الإلكتروني لأحد، ولا تحتاج إلى حساب هنا.',
        'لا شيء يتعقبك: فالخلاصة لا تحفظ ملفات تعريف الارتباط ولا تشغّل برامج نصية.',
        'لا خوارزمية تختار عنك: ترى كل تدوينات المدونات التي تتابعها، ولا شيء سواها.',
        'تتوقف متى شئت، بحذف العنوان من القارئ.',
      ],
      howToBegin: 'كيف تبدأ',
      steps: [
        'اختر قارئ خلاصات. كثير منها مجاني: Thunderbird للحواسيب، وNetNewsWire لأجهزة Apple، وFeeder لأجهزة Android، وFeedly أو Inoreader في المتصفح.',
        'انسخ العنوان الموجود في أعلى هذه الصفحة.',
        'ابحث في القارئ عن «إضافة خلاصة» أو «متابعة» أو علامة زائد، والصق العنوان هناك.',
      ],
      otherFormats: 'صيغ أخرى',
      rss: 'العنوان في الأعلى هو عنوان خلاصة RSS، وهي صيغة يفهمها كل قارئ.',
      atom: 'التدوينات نفسها، بصيغة أحدث.',
      json: 'التدوينات نفسها، بأحدث صيغة، وهي صيغة تسهل كتابة البرامج لها.',
      opml: 'قائمة بكل خلاصات هذا الموقع، للقارئات التي تستطيع استيرادها.',
      onlySome: 'بعض التدوينات فقط',
      onlySomeHow:
        'لكل وسم ولكل كاتب خلاصة أيضًا. كل اسم هنا رابط إلى واحدة منها: انسخ الرابط، بالضغط المطوّل عليه أو بزر الفأرة الأيمن، وأضفه إلى القارئ.',
    },
    search: {
      title: 'البحث',
      field: 'كلمات للبحث عنها',
      filters: {
        tag: { label: 'الوسم', all: 'كل الوسوم' },
        author: { label: 'الكاتب', all: 'كل الكُتّاب' },
        year: { label: 'السنة', all: 'كل السنوات' },
      },
      results: count({
        zero: 'لا نتائج',
        one: 'نتيجة واحدة',
        two: 'نتيجتان',
        few: '# نتائج',
        many: '# نتيجة',
        other: '# نتيجة',
      }),
      none: 'لم يُعثر على شيء.',
      more: 'مزيد من النتائج',
      close: 'إغلاق',
      failed: 'تعذّر تحميل البحث. يُرجى المحاولة لاحقًا.',
      needsScript: 'يعمل البحث في متصفحك ويحتاج إلى JavaScript، وهو معطّل.',
      absent: 'لا بحث في هذه النسخة من الموقع.',
    },
    notFoundPage: {
      title: 'الصفحة غير موجودة',
      text: 'لا شيء ينبت في هذا العنوان. لعل ما تبحث عنه ما زال هنا.',
      allPosts: 'كل التدوينات حسب التاريخ',
      allTags: 'كل الوسوم',
      moved: 'تغيّر العنوان',
      movedText: 'ما تبحث عنه موجود الآن هنا:',
      similar: 'لعلها إحدى هذه الصفحات',
      similarText: 'أسماؤها هي الأقرب إلى العنوان:',
    },
    feeds: {
      rss: 'خلاصة RSS',
      atom: 'خلاصة Atom',
      note: 'هذه خلاصة مُعدّة لتقرأها البرامج. انسخ عنوانها من أعلى هذه النافذة وأضفه إلى قارئ خلاصات، وسيعرض لك كل تدوينة جديدة.',
      about:
        'هذه خلاصة مُعدّة لتقرأها البرامج. أضف عنوانها إلى قارئ خلاصات، وسيعرض لك كل تدوينة جديدة.',
      comments: (site) => `التعليقات – ${site}`,
      commentsText: 'بقيت التعليقات في مكانها حين غادرت هذه المدونة Blogger.',
    },
    moved: {
      title: 'انتقلت هذه المدونة',
      address: (link) => ['عنوانها الجديد هو ', link],
      page: (link) => ['الصفحة التي طلبتها موجودة الآن هنا: ', link],
      noPage: (archive) => [
        'ليس للصفحة التي طلبتها مقابل هناك. تجد كل التدوينات في ',
        archive('الأرشيف'),
        '، وسيُفتح خلال ثوانٍ.',
      ],
    },
    body: {
      alerts: {
        note: 'ملاحظة',
        tip: 'نصيحة',
        important: 'مهم',
        warning: 'تحذير',
        caution: 'تنبيه',
      },
      footnotes: 'الحواشي',
      backToReference: (number) => `العودة إلى الموضع ${number}`,
      table: 'جدول',
      linkTo: (place) => `رابط إلى ${place}`,
      linkToSection: (heading) => `رابط إلى «${heading}»`,
      fullSizeImage: 'الصورة بالحجم الكامل',
      embedded: (host) => `محتوى مضمّن من ${host}`,
    },
  };
}
