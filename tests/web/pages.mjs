// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the desk in Debian's Chromium, on the sample day: nothing to complain of for axe, no
// request elsewhere, no error in the console, no page wider than the window; pictures to look at.
// node pages.mjs [FOLDER for the pictures] [PNG of a screen for the preview]
import {mkdir, readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {startSampleHub} from './sample_hub.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const shots = process.argv[2] ?? path.join(here, 'shots');
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = [
  ['set-up', '#setup=abc', {setup: true, signedIn: false}], ['sign-in', '', {signedIn: false}], ['must-change', '', {mustChange: true}],
  ['listings', '#/listings'], ['editor', '#/listing/3'], ['editor-second', '#/listing/3', {other: true}],
  ['roster', '#/roster/11'], ['rosters', '#/rosters'], ['front', '#/front'], ['screens', '#/screens'], ['centre', '#/centre'],
  ['users', '#/users'], ['import', '#/import'], ['audit', '#/audit'], ['numbers', '#/numbers']];
const sizes = [[1440, 900], [360, 800]];
const faults = [];

const hub = await startSampleHub({pages: path.join(root, 'assets/desk'), posters: process.env.WENLAN_POSTERS ?? path.join(root, 'build/web/assets/posters'), preview: process.argv[3]});
await mkdir(shots, {recursive: true});
const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox']});

async function look(name, hash, state, [width, height], language) {
  Object.assign(hub.state, {setup: false, signedIn: true, mustChange: false, other: false}, state);
  const context = await browser.newContext({viewport: {width, height}, locale: language === 'en' ? 'en-GB' : 'zh-CN', timezoneId: 'Europe/London', reducedMotion: 'reduce'});
  const page = await context.newPage();
  const title = `${name} ${width} ${language}`;
  page.on('console', (message) => message.type() === 'error' && !/503|404|401/.test(message.text()) && faults.push(`${title}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`${title}: ${error.message}`));
  page.on('request', (request) => !/^(blob:|data:)/.test(request.url()) && !request.url().startsWith(hub.address) && faults.push(`${title}: asks ${request.url()}`));
  await page.goto(`${hub.address}/desk/${hash}`);
  await page.locator('h1').first().waitFor();
  await page.waitForTimeout(350);
  if (name === 'roster') {
    await page.getByRole('searchbox').fill('');
    await page.waitForTimeout(300);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) faults.push(`${title}: ${wide} px wider than the window`);
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run(document)).violations.map((one) => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 160)} ${one.nodes[0].any?.[0]?.message ?? ''}`));
  faults.push(...found.map((one) => `${title}: ${one}`));
  await page.screenshot({path: path.join(shots, `${name}-${width}${language === 'en' ? '-en' : ''}.png`)});
  await context.close();
}

for (const [name, hash, state] of pages) {
  for (const size of sizes) await look(name, hash, state, size, 'zh');
  await look(name, hash, state, sizes[0], 'en');
}
await browser.close();
await hub.close();
for (const fault of faults) console.error(fault);
console.log(JSON.stringify({pages: pages.length, pictures: pages.length * 3, faults: faults.length}));
process.exit(faults.length > 0 ? 1 : 0);
