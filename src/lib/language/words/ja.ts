/** Japanese. */
import { formatsFrom, type Formats } from '../formats.ts';
import { counter, listBy } from '../message.ts';
import type { Messages } from './en.ts';

export const formats = formatsFrom({
  months: Array.from({ length: 12 }, (_, index) => `${index + 1}月`),
  date: (day, month, year) => `${year}${month}${day}日`,
  month: (month, year) => `${year}${month}`,
  year: (year) => `${year}年`,
  group: ',',
});

export const regions = ['JP'];

export function messages(use: Formats): Messages {
  const count = counter('ja', use.number);
  return {
    ...use,
    list: listBy('、'),

    skipToContent: '本文へ移動',
    mainNavigation: 'メイン',
    home: 'ホーム',
    archive: 'アーカイブ',
    tags: 'タグ',
    authors: '著者',
    subscribe: '購読',
    siteBy: (author) => ['（', author, '）'],

    theme: { title: 'テーマ', system: 'システム', light: 'ライト', dark: 'ダーク' },

    byline: (authors) => ['文：', authors],
    updated: (date) => [date, '更新'],
    filedUnder: (tags) => ['タグ：', tags],
    readingTime: count({ other: '#分で読めます' }),
    contents: '目次',
    related: '関連記事',
    firstPublished: (address) => ['初出：', address],
    mentioned: 'この記事で触れたもの',
    draft: '下書き',
    scheduled: (date) => `${date}公開予定`,

    posts: count({ other: '#件の記事' }),
    noPosts: 'まだ記事がありません。',
    noTags: 'まだタグがありません。',
    noAuthors: 'まだ著者がいません。',
    pages: 'ページ',
    pageOf: (page, pages) => `${page} / ${pages}ページ`,
    newestPosts: '最新の記事',
    newerPosts: '新しい記事',
    olderPosts: '過去の記事',
    newer: '次へ',
    older: '前へ',
    neighbours: { posts: '前後の記事', months: '前後の月' },

    descriptions: {
      archive: (site) => `${site}の全記事を年月別に掲載しています。`,
      period: (period, site) => `${site}の${period}の記事。`,
      tags: (site) => `${site}で取り上げている話題。`,
      tag: (tag, site) => `${site}の「${tag}」に関する記事。`,
      authors: (site) => `${site}の書き手。`,
      author: (author, site) => `${site}の${author}による記事。`,
      subscribe: (site) => `${site}の新着記事を受け取る方法と、フィードのアドレス。`,
      search: (site) => `${site}の全記事を検索します。`,
      notFound: (site) => `このアドレスは${site}にありません。`,
    },

    profiles: { website: 'ウェブサイト', email: 'メール', portrait: '写真' },

    feedAddress: {
      copy: 'コピー',
      copyWhat: (address) => `（${address}）`,
      address: 'アドレス',
      snippet: 'コード',
      formatAddress: (format) => `${format}のアドレス`,
      copied: 'コピーしました',
      selected: '選択しました',
    },

    follow: {
      tag: 'このタグを購読する',
      author: 'この著者を購読する',
      how: 'このアドレスをフィードリーダーに登録すると、新しい記事が届きます。',
    },

    subscribePage: {
      how: 'このアドレスをフィードリーダーに登録すると、新しい記事が届きます。',
      whatIsReader: 'フィードリーダーとは',
      reader:
        'フィードとは、ブログの最新記事をプログラム向けに並べた一覧です。フィードリーダーは、選んだフィードを定期的に確認し、新着をひとつの場所にまとめて見せてくれるアプリやウェブサイトです。いわばブログ専用の郵便受けですが、次の点が違います。',
      differences: [
        'メールアドレスを誰にも知らせる必要がなく、このサイトにアカウントを作る必要もありません。',
        '追跡されません。フィードはCookieを保存せず、スクリプトも実行しません。',
        'アルゴリズムが記事を選ぶことはありません。購読しているブログのすべての記事だけが表示されます。',
        'いつでもやめられます。リーダーからアドレスを削除するだけです。',
      ],
      howToBegin: '始め方',
      steps: [
        'フィードリーダーを選びます。無料のものも多く、パソコンではThunderbird、Apple製品ではNetNewsWire、AndroidではFeeder、ブラウザーではFeedlyやInoreaderがあります。',
        'このページの上部にあるアドレスをコピーします。',
        'リーダーで「フィードを追加」「フォロー」またはプラス記号を探し、そこにアドレスを貼り付けます。',
      ],
      otherFormats: 'その他の形式',
      rss: '上部のアドレスは、どのリーダーでも使えるRSSフィードのものです。',
      atom: '同じ記事を、より新しい形式で配信します。',
      json: '同じ記事を、プログラムから扱いやすい最も新しい形式で配信します。',
      opml: 'このサイトの全フィードの一覧です。一覧の読み込みに対応したリーダーで使えます。',
      onlySome: '一部の記事だけを購読する',
      onlySomeHow:
        'タグと著者にもそれぞれフィードがあります。下の名前はどれもフィードへのリンクです。長押しまたは右クリックでリンクをコピーし、リーダーに登録してください。',
    },

    search: {
      title: '検索',
      field: '検索する言葉',
      filters: {
        tag: { label: 'タグ', all: 'すべてのタグ' },
        author: { label: '著者', all: 'すべての著者' },
        year: { label: '年', all: 'すべての年' },
      },
      results: count({ other: '#件見つかりました' }),
      none: '見つかりませんでした。',
      more: 'さらに表示',
      close: '閉じる',
      failed: '検索を読み込めませんでした。しばらくしてからもう一度お試しください。',
      needsScript: '検索はブラウザー内で動作し、JavaScriptが必要ですが、無効になっています。',
      absent: 'このサイトのこのコピーには検索がありません。',
    },

    notFoundPage: {
      title: 'ページが見つかりません',
      text: 'このアドレスには何も生えていません。お探しのものは、まだどこかにあるかもしれません。',
      allPosts: '日付順の全記事',
      allTags: 'すべてのタグ',
      moved: 'アドレスが変わりました',
      movedText: 'お探しのページは現在こちらにあります。',
      similar: 'もしかするとこちらでしょうか',
      similarText: 'アドレスに名前が近いページです。',
    },

    feeds: {
      rss: 'RSSフィード',
      atom: 'Atomフィード',
      note: 'これはプログラム向けのフィードです。このウィンドウの上部にあるアドレスをコピーしてフィードリーダーに登録すると、新しい記事が届きます。',
      about:
        'これはプログラム向けのフィードです。このアドレスをフィードリーダーに登録すると、新しい記事が届きます。',
      comments: (site) => `コメント – ${site}`,
      commentsText: 'コメントは、このブログがBloggerから移転した際に元の場所に残されました。',
    },

    moved: {
      title: 'このブログは移転しました',
      address: (link) => ['新しいアドレスは', link, 'です。'],
      page: (link) => ['お探しのページは現在こちらにあります：', link],
      noPage: (archive) => [
        'お探しのページに対応するページは移転先にありません。すべての記事は',
        archive('アーカイブ'),
        'にあります。数秒後に開きます。',
      ],
    },

    body: {
      alerts: { note: 'メモ', tip: 'ヒント', important: '重要', warning: '警告', caution: '注意' },
      footnotes: '脚注',
      backToReference: (number) => `参照箇所${number}に戻る`,
      table: '表',
      linkTo: (place) => `${place}へのリンク`,
      linkToSection: (heading) => `「${heading}」へのリンク`,
      fullSizeImage: '原寸大の画像',
      embedded: (host) => `${host}の埋め込みコンテンツ`,
    },
  };
}
