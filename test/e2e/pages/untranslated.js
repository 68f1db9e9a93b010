/**
 * Texts that did not come from the catalogues, seen in the pseudo-language: letters without a single mark. Data as lodged
 * (`translate="no"`) and titles that the node tells (`data-told`) are no texts of the page.
 */
() => {
  const faults = [];
  const plain = (text) => /\p{Letter}{2}/u.test(text) && !/[âçéîñôûýÂÇÉÎÑÔÛÝ]/u.test(text);
  const exempt = (element) => element.closest('[translate="no"], [data-told], script, style, title') !== null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement !== null && !exempt(node.parentElement) && plain(node.data)) faults.push(node.data.trim());
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [data-label]')) {
    if (exempt(element)) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'data-label']) {
      const text = element.getAttribute(name);
      if (text !== null && plain(text)) faults.push(`${name}: ${text}`);
    }
  }
  return faults;
};
