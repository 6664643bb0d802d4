//# allFunctionsCalledOnLoad
// What of a page is left alone: editors, fields, code, buttons, links to somewhere else. Reads only.
(() => {
  'use strict';
  const page = (globalThis.aloPage ??= {});
  if (page.isWhole) return;

  const ALONE = new Set(
    ('script style noscript template textarea input select option button code samp xmp svg math ' +
      'canvas object audio video summary').split(' '),
  );
  // Editors, and what a click presses, picks or opens as it does a button, an option or a link of the browser's own.
  const ALONE_ROLE =
    /\b(?:textbox|searchbox|spinbutton|code|button|option|combobox|menuitem(?:checkbox|radio)?|tab|treeitem|link|switch|checkbox|radio)\b/i;
  // How programs that colour code mark the `pre`, or what is around it; any other is a mail or a plain text.
  const CODE = /(?:^|[\s-])(?:code|codehilite|source-?code|highlight|hljs|prettyprint|prism|shiki|lang|language)(?:[\s-]|$)/i;
  const CODE_AROUND = /(?:^|\s)(?:code|codehilite|source-?code|highlight|code-block)(?:\s|$)/i;
  const ALONE_CLASS = /(?:^|\s)(?:no-click-to-call|blob-code|CodeMirror|cm-editor|monaco-editor|ace_editor)(?:\s|$)/;

  // The names of a form's fields hide these.
  const { getAttribute, hasAttributes } = Element.prototype;

  // What was found in this slice of work; forgotten after it.
  let known = new Map();
  let labels = new Map();
  let last = null;
  let lastIsAlone = false;

  /** A link that leads somewhere else: its click belongs to the page. */
  function leadsElsewhere(link) {
    const href = link.getAttribute('href').trim();
    return href !== '' && !href.startsWith('#') && !/^javascript:/i.test(href);
  }

  /** What an element or a text stands in: right in a shadow root, in the root's host. */
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

  /** The words beside a box: a click on them ticks it. Asked once for a slice: the engine looks through all of the label. */
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

  /** Whether it is an editor, or its class asks that it be left alone. */
  function isEditorOrAsks(element) {
    // Not `isContentEditable`: it has the page's styles computed.
    const editable = getAttribute.call(element, 'contenteditable');
    if (editable !== null && editable.toLowerCase() !== 'false') return true;
    const classes = getAttribute.call(element, 'class');
    return classes !== null && ALONE_CLASS.test(classes);
  }

  /** Whether numbers inside this element are left alone: it or what it stands in is an editor and the like. */
  page.isLeftAlone = (element) => !element || isAloneItself(element) || page.isLeftAloneIn(holderOf(element));

  /** As `isLeftAlone` for what stands in `above`, without what stands there itself. */
  page.isLeftAloneIn = (above) => {
    // Cells and items are asked about one after the other.
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

  /** Whether a link to a number is left alone; one that is styled as a button, and says so, leads to it all the same. */
  page.isLinkAlone = (link) => isEditorOrAsks(link) || standsAlone(holderOf(link));

  function standsAlone(holder) {
    if (!page.isLeftAlone(holder)) return false;
    for (let node = holder; node; node = holderOf(node)) if (isAloneItself(node) && !opens(node)) return true;
    return holder === null;
  }

  /** Headings of details, nodes of trees, cards that are links of their own: a link in one is pressed for itself. */
  const opens = (element) =>
    (element.localName === 'summary' || /^(?:treeitem|link|combobox)$/.test(getAttribute.call(element, 'role') ?? '')) &&
    !isEditorOrAsks(element);

  /** As `isLeftAlone` for a text, also for where an open root shows it: in a button of a component, for one. */
  page.isTextAlone = (node, holder = holderOf(node)) => {
    if (page.isLeftAlone(holder)) return true;
    let slot = node.assignedSlot;
    // A link to a number paints its slot, not what is shown in it.
    for (; slot !== null; slot = slot.assignedSlot) if (page.isLeftAlone(slot) && !page.linkAt([slot])) return true;
    return false;
  };

  /** Whether a number in this text would be left alone; words there are read with what stands beside them. */
  page.isApart = (node) => page.hasDigit(node.data) && page.isTextAlone(node);

  /** Whether an element that is no editor or field by its name is one by its attributes. */
  page.isMarkedAlone = isMarkedAlone;

  /** Ends a slice: the page may change before the next one. */
  page.forgetAlone = () => {
    known.clear();
    labels.clear();
    last = null;
  };
})();
