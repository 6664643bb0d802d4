// What the content scripts of `extension/` share: `globalThis.aloPage`, one object for each frame, in the extension's
// isolated world. Each script adds the members of the interface that is named after it; `crates/background/src/scripts.rs`
// says in which order the scripts come, docs/pages.md what each is about. Nothing here ships.
//
// `tsc -p tools/types` checks the scripts against this file (a lint of `./build.sh test`). Members are optional because a
// script finds those of the scripts before it only; a function that is called later may use any.

declare var aloPage: Alo.Page;

declare namespace Alo {
  interface Page extends Partial<
    AskScript & AsksScript & SignsScript & CutsScript & RootsScript & FirstScript & MainScript &
    AloneScript & HintsScript & TextScript & TreeScript & HitScript & CardLateScript & PaintScript & WatchScript & PointScript &
    WholeScript & LookScript & WordsScript & ChoicesScript & AimScript
  > {}

  // ---- what is read, found and painted ------------------------------------------------------------

  /**
   * Text as a person reads it, sent to the worker as one string: text nodes that stand in one line, joined. It begins with
   * words that only say what the number behind them is (context), and may end with some.
   */
  interface Run {
    /** The joined text, with collapsible line ends and tabs as blanks. Offsets into it are UTF-16 units. */
    text: string;
    /** `text` with each gap of blanks as one, which is what is sent; null: there is no such gap. */
    said: string | null;
    /** The gaps that `said` leaves out: where one is in `said`, and how many units are left out up to its end. */
    gaps: { at: number; left: number }[];
    /** The text nodes that it was read from, in order. */
    pieces: Piece[];
    /** How many characters follow the last digit. */
    tail: number;
    /** What the page calls it: a column's header, a term, a label. */
    hint: string | undefined;
    /** The number of its column; runs of one column are judged together. */
    column: number | undefined;
    /** `watch.version()` when its reading began. */
    age: number;
    /** Whether it was read after the first reading of the document. */
    isNews: boolean;
    /** Where its own text begins in `text`; what is before is context, which may be another run's own text. */
    own: number;
    /** Whether more context stands on the page than was read. */
    isCutBefore: boolean;
    /** `said`, or else `text`. Offsets in the worker's answer count in this. */
    readonly seen: string;
    append(node: Text, from: number, text: string, hasDigits: boolean, size?: number): void;
    settle(): void;
    /** An offset in `seen` as one in `text`. */
    placeOf(at: number): number;
    /** The pieces that overlap `start..end` of `text`. */
    under(start: number, end: number): Piece[];
    /** `start..end` of `text` as parts of text nodes. */
    slice(start: number, end: number): Part[];
  }

  /** The part of a run that one text node gave. */
  interface Piece {
    node: Text;
    /** Where it begins in the node's text. */
    from: number;
    /** Where it begins in the run's text. */
    at: number;
    length: number;
    /** Length of the node's whole text when it was read. */
    size: number;
  }

  /** `from..to` of a text node's text. */
  interface Part {
    node: Text;
    from: number;
    to: number;
  }

  /** A number that was found in a run, and painted. */
  interface PaintRecord {
    /** Where the number stands. */
    parts: Part[];
    /** The number of this record; a newer one has a larger one. */
    born: number;
    number: string;
    ext: string | undefined;
    /** What is painted; null where the browser has no highlights or the text is not in the page. */
    range: StaticRange | null;
    run: Run;
    /** Where the number stands in `run.text`. */
    start: number;
    end: number;
    /** Where the number's own text does not say it all: what the worker needs to find it again. */
    within: WithinSource | undefined;
    /** Whether its parts are in another text node than its range. */
    isMoved: boolean;
    /** Since when its text has changed without being read again, as `performance.now()` counts. */
    doubted?: number;
  }

  /** A number that somebody points at, read from the page at that moment. */
  interface Target {
    source: NumberSource;
    /** Of a number in text. */
    record?: PaintRecord;
    /** Of a number in a field. */
    field?: HTMLInputElement;
    /** The element that the card is for. */
    from: Element;
    /** Where it stands now, in client coordinates. */
    rects(): DOMRect[];
  }

  interface Point { x: number; y: number }

  /** Work in steps, each short enough for an idle slice. */
  type Steps = Generator<unknown, unknown, unknown>;
  type Emit = (run: Run) => void;
  /** How often the page has changed. */
  type Version = () => number;
  /** What is read as a whole: a document, a shadow root or an element. */
  type Tree = Document | DocumentFragment | Element;
  /** A place beside a change: a text or an inline element before (-1) or behind (1) it. */
  interface Place { node: Node; side: number }

  // ---- messages to the worker (crates/protocol/src/page.rs and site.rs) ---------------------------

  type PageRequest =
    | { type: 'hello' }
    | ({ type: 'scan'; lang: string | null } & ScanTexts)
    | OpenCard
    | { type: 'loadWhole' }
    | { type: 'loadCard' }
    | { type: 'askInWindow'; card: string; hotline?: string | null }
    | { type: 'call'; card: string; hotline: string | null }
    | { type: 'oneClick'; card: string; on: boolean }
    | { type: 'notANumber'; card: string; undo: boolean };

  interface OpenCard { type: 'openCard'; source: NumberSource; direct: boolean; lang: string | null }

  /** The answer to each request. */
  interface Answers {
    hello: PageAnswer;
    scan: ScanAnswer;
    openCard: CardAnswer;
    loadWhole: PageAnswer;
    loadCard: boolean;
    askInWindow: DialAnswer;
    call: DialAnswer;
    oneClick: DialAnswer;
    notANumber: DialAnswer;
  }

  /** The texts of runs, and what the page calls some of them: a hint with the indexes of its texts. */
  interface ScanTexts {
    texts: string[];
    hints: [hint: string, indexes: number[]][];
  }

  type NumberSource = { type: 'text'; text: string } | WithinSource | { type: 'link'; href: string };
  /** A number and the text that it was found in. */
  interface WithinSource { type: 'within'; text: string; start: number; end: number; hint: string | undefined }

  /** How a page is to be treated. */
  interface PageAnswer {
    enabled: boolean;
    insist: boolean;
    hoverMs: number;
    oneClick: boolean;
    leastDigits: number;
    revision: string;
  }

  interface ScanAnswer {
    enabled: boolean;
    numbers: FoundNumber[];
  }

  interface FoundNumber {
    run: number;
    start: number;
    end: number;
    number: string;
    ext?: string;
    context?: boolean;
    hint?: string;
  }

  interface CardAnswer {
    card: string | null;
    display: string;
    country: string | null;
    timeZones: string[];
    doubt: { type: 'guessed' } | { type: 'rival'; country: string } | null;
    masked: boolean;
    called: boolean;
    postDial: string | null;
    hotlines: { id: string; label: string }[];
    hotline: string | null;
    oneClick: boolean | null;
    refusal: string | null;
  }

  interface DialAnswer {
    confirm: boolean;
    refusal: string | null;
  }

  // ---- in every page ------------------------------------------------------------------------------

  /** content-ask.js */
  interface AskScript {
    /** Whether the extension was updated or removed while its scripts stayed in this page. */
    isOrphan(): boolean;
    /** One message, one answer; null when there is none. */
    ask<R extends PageRequest>(request: R): Promise<Answers[R['type']] | null>;
    /** As `ask`; without an answer once more after half a second, if `isWanted` still. */
    askWithRetry<R extends PageRequest>(request: R, isWanted?: () => boolean): Promise<Answers[R['type']] | null>;
  }

  /** content-asks.js */
  interface AsksScript {
    /** Whether this page asks how it is to be treated before it is looked at. */
    asksFirst: boolean;
  }

  /** content-signs.js */
  interface SignsScript {
    /** As many characters as may stand between two digits of a number. */
    MAX_GAP: number;
    hasDigit(text: string): boolean;
    digitIn(text: string): number;
    setLeast(digits: number): void;
    leastDigits(): number;
    isCandidate(text: string): boolean;
    /** Set by `candidateIn`. */
    enoughAt: number;
    candidateIn(text: string, from?: number, joined?: boolean): number;
    isLink(element: Element): boolean;
    linksIn(root: Tree): Iterable<Element>;
  }

  /** content-cuts.js */
  interface CutsScript {
    /** How often reading goes back to where a tree has changed meanwhile. */
    MAX_RETURNS: number;
    /** So much of the text before the edge of a piece is looked at with what is behind it, UTF-16 units. */
    OVERLAP: number;
    mayBeInline(name: string): boolean;
    staysInLine(name: string): boolean;
    parentOf(node: Node): ParentNode | null;
    rootOf(node: Node): Node;
    typeOf(node: Node): number;
    textOf(node: Node): string;
    nodesOf(node: Node): NodeListOf<ChildNode & { data?: string }>;
    nameOf(element: Element): string;
    contains(node: Node, other: Node): boolean;
    allIn(root: Tree, selector: string): NodeListOf<Element>;
    named(root: Tree, name: string): HTMLCollectionOf<Element> | NodeListOf<Element>;
    stepOf(steps: Steps): IteratorResult<unknown, unknown>;
    isInPiece(element: Element, mark: Element, next: Element | null): boolean;
    partsLine(mutation: MutationRecord): boolean;
    textBeside(place: Place): Text | null;
    textFrom(top: Node, mark: Element, next: Element | null): string;
    freeRange(): void;
    Gaps: new () => Gaps;
    Cuts: new (top: Tree) => Cuts;
  }
  /** What stands beside the places where a page changed. */
  interface Gaps extends Iterable<Place> {
    before: Set<Node>;
    behind: Set<Node>;
    readonly size: number;
    add(mutation: MutationRecord): boolean;
  }
  /** A large tree, cut into pieces at elements. */
  interface Cuts {
    top: Tree;
    /** Where the piece begins; null behind the last piece. At first the root itself. */
    mark: Element | null;
    /** All elements of the tree, and how many there were when they were last counted. */
    all: ArrayLike<Element>;
    count: number;
    /** Indexes of the elements where the piece begins and ends. */
    at: number;
    next: number;
    after(stride: number, atBlock?: boolean): Element | null;
    step(next: Element | null): void;
    find(): boolean;
  }

  /** content-roots.js */
  interface RootsScript {
    mayHost(element: unknown): boolean;
    keepOut(host: Element): void;
    shadowOf(element: Element): ShadowRoot | null;
    oddOnes(root: Tree): Iterable<Element>;
    LateLooks: new (look: (element: Element) => void) => LateLooks;
  }
  interface LateLooks {
    add(element: Element): void;
    stop(): void;
  }

  /** content-first.js */
  interface FirstScript {
    isInside(node: Node, others: Set<Node>): boolean;
    first: {
      begin(whenFound: (field: HTMLInputElement | null, host: Element | null) => void, whenChanged: () => void): void;
      stop(): void;
    };
  }

  /** content.js */
  interface MainScript {
    /** Whether these scripts are at work in this frame. */
    running: boolean;
    /** Leaves the page; called by whoever notices that Alo is not wanted any more. */
    stop(options?: { keepCard?: boolean }): void;
    /** Asks again how this page is to be treated, and acts on it. */
    refresh(): Promise<void>;
    list(): { text: string; number?: string; ext?: string; href?: string }[];
  }

  // ---- where the first look has found something ---------------------------------------------------

  /** content-whole.js */
  interface WholeScript {
    /** Whether the scripts that read, paint and point are here. */
    isWhole: boolean;
  }

  /** content-alone.js */
  interface AloneScript {
    holderOf(node: Node): Element | null;
    isLeftAlone(element: Element | null): boolean;
    isLeftAloneIn(above: Element | null): boolean;
    isMarkedAlone(element: Element, name: string): boolean;
    isLinkAlone(link: Element): boolean;
    isTextAlone(node: Text, holder?: Element | null): boolean;
    isApart(node: Text): boolean;
    forgetAlone(): void;
  }

  /** content-hints.js */
  interface HintsScript {
    /** The worker hears no more of a hint, UTF-16 units. */
    MAX_HINT: number;
    language(): string | null;
    place(run: Placed, element: Element | null): void;
    placeInRow(run: Placed, cell: HTMLTableCellElement, row: Element | null): void;
    namedBy(node: Node): Element[];
    scanRequest(runs: Run[]): ScanTexts;
    forgetColumns(): void;
    forgetHints(): void;
  }
  /** What `place` reads and sets of a run. */
  type Placed = Pick<Run, 'text'> & Partial<Pick<Run, 'seen' | 'hint' | 'column'>>;

  /** content-text.js */
  interface TextScript {
    /** So much of a text is looked at for words around a number, UTF-16 units. */
    MAX_RAW: number;
    /** How far from a number its words may say what it is, UTF-16 units. */
    REACH: number;
    mayHoldNumber(text: string, holds?: boolean): boolean;
    readsOn(a: Text, b: Text, length?: number): boolean;
    runs(root: Node, first: Text | null, upTo: Text | null, emit: Emit, within?: Node | null): Steps;
    runsAround(node: Text | Element, emit: Emit, version: Version): Steps;
    forgetStyles(): void;
    Reader: new (root: Node, emit: Emit) => Reader;
  }
  /** Joins text nodes that it is given in their order to runs. */
  interface Reader {
    run: Run | null;
    goesOn(node: Text): boolean;
    read(node: Text, data: string, hasDigits?: boolean, holds?: boolean): void;
    end(): void;
  }

  /** content-tree.js */
  interface TreeScript {
    runsOfTree(root: Tree, emit: Emit, version: Version): Steps;
  }

  /** content-hit.js */
  interface HitScript {
    /** A digit so near to a number, in UTF-16 units, may be part of it. */
    BESIDE: number;
    isPointed(event: EventLike): boolean;
    under(event: EventLike): Element[];
    linkAt(elements: Element[]): Element | null;
    holds(rect: DOMRect, x: number, y: number): boolean;
    rectsOf(record: PaintRecord): DOMRect[];
    isAsRead(record: PaintRecord): boolean;
    isTorn(record: Pick<PaintRecord, 'parts' | 'run' | 'start' | 'end'>): boolean;
    toReadAgain(record: PaintRecord): Text[];
    saysTheSame(run: Run, piece: Piece): boolean;
    fieldAt(elements: EventTarget[]): HTMLInputElement | null;
    hintOf(field: HTMLInputElement): string;
    optsOut(): boolean;
  }
  /** A pointer's or key's event, or what stands in for one that is over. */
  interface EventLike {
    composedPath(): EventTarget[];
    detail: number;
    clientX: number;
    clientY: number;
    /** Firefox only. */
    mozInputSource?: number;
  }

  /** content-card-late.js */
  interface CardLateScript {
    card: {
      readonly host: HTMLElement | null;
      load(): Promise<boolean>;
      isHere(made: new (options: CardOptions) => Card): void;
      open(options: CardOptions): void;
      close(): void;
    };
  }
  interface Card {
    readonly isOpen: boolean;
    host: HTMLElement;
    close(giveBack?: boolean): void;
  }
  interface CardOptions {
    /** Null: the worker did not answer. */
    answer: CardAnswer | null;
    from: Element;
    /** Where the pointer was. */
    point: Point;
    rects(): DOMRect[];
    call(card: string, hotline: string | null): Promise<DialAnswer | null>;
    oneClick?: ((card: string, on: boolean) => Promise<DialAnswer | null>) | null;
    notANumber?: ((card: string, undo: boolean) => Promise<DialAnswer | null>) | null;
    /** Opened by a pointer that rested or a focus, not by a click. */
    hover?: boolean;
    /** Opened by a click of a pointer. */
    pointed?: boolean;
  }

  /** content-paint.js */
  interface PaintScript {
    paint: {
      text(run: Run, numbers: FoundNumber[], isUnchanged: boolean): void;
      answered(run: Run): void;
      forgetChanged(node: Text): void;
      forget(record: PaintRecord): void;
      textOf(parts: Part[]): string;
      isSame(raw: string, read: string): boolean;
      records: Set<PaintRecord>;
      links: Map<Element, StaticRange | null>;
      at(node: Text): PaintRecord[];
      unsureAt(node: Text): PaintRecord[];
      awaits(node: Text): boolean;
      readonly isFresh: boolean;
      follow(mutation: MutationRecord): void;
      takeOver(): Text[];
      whenRead(call: (isOver: boolean) => boolean): () => void;
      readonly born: number;
      link(link: Element): void;
      unlink(link: Element): void;
      readonly shown: number;
      settle(isBusy: boolean): boolean;
      show(): void;
      putBack(): void;
      clear(): void;
    };
  }

  /** content-watch.js */
  interface WatchScript {
    watch: {
      begin(whenChanged: (hasNewMeta: boolean) => void): void;
      stop(): void;
      shadowOf(element: Element): void;
      version: Version;
      hurry(urgent: boolean): void;
      readAgain(record: PaintRecord): void;
    };
  }

  /** content-point.js */
  interface PointScript {
    point: {
      listen(until: AbortSignal, rest: number, isDirect: boolean): void;
      meet(field: HTMLInputElement): void;
      stop(): void;
    };
  }

  // ---- where a card is wanted ---------------------------------------------------------------------

  /** content-card-look.js */
  interface LookScript {
    look: {
      element<N extends keyof HTMLElementTagNameMap>(
        name: N, properties?: Record<string, unknown>, ...children: (Node | string)[]
      ): HTMLElementTagNameMap[N];
      icon(name: 'call' | 'copy' | 'close'): SVGElement;
      styleSheet(shadow: ShadowRoot): { replaceSync(css: string): void };
    };
  }

  /** content-card-words.js */
  interface WordsScript {
    words: {
      text(key: string, fallback?: string, fill?: string[]): string;
      language(): string;
      placeText(answer: CardAnswer | null): string;
      postDialText(digits: string | null | undefined): string;
      doubtText(doubt: CardAnswer['doubt'] | undefined): string;
      refusalText(refusal: string): string;
    };
  }

  /** content-card-choices.js */
  interface ChoicesScript {
    choices: {
      hotlines(answer: CardAnswer | null): { row: HTMLElement; select: HTMLSelectElement } | null;
      oneClick(answer: CardAnswer | null): HTMLButtonElement | null;
      isOn(made: HTMLButtonElement): boolean;
      setSwitch(made: HTMLButtonElement, on: boolean): void;
    };
  }

  /** content-card-aim.js */
  interface AimScript {
    Aim: new (host: HTMLElement, shadow: ShadowRoot, panel: HTMLElement) => Aim;
  }
  interface Aim {
    begin(): void;
    end(): void;
    zoom(): number;
    keyDown(event: KeyboardEvent, isOwn: boolean): void;
    keyUp(event: KeyboardEvent): void;
    objection(event: MouseEvent, button: HTMLElement): Objection | null;
  }
  /** Why a press on the card does not count. */
  type Objection = 'forged' | 'closed' | 'covered' | 'early' | 'unseen';
}
