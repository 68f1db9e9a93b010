/**
 * Texts that are cut off: the box of each text node against the nearest ancestor that clips. Runs inside the page.
 * Ancestors that scroll are no fault, nor are texts meant for readers of the screen only.
 */
() => {
  const faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.data.trim() === '' || parent === null || parent.closest('.unseen, .skip, option, script, style')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
    if (boxes.length === 0) continue;
    const right = Math.max(...boxes.map((box) => box.right));
    const left = Math.min(...boxes.map((box) => box.left));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    for (let up = parent; up !== null; up = up.parentElement) {
      const style = getComputedStyle(up);
      const box = up.getBoundingClientRect();
      const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
      if (scrolls) break;
      const clips = /hidden|clip/.test(style.overflowX + style.overflowY);
      if (clips && (right > box.right + 1 || left < box.left - 1 || bottom > box.bottom + 1)) {
        faults.push(`${node.data.trim().slice(0, 40)} in ${up.className || up.tagName}`);
        break;
      }
      if (up === document.body && right > innerWidth + 1)
        faults.push(`${node.data.trim().slice(0, 40)} beyond the page`);
    }
  }
  return faults;
};
