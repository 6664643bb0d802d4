// What `lib.dom` does not have: the extension APIs that `extension/*.js` uses, and what one engine only has.

declare namespace chrome {
  interface Event<F> {
    addListener(listener: F): void;
    removeListener(listener: F): void;
  }
  interface Tab {
    id?: number;
    url?: string;
    windowId: number;
  }
  interface MessageSender {
    id?: string;
    url?: string;
    tab?: Tab;
    frameId?: number;
    documentId?: string;
  }
  type OnMessage = (message: { to?: string } | undefined, sender: MessageSender, reply: (answer: unknown) => void) => boolean;

  const runtime: {
    /** None where the extension was updated or removed. */
    readonly id?: string;
    getURL(path: string): string;
    sendMessage(message: unknown): Promise<any>;
    getPlatformInfo(): Promise<unknown>;
    onMessage: Event<OnMessage>;
    onInstalled: Event<(details: { reason: string }) => void>;
    onUpdateAvailable: Event<() => void>;
    onStartup: Event<() => void>;
  } | undefined;
  const i18n: { getMessage(key: string, fill?: string[]): string };
  const alarms: {
    create(name: string, options: { periodInMinutes: number }): void;
    onAlarm: Event<(alarm: { name: string }) => void>;
  };
  const notifications: {
    onButtonClicked: Event<(id: string, button: number) => void>;
    onClicked: Event<(id: string) => void>;
    onClosed: Event<(id: string, byUser: boolean) => void>;
  };
  const storage: { onChanged: Event<(changes: Record<string, unknown>, area: string) => void> };
  const contextMenus: { onClicked: Event<(info: { selectionText?: string; linkUrl?: string; menuItemId: string | number }, tab?: Tab) => void> } | undefined;
  const omnibox: { onInputEntered: Event<(text: string) => void> } | undefined;
  const commands: { onCommand: Event<(command: string, tab?: Tab) => void> } | undefined;
  const scripting: {
    executeScript<T>(injection: { target: { tabId: number; allFrames?: boolean }; func: () => T }): Promise<{ result?: T }[]>;
  };
  /** Chromium. */
  const dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } | undefined;
  const extension: { getViews(filter: { type: string }): (Window & typeof globalThis)[] };
  const tabs: {
    getCurrent(): Promise<Tab>;
    update(id: number, changes: { active: boolean }): Promise<unknown>;
  };
  const windows: {
    create(options: { url: string; type: string; width: number; height: number }): Promise<unknown>;
    update(id: number, changes: { focused: boolean }): Promise<unknown>;
  };
}

/** A walker over text nodes only. */
interface TextWalker extends TreeWalker {
  firstChild(): Text | null;
  lastChild(): Text | null;
  nextNode(): Text | null;
  previousNode(): Text | null;
}
interface Document {
  createTreeWalker(root: Node, whatToShow: typeof NodeFilter.SHOW_TEXT): TextWalker;
  /** Chromium. */
  readonly prerendering?: boolean;
}
interface DocumentFragment {
  /** A document and an element have this, a fragment has not. */
  readonly getElementsByTagName?: never;
}
interface Element {
  /** Firefox, for extensions. */
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
interface MouseEvent {
  /** Firefox. */
  readonly mozInputSource?: number;
}
/** Version 2 of Intersection Observer (Chromium). */
interface IntersectionObserverInit {
  trackVisibility?: boolean;
  delay?: number;
}
interface IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

// What wasm-bindgen makes.
declare module '*/wasm/background.js' {
  export default function init(options: { module_or_path: string }): Promise<unknown>;
  export function onMessage(message: unknown, sender: unknown): Promise<unknown>;
  export function onAwake(): void;
  export function onInstalled(reason: string): void;
  export function onUpdateAvailable(): void;
  export function onStartup(): void;
  export function onNotificationButton(id: string, button: number): void;
  export function onNotificationClicked(id: string): void;
  export function onNotificationClosed(id: string, byUser: boolean): void;
  export function onSettings(keys: string[], area: string): void;
  export function onMenu(selection?: string, link?: string, page?: string): void;
  export function onTyped(text: string): void;
}
declare module '*/wasm/agent.js' {
  export default function init(options: { module_or_path: string }): Promise<unknown>;
  export function start(early: unknown[], toWorker?: (message: unknown) => Promise<unknown>): void;
  export function fromWorker(request: unknown, answer: (answer: unknown) => void): void;
}
declare module '*/wasm/ui.js' {
  export default function init(): Promise<unknown>;
}

/** Set by firefox.js: worker and agent share a page there, and call each other. */
declare var aloAgent: ((request: unknown) => Promise<unknown>) | undefined;
