/** How near the end counts as reading along, in CSS pixels. */
const NEAR = 120;

/**
 * Follows the conversation, but never past the start of what somebody's last act led to, and not while they
 * read further up.
 * @param {HTMLElement} composer covers the lower end of the page
 * @param {HTMLButtonElement} newer leads to a message that is out of sight
 */
export function createScroll(composer, newer) {
  const page = document.documentElement;
  const end = () => page.scrollHeight - page.clientHeight;
  let along = true;
  /** The first thing added after an act: it must stay in sight. @type {HTMLElement | null} */
  let anchor = null;
  /** @type {HTMLElement | null} */
  let newest = null;

  const toEnd = () => scrollTo({ top: end(), behavior: 'instant' });
  const follow = () => {
    if (!along) return;
    const top = anchor ? page.scrollTop + anchor.getBoundingClientRect().top - barHeight() : end();
    scrollTo({ top: Math.min(end(), Math.max(0, top)), behavior: 'instant' });
  };
  const tellNewer = () => {
    const seen = composer.getBoundingClientRect().top;
    newer.hidden = newest === null || newest.getBoundingClientRect().top < seen;
  };

  document.addEventListener('scroll', () => {
    along = end() - page.scrollTop < NEAR;
    tellNewer();
  });
  newer.addEventListener('click', () => newest?.scrollIntoView({ block: 'start', behavior: 'instant' }));
  // A growing answer field or a notice must not cover what was just said.
  new ResizeObserver(follow).observe(composer);

  return {
    toEnd,
    follow,
    /** Somebody did something: what comes now is what they wait for. */
    acted() {
      anchor = null;
    },
    /** @param {HTMLElement} made */
    added(made) {
      if (anchor === null) {
        anchor = made;
        along = true;
      }
      newest = made;
      follow();
      tellNewer();
    },
  };
}

/** The bar stays on top of a small screen. */
function barHeight() {
  const bar = document.querySelector('.bar');
  const sticky = bar && getComputedStyle(bar).position === 'sticky';
  return (sticky ? bar.getBoundingClientRect().height : 0) + 24;
}
