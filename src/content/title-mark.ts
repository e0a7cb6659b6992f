const mark = '⚠ ';

/** Puts a mark before the document's title and keeps it there while the page is being altered. */
export function markTitle(page: Document): (isAltered: boolean) => void {
  let observer: MutationObserver | null = null;

  const apply = (): void => {
    const title = page.head?.querySelector('title');
    if (title && !page.title.startsWith(mark)) page.title = mark + page.title;
  };

  return (isAltered) => {
    if (isAltered === (observer !== null)) return;
    if (isAltered) {
      observer = new MutationObserver(apply);
      observer.observe(page, { subtree: true, childList: true, characterData: true });
      apply();
      return;
    }
    observer?.disconnect();
    observer = null;
    if (page.title.startsWith(mark)) page.title = page.title.slice(mark.length);
  };
}
