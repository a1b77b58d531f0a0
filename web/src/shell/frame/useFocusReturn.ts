import { useEffect } from 'react';

/** What floats over the page, and goes with the focus in it when it is closed. */
const FLOATING = '.ant-modal-root, .ant-drawer, .ant-dropdown, .ant-popover, .ant-select-dropdown';

/** An animation later, so that a dialog that closes has gone. */
const SETTLED = 80;

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

const isOpen = (): boolean =>
  [
    ...document.querySelectorAll('.ant-modal-root [role="dialog"], .ant-drawer [role="dialog"]'),
  ].some(isShown);

/**
 * Gives the focus back to what opened a dialog, wherever it was opened from: a dialog that is taken
 * out of the page with its place, or was reached through a menu that has closed since, would leave
 * the focus at the top of the page. Where the opener has gone too, the page itself gets it.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    let opener: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const giveBack = () => {
      const now = document.activeElement;
      const lost = now === null || now === document.body || !isShown(now);
      if (!lost) return;
      if (isOpen()) return;
      watch.disconnect();
      const to = opener?.isConnected && isShown(opener) ? opener : null;
      (to ?? document.getElementById('content'))?.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(giveBack, SETTLED);
    });
    const follow = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      if (target.closest(FLOATING))
        watch.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          attributeFilter: ['style', 'class'],
        });
      else {
        opener = target;
        watch.disconnect();
      }
    };
    // Whoever presses on the page has chosen where to go on.
    const press = ({ target }: PointerEvent) => {
      if (target instanceof Element && !target.closest(FLOATING)) watch.disconnect();
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', press);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', press);
    };
  }, []);
}
