/** Runs in the page of the editor, and gives the drafts that it keeps in the browser, as JSON. */

keptDrafts();

async function keptDrafts() {
  const [{ name }] = await indexedDB.databases();
  const database = await answerOf(indexedDB.open(name));
  const drafts = await answerOf(
    database.transaction('draft-backups').objectStore('draft-backups').getAll(),
  );
  database.close();
  return JSON.stringify(drafts);
}

function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
