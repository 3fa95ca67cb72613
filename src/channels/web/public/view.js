import { byId, once } from './dom.js';

/**
 * On a small screen the conversation and the overview take turns; on a wide one both are there, and this does nothing
 * that could be seen.
 * @param {() => void} onConversation
 */
export function createView(onConversation) {
  const toggle = byId('panel-toggle', HTMLButtonElement);
  const panel = byId('panel', HTMLElement);

  /** @param {boolean} open */
  function show(open) {
    document.body.classList.toggle('panel-open', open);
    toggle.setAttribute('aria-expanded', String(open));
  }
  const isOpen = () => document.body.classList.contains('panel-open');
  const close = () => {
    if (!isOpen()) return;
    show(false);
    onConversation();
    toggle.focus({ preventScroll: true });
  };

  once(toggle, 'click', () => {
    if (isOpen()) {
      close();
      return;
    }
    show(true);
    scrollTo({ top: 0, behavior: 'instant' });
    panel.focus({ preventScroll: true });
  });
  once(byId('to-conversation', HTMLButtonElement), 'click', close);
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  return { showConversation: close };
}
