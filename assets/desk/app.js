// SPDX-License-Identifier: GPL-3.0-or-later
// Who is there, and which page is shown: the part after # in the address.
import * as api from './api.js';
import {button, dialog, fill, h, icon} from './dom.js';
import {language, said, speak, t} from './language.js';
import {allowed, sections, sectionOf} from './sections.js';
import {changePassword, setUpForm, signInForm, signInOver} from './sign_in.js';
import {setClock} from './time.js';

const desk = document.getElementById('desk');
let session = null;
let leaving = null;   // of the page that is shown: called before another is
let place = null;     // where pages are put
let shown = 0;

async function begin() {
  try {
    session = await api.get('/session', {open: true});
  } catch (refusal) {
    fill(desk, h('div.bare', {}, h('p', {}, refusal.message),
                 button(t('再试一次', 'Try again'), () => location.reload(), {look: 'primary'})));
    return;
  }
  take(session);
  if (session.setup) return door(setUpForm(session, entered));
  if (!session.signed_in) return door(signInForm(session, entered));
  entered(session);
}

function take(news) {
  session = news;
  api.useSession(session);
  setClock(session.zone, session.now);
}

function door(form) {
  document.title = t('文澜桌面', 'Wenlan desk');
  fill(desk, h('div.door', {}, h('main', {}, form)));
  form.querySelector('input')?.focus();
}

function entered(news) {
  take(news);
  if (session.must_change) {
    return door(changePassword(session, entered, true));
  }
  if (location.hash.startsWith('#setup=')) history.replaceState(null, '', '#/listings');
  api.onSessionLost(() => signInOver(session, take));
  drawFrame();
  route();
}

function drawFrame() {
  const side = h('nav.side', {id: 'side', 'aria-label': t('栏目', 'Sections')},
    h('a.house', {href: '#/listings'}, h('span.seal', {'aria-hidden': 'true'}, '文', h('br'), '澜'),
      h('span', {}, h('b', {}, t('文澜桌面', 'Wenlan desk')), h('small', {}, said(session.centre)))),
    h('div.sections', {}, drawSections()),
    h('button.me', {type: 'button', onclick: openMe},
      h('span.face', {'aria-hidden': 'true'}, [...session.user.name][0] ?? '·'),
      h('span', {}, session.user.name + (session.user.title ? `（${session.user.title}）` : ''),
        h('small', {}, roleWords(session.user.role)))));
  const menu = h('button', {type: 'button', 'aria-label': t('栏目', 'Sections'), 'aria-controls': 'side',
                            'aria-expanded': 'false'}, icon('menu'));
  const open = (yes) => {
    side.classList.toggle('open', yes);
    menu.setAttribute('aria-expanded', String(yes));
  };
  menu.onclick = () => open(!side.classList.contains('open'));
  side.addEventListener('click', (event) => event.target.closest('a') && open(false));
  side.addEventListener('keydown', (event) => event.key === 'Escape' && open(false));
  place = h('main', {id: 'main', tabIndex: -1});
  place.addEventListener('click', () => open(false));
  fill(desk, h('a.skip', {href: '#main', onclick: (event) => {
    event.preventDefault();
    place.focus();
  }}, t('跳到正文', 'Skip to the page')),
       h('header.topbar', {}, menu, h('b', {}, t('文澜桌面', 'Wenlan desk'))),
       h('div.frame', {}, side, place));
  countToTell();
}

function roleWords(role) {
  return {desk: t('服务台 · 签到', 'Front desk'), editor: t('编辑 · 签到', 'Editor · check-in'),
          manager: t('主管', 'Manager')}[role];
}

function drawSections() {
  const groups = [h('ul', {}), h('ul.small', {})];
  for (const section of sections) {
    if (section.hidden || !allowed(session.user.role, section.role ?? 'desk')) continue;
    groups[section.small ? 1 : 0].append(h('li', {}, h('a', {href: `#${section.at}`, 'data-section': section.name},
      icon(section.icon), h('span', {}, section.words),
      section.name === 'rosters' ? h('span.count', {id: 'to-tell', hidden: true}) : null)));
  }
  return [groups[0], h('hr'), groups[1]];
}

// How many parties are still to be told of a change: on every page, for somebody has to call them.
async function countToTell() {
  const count = document.getElementById('to-tell');
  try {
    const {rows} = await api.get('/to-tell');
    count.hidden = rows.length === 0;
    fill(count, rows.length, h('span.unseen', {}, t(' 家要通知', ' to be told')));
  } catch {
    count.hidden = true;
  }
}

async function openMe() {
  await dialog(session.user.name, (close) => h('div.stack', {},
    h('p', {}, roleWords(session.user.role)),
    h('div.row', {}, ['zh', 'en'].map((one) => button(one === 'zh' ? '中文' : 'English', () => speak(one),
      {look: 'small', 'aria-pressed': String(one === language), lang: one}))),
    h('div.row', {}, button(t('改密码', 'Change password'), () => {
      close();
      dialog(t('改密码', 'Change password'), (done) => changePassword(session, (news) => {
        take(news);
        done();
      }, false));
    }, {look: 'small'}),
    button(t('退出', 'Sign out'), async () => {
      await api.remove('/session').catch(() => null);
      location.hash = '';
      location.reload();
    }, {look: 'small'}))));
}

async function route() {
  if (!place) return;
  const [path, search] = (location.hash.slice(1) || '/listings').split('?');
  const [, first = 'listings', id] = path.split('/');
  const number = ++shown;
  if (leaving && await leaving() === false) return;
  leaving = null;
  const section = sectionOf(first, new URLSearchParams(search));
  for (const link of desk.querySelectorAll('.sections a')) {
    if (link.dataset.section === section?.name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  fill(place, h('div.page', {}, h('p.quiet', {}, t('正在打开……', 'Opening…'))));
  try {
    const open = sections.find((one) => one.name === first || one.pages?.includes(first))?.open
        ?? sections[0].open;
    const page = await (await open())({id, search: new URLSearchParams(search), session, first});
    if (number !== shown) return page.leave?.();
    leaving = page.leave ?? null;
    fill(place, page.element);
    document.title = `${page.title} · ${t('文澜桌面', 'Wenlan desk')}`;
    window.scrollTo(0, 0);
    (page.focus ?? place).focus({preventScroll: true});
  } catch (refusal) {
    if (number !== shown) return;
    if (!(refusal instanceof api.Refusal)) console.error(refusal);
    fill(place, h('div.page', {}, h('div.empty', {}, icon('warn'), h('h1', {}, t('打不开这一页', 'This page cannot be opened')),
      h('p', {}, refusal.message), h('div.row.empty', {}, button(t('再试一次', 'Try again'), route)))));
  }
}

addEventListener('hashchange', () => {
  if (!location.hash.startsWith('#setup=')) route();
});
begin();
