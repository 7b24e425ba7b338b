// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts of the staff.
import * as api from './api.js';
import {button, confirm, dialog, field, fill, h, news, select, showFaults} from './dom.js';
import {t} from './language.js';
import {ago} from './time.js';

const roles = [['desk', t('服务台：签到、名册', 'Front desk: check-in, rosters')], ['editor', t('编辑：还可写节目', 'Editor: also the programme')],
               ['manager', t('主管：还可管账号、屏幕', 'Manager: also accounts and screens')]];
const roleWords = (role) => roles.find(([key]) => key === role)?.[1].split(/[：:]/)[0];

function ask(title, content, words, send) {
  return dialog(title, (close) => {
    const form = h('form', {noValidate: true, onsubmit: async (event) => {
      event.preventDefault();
      try {
        await send();
        close(true);
      } catch (refusal) {
        const rest = showFaults(form, refusal.faults ?? []);
        if (rest.length > 0 || !refusal.faults?.length) news(rest[0]?.message ?? refusal.message, 'bad');
      }
    }}, h('div.stack', {}, content), h('div.buttons', {}, button(t('先不', 'Not now'), () => close()), h('button.button.primary', {type: 'submit'}, words)));
    return form;
  });
}

export async function open({session}) {
  const rows = h('tbody');
  const load = async () => {
    const {users} = await api.get('/users');
    fill(rows, users.map((user) => h('tr', {}, h('td.whole', {}, h('b', {}, user.name), user.title ? h('span.quiet', {}, ` · ${user.title}`) : ''), h('td', {}, roleWords(user.role)),
      h('td', {}, user.disabled ? h('span.pill.bad', {}, t('停用', 'Disabled')) : user.must_change ? h('span.pill.wait', {}, t('要换密码', 'Must choose a password')) : h('span.pill.good', {}, t('在用', 'In use'))),
      h('td.quiet', {}, user.last_seen ? ago(user.last_seen) : t('还没来过', 'never')),
      h('td.acts', {}, h('span.row', {}, button(t('改', 'Change'), () => change(user), {look: 'small', 'aria-label': t(`改 ${user.name}`, `Change ${user.name}`)}),
        button(t('重设密码', 'New password'), () => password(user), {look: 'small', 'aria-label': t(`重设 ${user.name} 的密码`, `New password for ${user.name}`)}))))));
  };
  const act = async (what) => {
    if (await what) await load();
  };
  const add = () => {
    const name = h('input', {autocomplete: 'off'});
    const title = h('input', {autocomplete: 'off'});
    const role = select(roles, 'editor');
    const word = h('input', {type: 'text', autocomplete: 'off', spellcheck: false});
    return act(ask(t('添账号', 'New account'), [field(t('称呼，也是账号', 'Name, to sign in with'), name, {path: 'name'}), field(t('职务', 'What they do'), title, {path: 'title'}),
      field(t('能做什么', 'May do'), role, {path: 'role'}), field(t('第一个密码', 'First password'), word, {path: 'password', hint: t('告诉本人；第一次登录就要换。', 'Tell them; they choose another at once.')})],
      t('添上', 'Add'), () => api.post('/users', {name: name.value, title: title.value, role: role.value, password: word.value})));
  };
  const change = (user) => {
    const title = h('input', {value: user.title ?? ''});
    const role = select(roles, user.role);
    return act(ask(user.name, [field(t('职务', 'What they do'), title, {path: 'title'}), field(t('能做什么', 'May do'), role, {path: 'role'}),
      h('div.row', {}, user.id === session.user.id ? null : button(user.disabled ? t('重新启用', 'Enable') : t('停用', 'Disable'), async () => {
        await api.put(`/users/${user.id}`, {disabled: !user.disabled}).then(load, (refusal) => news(refusal.message, 'bad'));
        document.querySelector('dialog')?.close();
      }, {look: 'small bad'}), button(t('到处退出', 'Sign out everywhere'), async () => {
        const yes = await confirm(t('到处退出？', 'Sign out everywhere?'), t('这个账号在所有电脑上都要重新登录。', 'The account has to sign in anew on every computer.'), t('退出', 'Sign out'));
        if (yes) await api.remove(`/users/${user.id}/sessions`).catch((refusal) => news(refusal.message, 'bad'));
      }, {look: 'small'}))], t('改好', 'Change'), () => api.put(`/users/${user.id}`, {title: title.value, role: role.value})));
  };
  const password = (user) => {
    const word = h('input', {type: 'text', autocomplete: 'off', spellcheck: false});
    return act(ask(t(`重设 ${user.name} 的密码`, `New password for ${user.name}`), [field(t('新密码', 'New password'), word, {path: 'password', hint: t('告诉本人；登录后要换。', 'Tell them; they choose another at once.')})],
      t('设好', 'Set'), () => api.put(`/users/${user.id}/password`, {password: word.value})));
  };
  await load();
  return {title: t('账号', 'Accounts'), element: h('div.page', {}, h('div.head', {}, h('h1', {}, t('账号', 'Accounts')), h('span.grow'), button(t('添账号', 'New account'), add, {look: 'primary', icon: 'plus'})),
    h('div.card', {}, h('table.table.folds', {}, h('thead', {}, h('tr', {}, [t('称呼', 'Name'), t('能做什么', 'May do'), t('状态', 'State'), t('最近', 'Last seen'), ''].map((one) => h('th', {scope: 'col'}, one || h('span.unseen', {}, t('操作', 'Actions')))))), rows)))};
}
