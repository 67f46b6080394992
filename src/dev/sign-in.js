// Signs in to the editor of the preview. It runs before the editor, which looks here for its user.
const { token } = document.currentScript.dataset;
localStorage.setItem('sveltia-cms.user', JSON.stringify({ backendName: 'gitea', token }));
