// Turns the sandbox's ready line into a provision.json, and prints where its page is.
import { readFileSync, writeFileSync } from 'node:fs';

const [readyFile, provisionFile] = process.argv.slice(2);
const ready = JSON.parse(readFileSync(readyFile, 'utf8').split('\n')[0]);
const [{ user: username, password }] = ready.users;
const account = {
  serverUrl: ready.ws,
  domain: ready.domain,
  username,
  password,
  displayName: 'Alo demo',
  // The sandbox's own echo.
  echoNumber: '600',
};
writeFileSync(provisionFile, JSON.stringify({ account }, null, 2));
console.log(ready.http);
