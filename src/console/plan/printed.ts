/**
 * Shows a page that the node printed in a window of its own. The window has the console's content policy, which lets no
 * style stand in a page: the page's styles are handed to the window as style sheets, which need no leave. Scripts stay out.
 */
export function showPrinted({ document }: Window, html: string): void {
  const sheet = document.defaultView;
  if (sheet === null) return;
  // Taken out of the text, since the policy minds them in a page that is only parsed, too.
  const styles: CSSStyleSheet[] = [];
  const plain = html.replaceAll(/<style>([^<]*)<\/style>/g, (_, text: string) => {
    const style = new sheet.CSSStyleSheet();
    style.replaceSync(text);
    styles.push(style);
    return '';
  });
  const read = new DOMParser().parseFromString(plain, 'text/html');
  for (const unwanted of read.querySelectorAll('style, script')) unwanted.remove();
  document.title = read.title;
  document.documentElement.lang = read.documentElement.lang;
  document.body.replaceChildren(...[...read.body.childNodes].map((node) => document.adoptNode(node)));
  document.adoptedStyleSheets = styles;
  sheet.focus();
}
