// What is wrong with the page as it stands, as sentences; and the texts that it shows.
() => {
  const faults = [];
  const isShown = (element) => {
    const style = getComputedStyle(element);
    return element.getClientRects().length > 0 && style.visibility !== 'hidden';
  };
  const at = (element) =>
    `${element.tagName.toLowerCase()}${element.className ? '.' + String(element.className).split(' ')[0] : ''}` +
    ` "${(element.textContent ?? '').trim().slice(0, 40)}"`;

  const width = document.documentElement.scrollWidth;
  if (width > window.innerWidth) {
    const wide = [...document.querySelectorAll('main *')].filter(
      (one) => isShown(one) && one.getBoundingClientRect().right > window.innerWidth + 1,
    );
    faults.push(`wider than the window: ${width} > ${window.innerWidth}, ${wide.slice(-1).map(at)}`);
  }

  const byId = (ids) =>
    ids
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
  const nameOf = (element) =>
    [
      element.getAttribute('aria-label'),
      element.getAttribute('aria-labelledby') && byId(element.getAttribute('aria-labelledby')),
      ...[...(element.labels ?? [])].map((label) => label.textContent),
      element.textContent,
      element.getAttribute('title'),
      element.getAttribute('placeholder'),
      ...[...element.querySelectorAll('img[alt], [aria-label]')].map(
        (one) => one.getAttribute('alt') ?? one.getAttribute('aria-label'),
      ),
    ].find((name) => name?.trim());
  const pressed =
    'button, a[href], input:not([type=hidden]), select, textarea,' +
    '[role=button], [role=switch], [role=checkbox], [role=tab], [role=menuitem]';
  for (const element of document.querySelectorAll(pressed))
    if (isShown(element) && !element.closest('[aria-hidden=true]') && !nameOf(element))
      faults.push(`has no name: ${at(element)}`);
  for (const image of document.querySelectorAll('img:not([alt])'))
    faults.push(`picture without words: ${image.src.slice(0, 80)}`);

  const titles = [...document.querySelectorAll('h1')].filter(isShown);
  if (titles.length !== 1) faults.push(`${titles.length} titles (h1)`);
  if (!document.querySelector('main')) faults.push('no main part');
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  const twice = ids.filter((id, i) => id && ids.indexOf(id) !== i);
  if (twice.length > 0) faults.push(`the same id twice: ${[...new Set(twice)].slice(0, 5)}`);

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const text = walker.currentNode.nodeValue.trim();
    if (!text || !isShown(parent) || parent.closest('script, style, pre, code, [lang]:not(html)'))
      continue;
    texts.push(text);
    const size = parseFloat(getComputedStyle(parent).fontSize);
    if (size < 12) faults.push(`text of ${size} px: ${text.slice(0, 40)}`);
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    if (isShown(element) && !element.closest('[lang]:not(html)'))
      for (const kind of ['aria-label', 'title', 'placeholder'])
        if (element.getAttribute(kind)) texts.push(element.getAttribute(kind));
  return { faults: [...new Set(faults)], texts: [...new Set(texts)], lang: document.documentElement.lang };
}
