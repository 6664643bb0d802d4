// Turns the sandbox's ready line into a provision.json, and prints where its page is.
import { readFileSync, writeFileSync } from 'node:fs';

const [readyFile, provisionFile, providerName = 'plain', generation = 'sdk'] = process.argv.slice(2);
const ready = JSON.parse(readFileSync(readyFile, 'utf8').split('\n')[0]);

/** The sandbox's first plain user, signed in over SIP alone. */
function account() {
  const { user: username, password } = ready.users.find(({ provider }) => provider === 'plain');
  return {
    serverUrl: ready.ws,
    domain: ready.domain,
    username,
    password,
    displayName: 'Alo demo',
    // The sandbox's own echo.
    echoNumber: '600',
  };
}

/** What a person types to sign in at a provider, and where its REST API is. */
function provider() {
  // The company's key and the tokens of other agents are for tests only.
  const { apiKey, tokens, ...signIn } = ready.providers[providerName];
  return providerName === 'vbot' ? { ...signIn, generation } : signIn;
}

const provision = providerName === 'plain' ? { account: account() } : { provider: provider() };
writeFileSync(provisionFile, JSON.stringify(provision, null, 2));
console.log(ready.http);
