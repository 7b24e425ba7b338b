// SPDX-License-Identifier: GPL-3.0-or-later
// From an empty office to the lobby: set up, sign in, write an event, publish it; a real screen shows
// it, then its move, then its cancellation. Real wenlan-hub, wenlan-kiosk and Chromium.
// node end_to_end.mjs BUILD-FOLDER
import {execFileSync, spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {chromium} from 'playwright-core';

const bin = path.join(process.argv[2] ?? 'build', 'bin');
const folder = mkdtempSync(path.join(tmpdir(), 'wenlan-web-'));
const office = path.join(folder, 'office');
const title = '端到端茶话会';
const reason = '老师出差';
const password = 'a long enough password';

const step = (words) => console.log(words);
const pad = (number) => String(number).padStart(2, '0');

// Today by the centre's clock, late enough to be still to come.
function todayAt(hour, minute) {
  const local = new Intl.DateTimeFormat('en-CA', {timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit'}).format(new Date());
  return {day: local, time: `${pad(hour)}:${pad(minute)}`};
}

function screenShows(...steps) {
  const tour = path.join(folder, 'tour.json');
  writeFileSync(tour, JSON.stringify([{wait_ms: 70000}, {tap: '轻触屏幕'}, {tap: '活动'}, ...steps]));
  execFileSync(path.join(bin, 'wenlan-kiosk'), ['--data', path.join(folder, 'lobby'), '--hub', address, '--tour', tour, '--shots', path.join(folder, 'shots'), '--window', '540x960'], {stdio: ['ignore', 'inherit', 'pipe']});
}

execFileSync(path.join(bin, 'wenlan-hub'), ['init', '--demo', '--data', office]);
const hub = spawn(path.join(bin, 'wenlan-hub'), ['serve', '--listen', '127.0.0.1:0', '--data', office], {stdio: ['ignore', 'pipe', 'inherit']});
let address = '';
const link = await new Promise((found, failed) => {
  let said = '';
  hub.stdout.on('data', (part) => {
    said += part;
    const setUp = /(http:\S+)desk\/#setup=(\S+)/.exec(said);
    if (setUp) {
      address = setUp[1].replace(/\/$/, '');
      found(`${setUp[1]}desk/#setup=${setUp[2]}`);
    }
  });
  hub.on('exit', () => failed(new Error(`the hub ended: ${said}`)));
});
const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox']});
let failed = null;
let page = null;
try {
  page = await (await browser.newContext({viewport: {width: 1440, height: 900}, locale: 'zh-CN'})).newPage();
  page.setDefaultTimeout(20000);
  await page.goto(link);
  await page.getByLabel('称呼，也是账号').fill('测试主管');
  await page.getByLabel('密码', {exact: true}).fill(password);
  await page.getByLabel('再写一遍').fill(password);
  await page.getByRole('button', {name: '建好，进去'}).click();
  await page.getByRole('heading', {name: '节目单'}).waitFor();
  step('set up');

  await page.getByRole('button', {name: /测试主管/}).click();
  await page.getByRole('button', {name: '退出'}).click();
  await page.getByLabel('账号', {exact: true}).fill('测试主管');
  await page.getByLabel('密码', {exact: true}).fill(password);
  await page.getByRole('button', {name: '进去'}).click();
  await page.getByRole('heading', {name: '节目单'}).waitFor();
  step('signed in');

  await page.getByRole('button', {name: '新节目'}).click();
  await page.getByLabel('标题', {exact: true}).fill(title);
  await page.getByRole('button', {name: '开始写'}).click();
  await page.getByRole('heading', {name: title, exact: true}).waitFor();
  await page.getByRole('button', {name: '添一场'}).click();
  const late = todayAt(23, 10);
  await page.getByLabel('哪天', {exact: true}).fill(late.day);
  await page.getByLabel('几点', {exact: true}).fill(late.time);
  await page.getByLabel('到几点').fill('23:50');
  await page.locator('dialog').getByLabel(/^座位总数/).fill('30');
  await page.getByRole('button', {name: '添上'}).click();
  await page.getByText('不对号').or(page.getByText('已领 0 座')).first().waitFor();
  await page.getByLabel(/^一句话副题/).fill('自带茶杯');
  await page.getByText(/草稿已存/).waitFor();
  const began = Date.now();
  await page.getByLabel(/^一句话副题/).fill('自带茶杯，馆里有点心');
  await page.waitForResponse((response) => response.url().endsWith('/preview') && response.ok());
  step(`the preview followed in ${Date.now() - began} ms`);
  await page.reload();
  await page.getByRole('heading', {name: title, exact: true}).waitFor();
  await page.getByRole('button', {name: '发布到屏幕'}).click();
  await page.getByText(/屏幕约一分钟后跟上/).waitFor();
  screenShows({tap: title}, {expect: '23:10'});
  step('published, and on the screen');

  await page.getByRole('button', {name: /23:10/}).click();
  await page.getByLabel('几点', {exact: true}).fill('23:20');
  await page.getByRole('button', {name: '改好'}).click();
  await page.locator('dialog .wrong:visible').first().waitFor();
  step('no move without a reason');
  await page.getByLabel('原因', {exact: true}).fill(reason);
  await page.getByRole('button', {name: '改好'}).click();
  await page.getByText('已改期').first().waitFor();
  await page.getByRole('button', {name: '发布到屏幕'}).click();
  await page.getByText(/屏幕约一分钟后跟上/).last().waitFor();
  screenShows({tap: title}, {expect: '23:20'}, {expect: reason});
  step('moved, and the screen says why');

  await page.getByRole('button', {name: '取消这场'}).first().click();
  await page.getByLabel('原因', {exact: true}).fill('场地停电');
  await page.locator('dialog').getByRole('button', {name: '取消这场'}).click();
  await page.getByText('已取消').first().waitFor();
  screenShows({tap: title}, {expect: '场地停电'});
  step('cancelled, and the screen says why');
} catch (failure) {
  failed = failure;
  await page?.screenshot({path: path.join(process.env.WENLAN_SHOTS ?? tmpdir(), 'wenlan-end-to-end-failed.png')}).catch(() => null);
}
await browser.close();
hub.removeAllListeners('exit');
hub.kill();
rmSync(folder, {recursive: true, force: true});
if (failed) {
  console.error(failed.stderr?.toString() || failed.message);
  process.exit(1);
}
