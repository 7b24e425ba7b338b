// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a listing: for review, onto the screens now or later, off them again.
import * as api from './api.js';
import {button, confirm, dialog, field, h, news} from './dom.js';
import {t} from './language.js';
import {allowed} from './sections.js';
import {instantOf, now, wall} from './time.js';

async function setState(editor, state, more = {}) {
  if (!await editor.save()) return;
  try {
    const done = await api.put(`/listings/${editor.id}/state`, {revision: editor.entry.revision, state, ...more});
    editor.effects.clear();
    await editor.reload();
    if (done.version) {
      news(t(`第 ${done.version} 版，屏幕约一分钟后跟上。`, `Version ${done.version}; screens follow in about a minute.`));
    }
  } catch (refusal) {
    news(refusal.faults?.[0]?.message ?? refusal.message, 'bad');
  }
}

async function later(editor) {
  const box = h('input', {type: 'datetime-local', min: wall(now()).slice(0, 16)});
  const at = await dialog(t('定时发布', 'Publish at a time'), (close) => h('div', {}, field(t('几时上屏', 'When'), box),
    h('div.buttons', {}, button(t('先不', 'Not now'), () => close()),
      button(t('定好', 'Set'), () => box.value && close(box.value), {look: 'primary'}))));
  if (at) await setState(editor, 'published', {publish_at: instantOf(at)});
}

async function review(editor) {
  const note = h('textarea', {rows: 2});
  const sent = await dialog(t('送审', 'Send for review'), (close) => h('div', {}, field(t('对审的人说', 'A word to the reviewer'), note),
    h('div.buttons', {}, button(t('先不', 'Not now'), () => close()), button(t('送审', 'Send'), () => close(true), {look: 'primary'}))));
  if (sent) await setState(editor, 'review', {note: note.value});
}

async function withdraw(editor) {
  const yes = await confirm(t('撤下来？', 'Withdraw it?'),
    t('屏上不再显示它；已报名的人在名册里还在，请另行通知。', 'Screens show it no more. Who signed up stays on the roster and has to be told.'), t('撤下', 'Withdraw'));
  if (yes) await setState(editor, 'withdrawn');
}

async function duplicate(editor) {
  if (!await editor.save()) return;
  try {
    const {id} = await api.post(`/listings/${editor.id}/duplicate`, {weeks: 52, dates: true});
    location.hash = `#/listing/${id}`;
    news(t('照着建了一份，日期往后一年，是草稿。', 'Made a copy, its dates a year later, as a draft.'));
  } catch (refusal) {
    news(refusal.message, 'bad');
  }
}

function menu(items) {
  const list = h('ul', {hidden: true});
  const opener = button(t('更多', 'More'), () => show(list.hidden), {'aria-expanded': 'false', 'aria-haspopup': 'true'});
  const box = h('div.menu', {}, opener, list);
  const show = (yes) => {
    list.hidden = !yes;
    opener.setAttribute('aria-expanded', String(yes));
    if (yes) list.querySelector('button')?.focus();
  };
  for (const [words, act] of items.filter(Boolean)) {
    list.append(h('li', {}, h('button', {type: 'button', onclick: () => {
      show(false);
      act();
    }}, words)));
  }
  box.addEventListener('focusout', (event) => box.contains(event.relatedTarget) || show(false));
  box.addEventListener('keydown', (event) => {
    const at = [...list.querySelectorAll('button')];
    const move = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (event.key === 'Escape') {
      show(false);
      opener.focus();
    } else if (move && !list.hidden) {
      event.preventDefault();
      at[(at.indexOf(document.activeElement) + move + at.length) % at.length].focus();
    }
  });
  return box;
}

export function stateButtons(editor) {
  const {entry, readOnly, session} = editor;
  const print = button(t('打印海报', 'Print poster'), () => window.print());
  if (readOnly) return [print];
  const waits = entry.state !== 'published' || entry.pending || editor.dirty || Boolean(entry.publish_at);
  return [menu([
    entry.state !== 'review' && entry.state !== 'published' ? [t('送审', 'Send for review'), () => review(editor)] : null,
    [t('定时发布……', 'Publish at a time…'), () => later(editor)],
    entry.state !== 'draft' && entry.state !== 'published' ? [t('改回草稿', 'Back to draft'), () => setState(editor, 'draft')] : null,
    entry.state === 'published' ? [t('撤下', 'Withdraw'), () => withdraw(editor)] : null,
    [t('照着建一份明年的', 'Copy for next year'), () => duplicate(editor)],
    [t('历史与撤销', 'History and undo'), () => editor.showHistory()],
    allowed(session.user.role, 'desk') && editor.dates.length > 0
        ? [t('看报名名册', 'See the roster'), () => { location.hash = `#/rosters?listing=${editor.id}`; }] : null,
  ]), print, button(t('发布到屏幕', 'Publish'), () => setState(editor, 'published'), {look: 'primary', disabled: !waits})];
}
