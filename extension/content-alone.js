//# allFunctionsCalledOnLoad
// Which parts of a page are left alone: editors, fields, code, buttons, links to somewhere else. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  const ALONE = new Set(
    ('script style noscript template textarea input select option button code samp xmp svg math ' +
      'canvas object audio video summary').split(' '),
  );
  // Roles of editors and of controls: a click on one does what it does to the browser's own button, option or link.
  const ALONE_ROLE =
    /\b(?:textbox|searchbox|spinbutton|code|button|option|combobox|menuitem(?:checkbox|radio)?|tab|treeitem|link|switch|checkbox|radio)\b/i;
  // Classes by which syntax highlighters mark a `pre`, or the element around it; any other `pre` is a mail or plain text.
  const CODE = /(?:^|[\s-])(?:code|codehilite|source-?code|highlight|hljs|prettyprint|prism|shiki|lang|language)(?:[\s-]|$)/i;
  const CODE_AROUND = /(?:^|\s)(?:code|codehilite|source-?code|highlight|code-block)(?:\s|$)/i;
  const ALONE_CLASS = /(?:^|\s)(?:no-click-to-call|blob-code|CodeMirror|cm-editor|monaco-editor|ace_editor)(?:\s|$)/;

  // From the prototypes: a form's fields hide its own properties of the same names.
  const { getAttribute, hasAttributes } = Element.prototype;

  // Caches for one slice of work (`forgetAlone`).
  let known = new Map();
  let labels = new Map();
  let last = null;
  let lastIsAlone = false;

  /** Whether a link leads somewhere else: its click belongs to the page. */
  function leadsElsewhere(link) {
    const href = link.getAttribute('href').trim();
    return href !== '' && !href.startsWith('#') && !/^javascript:/i.test(href);
  }

  /** The element around an element or a text; directly in a shadow root, the root's host. */
  function holderOf(node) {
    const parent = page.parentOf(node);
    if (parent instanceof Element) return parent;
    return parent instanceof ShadowRoot ? parent.host : null;
  }
  page.holderOf = holderOf;

  const opensMenu = (link) => (link.getAttribute('aria-haspopup') ?? 'false') !== 'false';

  function isAloneItself(element) {
    const name = element.localName;
    if (name === 'label' ? picks(element) : name === 'pre' && isCode(element)) return true;
    return ALONE.has(name) || (hasAttributes.call(element) && isMarkedAlone(element, name));
  }

  /** Whether a label belongs to a check box or radio button: a click on it ticks that. Cached: `control` searches all of the label. */
  function picks(label) {
    let picked = labels.get(label);
    if (picked === undefined) labels.set(label, (picked = /^(?:radio|checkbox)$/.test(label.control?.type ?? '')));
    return picked;
  }

  const isCode = ({ className, parentElement }) => CODE.test(className) || CODE_AROUND.test(parentElement?.className ?? '');

  function isMarkedAlone(element, name) {
    // A link to a number is painted as a whole, whatever its text says.
    if (name === 'a' && element.hasAttribute('href') && (leadsElsewhere(element) || opensMenu(element))) return true;
    const role = getAttribute.call(element, 'role');
    return (role !== null && ALONE_ROLE.test(role)) || isEditorOrAsks(element);
  }

  /** Whether an element is an editor, or its class asks that it be left alone. */
  function isEditorOrAsks(element) {
    // Not `isContentEditable`, which makes the browser compute the page's styles.
    const editable = getAttribute.call(element, 'contenteditable');
    if (editable !== null && editable.toLowerCase() !== 'false') return true;
    const classes = getAttribute.call(element, 'class');
    return classes !== null && ALONE_CLASS.test(classes);
  }

  /** Whether numbers inside this element are left alone: it or an ancestor is an editor, a control and the like. */
  page.isLeftAlone = (element) => !element || isAloneItself(element) || page.isLeftAloneIn(holderOf(element));

  /** Whether `above` or an element around it is left alone; false for null. */
  page.isLeftAloneIn = (above) => {
    // Siblings (cells, items) are asked about one after the other.
    if (above !== last) {
      last = above;
      lastIsAlone = above !== null && isWithinAlone(above);
    }
    return lastIsAlone;
  };

  function isWithinAlone(element) {
    const path = [];
    let alone = false;
    for (let node = element; node; node = holderOf(node)) {
      const before = known.get(node);
      if (before !== undefined) {
        alone = before;
        break;
      }
      path.push(node);
      if (isAloneItself(node)) {
        alone = true;
        break;
      }
    }
    for (const each of path) known.set(each, alone);
    return alone;
  }

  /** Whether a link to a number is left alone. Its own `role` (a link styled as a button) does not count. */
  page.isLinkAlone = (link) => isEditorOrAsks(link) || standsAlone(holderOf(link));

  function standsAlone(holder) {
    if (!page.isLeftAlone(holder)) return false;
    for (let node = holder; node; node = holderOf(node)) if (isAloneItself(node) && !opens(node)) return true;
    return holder === null;
  }

  /** Whether a link inside this control is pressed for itself: in a summary, a node of a tree, a card that is a link. */
  const opens = (element) =>
    (element.localName === 'summary' || /^(?:treeitem|link|combobox)$/.test(getAttribute.call(element, 'role') ?? '')) &&
    !isEditorOrAsks(element);

  /** As `isLeftAlone` for a text; also for the slots that show it, for example in the button of a component. */
  page.isTextAlone = (node, holder = holderOf(node)) => {
    if (page.isLeftAlone(holder)) return true;
    let slot = node.assignedSlot;
    // In a link to a number the slot is painted, not the text that it shows.
    for (; slot !== null; slot = slot.assignedSlot) if (page.isLeftAlone(slot) && !page.linkAt([slot])) return true;
    return false;
  };

  /** Whether a text has digits and is left alone. Text without digits there is still read, as words beside a number. */
  page.isApart = (node) => page.hasDigit(node.data) && page.isTextAlone(node);

  /** Whether an element is left alone for its attributes, whatever its name is. */
  page.isMarkedAlone = isMarkedAlone;

  /** Empties the caches at the end of a slice: the page may change before the next one. */
  page.forgetAlone = () => {
    known.clear();
    labels.clear();
    last = null;
  };
})();
