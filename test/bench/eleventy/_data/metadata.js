/** The site, for templates and the feed. */
export default {
  title: 'A blog to measure',
  url: 'https://blog.example.org/',
  language: 'en',
  description: 'Posts of many years',
};
