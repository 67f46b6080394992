/** What all posts have. */
export default { tags: ['posts'], layout: 'layouts/post.njk' };
