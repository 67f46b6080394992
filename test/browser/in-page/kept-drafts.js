/** Runs in the page of the editor, and counts the drafts that it keeps in the browser. */

countDrafts();

async function countDrafts() {
  const [{ name }] = await indexedDB.databases();
  const database = await answerOf(indexedDB.open(name));
  const count = await answerOf(
    database.transaction('draft-backups').objectStore('draft-backups').count(),
  );
  database.close();
  return count;
}

function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
