// Writes a browser's manifest from the one at the root: the only place where they differ.
import { readFileSync } from 'node:fs';

const [browser, file] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(file, 'utf8'));

if (browser === 'firefox') {
  delete manifest.minimum_chrome_version;
  // Firefox has managed storage, but checks no values.
  delete manifest.storage;
  // Firefox has no offscreen document: worker and agent share a background page.
  manifest.background = { page: 'background.html' };
  manifest.permissions = manifest.permissions.filter((name) => !['offscreen', 'sidePanel'].includes(name));
  // What Chromium calls a side panel is a sidebar there; it does not open by itself after installing.
  manifest.sidebar_action = {
    default_panel: manifest.side_panel.default_path,
    default_title: manifest.action.default_title,
    default_icon: manifest.action.default_icon,
    open_at_install: false,
  };
  delete manifest.side_panel;
  // An author's style reaches no shadow root, and Firefox inherits no highlight into one.
  for (const scripts of manifest.content_scripts) scripts.css_origin = 'user';
  manifest.browser_specific_settings = {
    gecko: {
      id: 'alo@alo-phone.github.io',
      strict_min_version: '140.0',
      // Firefox counts whatever leaves the browser, also to the person's own provider: the password, the voice and notes of calls, numbers and names.
      data_collection_permissions: { required: ['authenticationInfo', 'personalCommunications', 'personallyIdentifyingInfo'] },
    },
  };
}

process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
