/** Exports of the corpus, as if Blogger or WordPress had published it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OldBlog, OldPicture } from './old-posts.ts';
import { OLD_HOST } from './old-posts.ts';
import { makeZip } from './make-zip.ts';
import { temporaryFolder } from './scratch.ts';
import { feedOf, settingsCsv } from './takeout.ts';
import { wxr, wxrPost } from './wxr.ts';

/** What Blogger's pages show: a smaller version under the name of the upload. */
export function bloggerPicture({ name, src, file }: OldPicture): string {
  if (file === undefined) return src;
  return `https://blogger.googleusercontent.com/img/b/R29vZ2xl/AVvX/s320/${encodeURIComponent(name)}`;
}

/** Path on the server of an old blog of WordPress. */
export function wordPressPicture({ name }: OldPicture): string {
  return `/wp-content/uploads/${encodeURIComponent(name)}`;
}

const SETTINGS = {
  blog_name: 'The corpus',
  blog_description: 'Posts of a real blog.',
  blog_locale: 'en',
  blog_time_zone: 'America/New_York',
  blog_subdomain: OLD_HOST.split('.', 1)[0] ?? '',
  blog_publishing_mode: 'BLOGSPOT',
  blog_read_access_mode: 'PUBLIC',
};

/** The id that Blogger's feeds had for a post. */
export function bloggerId(index: number): string {
  return `tag:blogger.com,1999:blog-7.post-${index + 1}`;
}

/** @returns path of a Takeout, with the pictures in its albums */
export function corpusTakeout({ posts, pictures }: OldBlog): string {
  const entries = posts.map(({ title, author, tags, date, legacyUrl, html }, index) => ({
    ...{ number: index + 1, title, author, labels: tags, html },
    filename: legacyUrl,
    published: `${date}T16:30:00Z`,
  }));
  const blog = 'Takeout/Blogger/Blogs/The corpus';
  const archive = path.join(temporaryFolder(), 'takeout-20261129T080000Z-001.zip');
  const zip = makeZip([
    { name: `${blog}/feed.atom`, content: feedOf(entries, 7, 'The corpus') },
    { name: `${blog}/settings.csv`, content: settingsCsv(SETTINGS) },
    ...pictures.flatMap(({ name, file }) =>
      file === undefined
        ? []
        : {
            name: `Takeout/Blogger/Albums/The corpus/${name}`,
            content: readFileSync(file),
            method: 0,
          },
    ),
  ]);
  writeFileSync(archive, zip);
  return archive;
}

const CHANNEL = `<title>The corpus</title>
<link>https://${OLD_HOST}</link>
<language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://${OLD_HOST}</wp:base_site_url>
<wp:base_blog_url>https://${OLD_HOST}</wp:base_blog_url>`;

/** The id that WordPress's feeds had for a post. */
export function wordPressId(index: number): string {
  return `https://${OLD_HOST}/?p=${index + 1}`;
}

/** @returns path of an export, without the pictures */
export function corpusWxr({ posts }: OldBlog): string {
  const items = posts.map(({ slug, title, author, tags, date, legacyUrl, html }, index) =>
    wxrPost({
      title,
      link: `https://${OLD_HOST}${legacyUrl}`,
      'dc:creator': author,
      guid: wordPressId(index),
      'content:encoded': html,
      'wp:post_id': String(index + 1),
      'wp:post_date': `${date} 12:30:00`,
      'wp:post_date_gmt': `${date} 12:30:00`,
      'wp:post_name': slug,
      xml: tags
        .map((tag) => `<category domain="post_tag"><![CDATA[${tag}]]></category>`)
        .join('\n'),
    }),
  );
  const file = path.join(temporaryFolder(), 'thecorpus.WordPress.2026-11-29.xml');
  writeFileSync(file, wxr(items, CHANNEL));
  return file;
}
