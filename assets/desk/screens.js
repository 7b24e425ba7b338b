// SPDX-License-Identifier: GPL-3.0-or-later
// What every screen really shows; pairing, names, an urgent word for all of them.
import * as api from './api.js';
import {button, confirm, dialog, field, fill, h, icon, news, showFaults} from './dom.js';
import {said, t} from './language.js';
import {allowed} from './sections.js';
import {ago, clock, instantOf, now, wall} from './time.js';

const again_ms = 10000;
const standings = {newest: ['', t('最新', 'Newest')], behind: ['wait', t('还在跟', 'Behind')], silent: ['bad', t('没有音信', 'Silent')],
                   never: ['none', t('还没来过', 'Never heard')], revoked: ['none', t('已停用', 'Revoked')]};
const gigabytes = (bytes) => `${(bytes / 1e9).toFixed(1)} GB`;

function screenCard(one, published, manager, load) {
  const [look, words] = standings[one.standing] ?? ['none', one.standing];
  const facts = [one.heard ? t(`${ago(one.heard)}说过话`, `heard ${ago(one.heard)}`) : '', one.version ? t(`第 ${one.version} 版`, `version ${one.version}`) + (published && one.version !== published.version ? t(`（最新 ${published.version}）`, ` (newest ${published.version})`) : '') : '',
    one.outbox > 0 ? t(`${one.outbox} 条报名待传`, `${one.outbox} sign-ups waiting`) : '', one.heard ? t(`剩 ${gigabytes(one.disk_free)}`, `${gigabytes(one.disk_free)} free`) : '',
    Math.abs(one.skew_ms) > 60000 ? t(`钟差 ${Math.round(one.skew_ms / 1000)} 秒`, `clock off by ${Math.round(one.skew_ms / 1000)} s`) : '', one.software].filter(Boolean);
  return h('li.card.screen', {}, h('div.row', {}, h('i.dot', {class: look, 'aria-hidden': 'true'}), h('b', {}, one.name), h('span.quiet', {}, `#${one.number}`), h('span.pill', {class: look === 'bad' ? 'bad' : look === 'wait' ? 'wait' : look === '' ? 'good' : ''}, words), h('span.grow'),
      manager && one.standing !== 'revoked' ? [button(t('改名', 'Rename'), () => rename(one, load), {look: 'small', 'aria-label': t(`给 ${one.name} 改名`, `Rename ${one.name}`)}),
        button(t('停用', 'Revoke'), () => revoke(one, load), {look: 'small quiet', 'aria-label': t(`停用 ${one.name}`, `Revoke ${one.name}`)})] : null),
    h('p.quiet', {}, facts.join(' · ')), one.trouble ? h('p.wrong', {}, icon('warn'), one.trouble) : null);
}

async function rename(one, load) {
  const name = h('input', {value: one.name});
  const done = await dialog(t('改名', 'Rename'), (close) => h('div', {}, field(t('叫什么', 'Name'), name), h('div.buttons', {}, button(t('先不', 'Not now'), () => close()),
    button(t('改好', 'Rename'), () => api.put(`/screens/${one.number}`, {name: name.value}).then(() => close(true), (refusal) => news(refusal.message, 'bad')), {look: 'primary'}))));
  if (done) load();
}

async function revoke(one, load) {
  const yes = await confirm(t(`停用 ${one.name}？`, `Revoke ${one.name}?`), t('主机不再听它的；屏丢了或换了才用。要再用得重新配对。', 'The hub hears it no longer: for a lost or replaced screen. It would have to be paired again.'), t('停用', 'Revoke'));
  if (yes) await api.remove(`/screens/${one.number}`).then(load, (refusal) => news(refusal.message, 'bad'));
}

async function pair(load) {
  const name = h('input', {placeholder: t('一楼大厅', 'Lobby, ground floor')});
  const made = await dialog(t('配一块新屏', 'Pair a screen'), (close) => h('div', {}, field(t('这块屏叫什么', 'What to call it'), name), h('div.buttons', {}, button(t('先不', 'Not now'), () => close()),
    button(t('要配对码', 'Get a code'), () => api.post('/screens', {name: name.value}).then(close, (refusal) => news(refusal.faults?.[0]?.message ?? refusal.message, 'bad')), {look: 'primary'}))));
  if (!made) return;
  await dialog(t('配对码', 'Pairing code'), (close) => h('div', {}, h('p.code', {}, made.code), h('p', {}, t(`在屏上点印章七下，进面板，选「配对」输入。${clock(made.expires)} 前有效，用一次。`,
    `Press the seal on the screen seven times, choose pairing, enter it. Good until ${clock(made.expires)}, once.`)), h('div.buttons', {}, button(t('好了', 'Done'), () => close(), {look: 'primary'}))));
  load();
}

function noticeForm(load) {
  const zh = h('input', {placeholder: t('今晚台风，19 点提前闭馆', 'Typhoon tonight: we close at 7')});
  const en = h('input', {lang: 'en'});
  const body = h('textarea', {rows: 2});
  const until = h('input', {type: 'datetime-local', min: wall(now()).slice(0, 16)});
  const form = h('form.stack', {noValidate: true, onsubmit: async (event) => {
    event.preventDefault();
    try {
      await api.post('/notices', {title: {zh: zh.value, en: en.value}, body: {zh: body.value, en: ''}, ...(until.value ? {until: instantOf(until.value)} : {})});
      form.reset();
      showFaults(form, []);
      load();
    } catch (refusal) {
      const rest = showFaults(form, refusal.faults ?? []);
      if (rest.length > 0 || !refusal.faults?.length) news(rest[0]?.message ?? refusal.message, 'bad');
    }
  }}, h('div.grid2', {}, field(t('一句话', 'In one line'), zh, {path: 'title.zh'}), field('English', en, {path: 'title.en'})), field(t('详细', 'More'), body, {path: 'body.zh'}),
    h('div.row', {}, h('div', {}, field(t('到几时（空：撤下为止）', 'Until (empty: until withdrawn)'), until, {path: 'until'})), h('span.grow'), h('button.button.primary', {type: 'submit'}, t('马上上所有屏幕', 'Onto every screen now'))));
  return form;
}

function noticeLine(one, editor, load) {
  const lacking = one.screens.filter((screen) => !screen.has);
  return h('li.card', {}, h('div.row', {}, h('b', {}, said(one.title)), h('span.quiet', {}, `${one.who} · ${ago(one.at)}`), h('span.grow'),
      editor ? button(t('撤下', 'Withdraw'), () => api.remove(`/notices/${one.id}`).then(load, (refusal) => news(refusal.message, 'bad')), {look: 'small', 'aria-label': t(`撤下 ${said(one.title)}`, `Withdraw ${said(one.title)}`)}) : null),
    lacking.length === 0 ? h('p', {}, h('span.pill.good', {}, t(`${one.screens.length} 块屏都有了`, `On all ${one.screens.length} screens`)))
      : h('p.wrong', {}, icon('warn'), t(`还没有的：${lacking.map((screen) => `${screen.name}（${screen.heard ? `${ago(screen.heard)}说过话` : '没来过'}）`).join('、')}`,
                                        `Not yet on: ${lacking.map((screen) => screen.name).join(', ')}`)));
}

export async function open({session}) {
  const list = h('ul.fleet', {});
  const notices = h('ul.stack', {});
  const alerts = h('div.stack', {role: 'status'});
  const line = h('p.quiet', {});
  const manager = allowed(session.user.role, 'manager');
  const editor = allowed(session.user.role, 'editor');
  let waiting = 0;
  const load = async () => {
    clearTimeout(waiting);
    const [fleet, said_, warned] = await Promise.all([api.get('/screens'), api.get('/notices'), api.get('/alerts')]);
    fill(list, fleet.screens.map((one) => screenCard(one, fleet.published, manager, load)), fleet.screens.length === 0 ? h('li.empty', {}, icon('phone'), h('p', {}, t('还没有配过屏幕。', 'No screen is paired yet.'))) : null);
    fill(notices, said_.notices.map((one) => noticeLine(one, editor, load)));
    fill(alerts, warned.alerts.map((one) => h('p.strip.bad', {}, icon('warn'), h('span', {}, said(one.sentence)))));
    fill(line, fleet.published ? t(`最新是第 ${fleet.published.version} 版`, `Newest: version ${fleet.published.version}`) : t('还没发布过', 'Nothing published yet'),
         fleet.invitation ? t(` · 等「${fleet.invitation.name}」来配对，${clock(fleet.invitation.expires)} 前有效`, ` · waiting for “${fleet.invitation.name}” to pair until ${clock(fleet.invitation.expires)}`) : '');
    waiting = setTimeout(() => load().catch(() => null), again_ms);
  };
  await load();
  return {title: t('屏幕', 'Screens'), leave: () => clearTimeout(waiting), element: h('div.page', {},
    h('div.head', {}, h('h1', {}, t('屏幕与打印机', 'Screens')), line, h('span.grow'), manager ? button(t('配一块新屏', 'Pair a screen'), () => pair(load), {look: 'primary', icon: 'plus'}) : null), alerts, list,
    h('section.card', {}, h('h2', {}, t('紧急通知', 'Urgent notice')), h('p.quiet', {}, t('一分钟内上所有在线的屏幕；哪块没有，这里写着。', 'On every screen that is online within a minute; which are not is said here.')), editor ? noticeForm(load) : null), notices)};
}
