// SPDX-License-Identifier: GPL-3.0-or-later
// The door: setting up, signing in, another password.
import * as api from './api.js';
import {button, dialog, field, h, showFaults} from './dom.js';
import {language, said, speak, t} from './language.js';

const password_least = 10;

function house(session) {
  return h('div.house', {}, h('span.seal', {'aria-hidden': 'true'}, '文', h('br'), '澜'),
           h('span', {}, h('b', {}, t('文澜桌面', 'Wenlan desk')), h('small', {}, said(session.centre))));
}

function otherLanguage() {
  const other = language === 'en' ? 'zh' : 'en';
  return button(other === 'zh' ? '中文' : 'English', () => speak(other), {look: 'quiet small', lang: other});
}

// A form that asks the hub and says in place what was wrong.
function asking(content, words, ask, then) {
  const trouble = h('p.wrong', {role: 'alert', hidden: true});
  const go = h('button.button.primary', {type: 'submit'}, words);
  const form = h('form', {noValidate: true, onsubmit: async (event) => {
    event.preventDefault();
    trouble.hidden = true;
    go.disabled = true;
    try {
      then(await ask());
    } catch (refusal) {
      const rest = refusal.faults ? showFaults(form, refusal.faults) : [];
      trouble.hidden = refusal.faults?.length > 0 && rest.length === 0;
      trouble.textContent = rest[0]?.message ?? refusal.message;
    }
    go.disabled = false;
  }}, content, trouble, h('div.buttons', {}, go));
  return form;
}

const passwordBox = (name) => h('input', {type: 'password', autocomplete: name, required: true});

export function signInForm(session, entered) {
  const name = h('input', {autocomplete: 'username', required: true, spellcheck: false});
  const password = passwordBox('current-password');
  return asking([house(session), h('h1', {}, t('签到上班', 'Sign in')),
    field(t('账号', 'Name'), name, {path: 'name'}), field(t('密码', 'Password'), password, {path: 'password'}),
    h('p.hint', {}, t('忘了密码？请主管重设。', 'Forgotten it? A manager can set a new one.'), ' ', otherLanguage())],
    t('进去', 'Sign in'),
    () => api.post('/session', {name: name.value, password: password.value}, {open: true}), entered);
}

// The session was lost: what is on the page stays, and is saved afterwards.
let waiting = null;
export function signInOver(session, take) {
  waiting ??= dialog(t('请再登录一次', 'Please sign in again'), (close) => {
    const password = passwordBox('current-password');
    const name = h('input', {autocomplete: 'username', value: session.user.name});
    return asking([h('p', {}, t('隔得久了。您写的都还在，登录后接着写。',
                                'It has been a while. What you wrote is still here.')),
      field(t('账号', 'Name'), name, {path: 'name'}), field(t('密码', 'Password'), password, {path: 'password'})],
      t('接着写', 'Go on'),
      () => api.post('/session', {name: name.value, password: password.value}, {open: true}), (news) => {
        if (news.user.id !== session.user.id) return location.reload();
        take(news);
        close(true);
      });
  }, {firm: true}).finally(() => {
    waiting = null;
  });
  return waiting;
}

export function setUpForm(session, entered) {
  const token = new URLSearchParams(location.hash.slice(1)).get('setup') ?? '';
  const name = h('input', {autocomplete: 'username', required: true});
  const title = h('input', {autocomplete: 'organization-title'});
  const password = passwordBox('new-password');
  const again = passwordBox('new-password');
  const key = h('input', {value: token, autocomplete: 'off', spellcheck: false});
  return asking([house(session), h('h1', {}, t('第一次使用', 'Setting up')),
    h('p', {}, t('建第一个账号，它是主管。其他人的账号由主管添。',
                 'Make the first account, a manager’s. Managers add the others.')),
    token ? null : field(t('主机打印的钥匙', 'The key that the hub printed'), key,
                         {path: 'token', hint: t('在办公室主机上，wenlan-hub serve 打印的链接里。',
                                                 'In the link that wenlan-hub serve prints.')}),
    field(t('称呼，也是账号', 'Your name, to sign in with'), name, {path: 'name'}),
    field(t('职务', 'What you do here'), title, {path: 'title'}),
    field(t('密码', 'Password'), password, {path: 'password',
      hint: t(`至少 ${password_least} 个字符，长一点比花样多好。`, `At least ${password_least} characters; longer is better than stranger.`)}),
    field(t('再写一遍', 'Once more'), again, {path: 'again'})],
    t('建好，进去', 'Set up'), () => {
      same(password, again);
      return api.post('/setup', {token: key.value, name: name.value, title: title.value,
                                 password: password.value}, {open: true});
    }, entered);
}

function same(password, again) {
  if (password.value === again.value) return;
  const message = {zh: '两遍不一样。', en: 'The two are not the same.'};
  throw new api.Refusal(422, {code: 'desk.fields', message, fields: [{field: 'again', message}]});
}

export function changePassword(session, entered, must) {
  const old = passwordBox('current-password');
  const fresh = passwordBox('new-password');
  const again = passwordBox('new-password');
  return asking([must ? house(session) : null,
    must ? h('h1', {}, t('先换个密码', 'Choose a password')) : null,
    must ? h('p', {}, t('现在的密码是主管设的，换成只有您知道的。', 'A manager set the present one; choose one that only you know.')) : null,
    field(t('现在的密码', 'Present password'), old, {path: 'old'}),
    field(t('新密码', 'New password'), fresh, {path: 'new', hint: t(`至少 ${password_least} 个字符。`, `At least ${password_least} characters.`)}),
    field(t('再写一遍', 'Once more'), again, {path: 'again'})],
    t('换好', 'Change'), () => {
      same(fresh, again);
      return api.put('/password', {old: old.value, new: fresh.value});
    }, entered);
}
