// A day at a call-centre provider: the sandbox plays it, the browser signs in to it.
import assert from 'node:assert/strict';
import { until } from '../../pbx/process.mjs';

/** Who calls where a test says nothing else: in the sandbox's address book. */
export const LAN = { from: '0912345678', name: 'Nguyễn Thị Lan' };
/** Two of the address book share this one. */
export const SHARED_NUMBER = { from: '02438234567', names: ['Trần Văn Minh', 'Đỗ Minh Thư'] };

/** A form with a field that may stay empty, and one that may not. */
export const FORM = {
  fields: [
    { id: 'note', label: 'Nội dung', multiline: true },
    { id: 'result', label: 'Kết quả', required: true },
  ],
};

/** The extension of the sandbox's demo user. */
export const EXTENSIONS = { omicall: '2001', bizfly: '3001', vbot: '4001' };

/** A browser that is signed in at the provider and registered; its popup is open. */
export async function signedInAt(t, provider, { changes, form = FORM, ...options } = {}) {
  const sandbox = await t.ownSandbox();
  const signIn = sandbox.signIn(provider, changes);
  const browser = await t.browser({ provider: signIn, ...options });
  const popup = await t.popup(browser);
  const desk = await ProviderDay.begin(sandbox, provider, EXTENSIONS[provider]);
  await signedIn(popup);
  if (form) assert.equal(await popup.command({ type: 'setWork', work: { form } }), null);
  return { sandbox, browser, popup, desk };
}

/** Waits until session and phone are there. */
export async function signedIn(popup, { timeout = 20_000 } = {}) {
  await popup.registered({ timeout });
  return popup.when((s) => s.provider.state === 'signedIn', { what: 'signed in at the provider', timeout });
}

/** The sandbox's side of it. */
export class ProviderDay {
  static async begin(sandbox, provider, extension) {
    const { rest } = await sandbox.state();
    return new ProviderDay(sandbox, provider, extension, new Set(rest.calls.map(({ id }) => id)));
  }

  constructor(sandbox, provider, extension, before) {
    this.sandbox = sandbox;
    this.provider = provider;
    this.extension = extension;
    this.before = before;
  }

  /** Has somebody call the agent. */
  async rings({ from, hotline } = LAN) {
    return this.sandbox.call({ to: this.extension, from, hotline, ring_seconds: 40, then: 'tone' });
  }

  /** Something goes wrong from now on. */
  async fault(fault) { return this.sandbox.fault({ provider: this.provider, ...fault }); }

  /** What the provider knows of the agent's calls of this day. */
  async calls() {
    const { rest } = await this.sandbox.state();
    return rest.calls.filter((call) => call.provider === this.provider && call.extension === this.extension && !this.before.has(call.id));
  }

  /** Requests so far whose path holds this. */
  async requests(part) {
    const { rest } = await this.sandbox.state();
    return rest.requests.filter(({ path }) => path.includes(`/${this.provider}`) && path.includes(part));
  }

  /** Waits until the provider has a note that holds every one of these texts; resolves to its call. */
  async noted(...texts) {
    return until(async () => (await this.calls()).find(({ note }) => note && texts.every((text) => note.includes(text))),
      { what: `the provider to have the note «${texts.join(' … ')}»`, timeout: 20_000 });
  }
}

/** The field of the form with this label. */
export const field = (popup, label) => popup.page.getByRole('textbox', { name: new RegExp(`^${label}`) });

/** Types as a person does, key by key. */
export async function type(popup, label, text) { await field(popup, label).pressSequentially(text, { delay: 15 }); }

/** Answers what rings. */
export async function answer(popup) {
  await popup.call('incoming');
  await popup.press('Answer');
  return popup.call('connected');
}

/** Hangs up, and waits until the call is over. */
export async function hangUp(popup) {
  await popup.press('Hang up');
  return popup.quiet();
}

/** Closes the popup as a click beside it does, and opens it again. */
export async function reopen(t, { browser, popup }) {
  await popup.close();
  return t.popup(browser);
}

/** Waits until the note's draft with this text is stored. */
export async function stored(popup, id, text) {
  return popup.when((s) => s.forms.some(({ content }) => content.values[id] === text), { what: `«${text}» to be stored` });
}
