// SPDX-License-Identifier: GPL-3.0-or-later
// Who comes to one occasion: found in a moment, checked in, in parts if they come in parts.
import * as api from './api.js';
import {button, dialog, fill, h, icon, news} from './dom.js';
import {pager} from './pager.js';
import {addDialog, exportDialog, importDialog, partyDialog, placeDialog} from './roster_dialogs.js';
import {scanButton} from './scan.js';
import {said, t} from './language.js';
import {clock, dayWords, day, moment, now} from './time.js';

const page_size = 50;
const look_again_ms = 4000;
const sources = {screen: t('屏上', 'screen'), phone: t('手机', 'phone'), desk: t('社工', 'desk')};

class Roster {
  constructor(id) {
    this.id = id;
    this.wanted = {q: '', filter: 'all', offset: 0};
    this.chosen = null;
    this.head = h('div.head.roster-head', {});
    this.numbers = h('dl.numbers', {});
    this.chips = h('div.row', {role: 'group', 'aria-label': t('筛选', 'Filter')});
    this.rows = h('tbody');
    this.foot = h('div.pages', {});
    this.late = h('div.late', {});
    this.find = h('input', {type: 'search', 'aria-label': t('取票码、姓名、首字母或手机后四位', 'Code, name, initials or last four digits'),
                            placeholder: t('输入取票码、姓名或 wxy', 'Code, name or initials'), 'aria-keyshortcuts': '/'});
    let typing = 0;
    this.find.addEventListener('input', () => {
      clearTimeout(typing);
      typing = setTimeout(() => this.change({q: this.find.value}), 120);
    });
    this.find.addEventListener('keydown', (event) => event.key === 'Enter' && this.enter(event));
    this.keys = (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName)) return;
      event.preventDefault();
      this.find.focus();
      this.find.select();
    };
    document.addEventListener('keydown', this.keys);
  }

  change(what) {
    Object.assign(this.wanted, {offset: 0}, what);
    return this.load();
  }

  async load(stamp) {
    clearTimeout(this.waiting);
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const answer = await api.get(`/rosters/${this.id}${api.query({...this.wanted, limit: page_size, stamp})}`, {signal: this.asked.signal});
      if (answer) this.show(answer);
    } catch (refusal) {
      if (refusal.name === 'AbortError') return;
      if (!this.answer) throw refusal;
      news(refusal.message, 'bad');
    }
    if (!this.over) this.waiting = setTimeout(() => this.load(this.answer?.stamp), look_again_ms);
  }

  show(answer) {
    this.answer = answer;
    if (answer.found) this.chosen = answer.found;
    if (!answer.rows.some((row) => row.id === this.chosen)) this.chosen = null;
    this.drawHead();
    this.drawNumbers();
    this.drawChips();
    fill(this.rows, answer.rows.map((row) => this.row(row)));
    if (answer.rows.length === 0) {
      fill(this.rows, h('tr', {}, h('td', {colspan: 8}, h('div.empty', {}, icon('ticket'), h('p', {}, this.wanted.q || this.wanted.filter !== 'all'
        ? t('没找到。看看别的场次，或请他报手机后四位。', 'Nobody found. Perhaps another date, or ask for the last four digits.') : t('还没有人报名', 'Nobody has signed up yet'))))));
    }
    pager(this.foot, answer.total, this.wanted.offset, page_size, (offset) => this.change({offset}));
    fill(this.late, answer.late.slice(0, 1).map((one) => [h('i.dot.wait', {'aria-hidden': 'true'}), h('span', {}, t(
      `${one.code} 在断网时登记${one.kiosk_code ? `（临时码 ${one.kiosk_code}）` : ''}，已于 ${clock(one.arrived)} 补传，座位按送达顺序排定。`,
      `${one.code} was taken without a network${one.kiosk_code ? ` (as ${one.kiosk_code})` : ''} and came in at ${clock(one.arrived)}; places go by when they came in.`))]));
  }

  drawHead() {
    const {occasion} = this.answer;
    if (this.head.firstChild && this.headOf === occasion.id) return fill(this.updated, this.place());
    this.headOf = occasion.id;
    this.updated = h('p.quiet', {}, this.place());
    const more = button(t('更多', 'More'), () => this.moreDialog());
    fill(this.head, h('img.roster-pic', {src: api.posterOf(occasion.poster.name), alt: ''}), h('div', {}, h('h1', {}, `${said(occasion.title)}${t('报名名册', ': roster')}`), this.updated), h('span.grow'),
      button(t('导出表格', 'Export'), () => exportDialog(this.id)), button(t('打印签到单', 'Print'), () => this.print(), {icon: 'print'}),
      scanButton((code) => this.scanned(code)), more);
  }

  place() {
    const {occasion} = this.answer;
    const state = {cancelled: t(' · 已取消', ' · cancelled'), moved: t(' · 已改期', ' · moved')}[occasion.state] ?? '';
    return `${dayWords(day(occasion.start))} ${clock(occasion.start)} · ${said(occasion.venue)} · ${t(`${clock(this.answer.now)} 更新`, `as of ${clock(this.answer.now)}`)}${state}`;
  }

  drawNumbers() {
    const {numbers, occasion} = this.answer;
    const share = numbers.signed_up > 0 ? `${(100 * numbers.present / numbers.signed_up).toFixed(1)}%` : '';
    const needs = numbers.needs.slice(0, 2).map((one) => `${one.text} ${one.parties}`).join(' · ');
    const tile = (words, number, beside, look) => h('div.card', {class: look}, h('dt', {}, words), h('dd', {}, h('b', {}, number), ' ', h('small', {}, beside)));
    fill(this.numbers, tile(t('已报名', 'Signed up'), numbers.signed_up, occasion.capacity ? t(`共 ${occasion.capacity} 座`, `of ${occasion.capacity} seats`) : ''),
      tile(t('已签到', 'Here'), numbers.present, share, 'bam'), tile(t('现场余位', 'Left'), numbers.free, numbers.walk_in_left > 0 ? t(`含 ${numbers.walk_in_left} 席现场`, `${numbers.walk_in_left} for walk-ins`) : '', 'ver'),
      tile(t('已取消', 'Cancelled'), numbers.cancelled, t('座位已放回', 'seats given back'), 'gam'),
      numbers.needs.length > 0 ? tile(t('特别照顾', 'Needs'), numbers.needs.reduce((sum, one) => sum + one.parties, 0), needs, 'dai') : tile(t('候补', 'Waiting'), numbers.waiting, t('家', 'parties'), 'dai'));
  }

  drawChips() {
    const {filters} = this.answer;
    const words = {all: t('全部', 'All'), expected: t('未到', 'Not yet'), present: t('已到', 'Here'), cancelled: t('已取消', 'Cancelled'), staff: t('社工代登', 'By staff'), waiting: t('候补', 'Waiting'), to_tell: t('要通知', 'To tell')};
    fill(this.chips, Object.entries(words).filter(([key]) => ['all', 'expected', 'present', 'cancelled'].includes(key) || filters[key] > 0).map(([key, label]) =>
      h('button.chip', {type: 'button', 'aria-pressed': String(this.wanted.filter === key), onclick: () => this.change({filter: key})}, `${label} ${filters[key] ?? 0}`)));
  }

  row(row) {
    const found = row.id === this.chosen;
    return h('tr', {class: found ? 'found' : '', 'data-id': row.id, 'aria-current': found ? 'true' : undefined},
      h('td.code-cell', {}, row.code || '—'), h('td', {}, h('b', {}, row.name || t('（没留名）', '(no name)'))), h('td.phone', {}, this.phone(row)),
      h('td', {}, h('span.fold-label', {}, t('人数 ', 'party ')), row.party), h('td', {}, this.seat(row)), h('td.quiet', {}, sources[row.source] + (row.late ? t(' · 离线', ' · offline') : '')), h('td', {}, this.state(row)), h('td.acts', {}, h('i.tickbox'), this.action(row)));
  }

  seat(row) {
    if (row.state === 'cancelled') return t('— 已放回', '— given back');
    if (row.state === 'waitlisted') return t(`候补第 ${row.place}`, `waiting, no. ${row.place}`);
    return row.answers.map((one) => one.text).filter(Boolean).join('，').slice(0, 24) || t('不对号', 'unnumbered');
  }

  // Held: the whole number, and the log says who looked.
  phone(row) {
    if (row.by) return t('— 社工代登', '— by staff');
    if (!row.phone) return '—';
    const masked = row.phone.replace(/\*+/, ' ···· ');
    const shown = h('button.masked', {type: 'button', 'aria-label': t(`${masked}，按住看全号`, `${masked}, hold to see it`)}, masked);
    let held = 0;
    const show = async () => {
      try {
        const {phone} = await api.post(`/sign-ups/${row.id}/phone`);
        shown.textContent = phone;
        setTimeout(hide, 8000);
      } catch (refusal) {
        news(refusal.message, 'bad');
      }
    };
    const hide = () => {
      clearTimeout(held);
      shown.textContent = masked;
    };
    const hold = () => {
      clearTimeout(held);
      held = setTimeout(show, 500);
    };
    shown.addEventListener('pointerdown', hold);
    shown.addEventListener('keydown', (event) => event.key === 'Enter' && !event.repeat && hold());
    for (const end of ['pointerup', 'pointerleave', 'keyup', 'blur']) shown.addEventListener(end, hide);
    return shown;
  }

  state(row) {
    if (row.state === 'checked_in' && row.present >= row.party) return h('span.pill.good', {}, icon('check'), t(`已到 ${row.checked_in ? clock(row.checked_in.at) : ''}`, `here ${row.checked_in ? clock(row.checked_in.at) : ''}`));
    if (row.present > 0) return h('span.pill.blue', {}, t(`到 ${row.present} / ${row.party} · ${row.checked_in ? clock(row.checked_in.at) : ''}`, `${row.present} of ${row.party} · ${row.checked_in ? clock(row.checked_in.at) : ''}`));
    if (row.promoted) return h('span.pill.wait', {}, t(`补上了，${moment(row.promoted.tell_until)} 前告诉`, `promoted; tell by ${moment(row.promoted.tell_until)}`));
    return {confirmed: t('未到', 'not yet'), requested: t('待定', 'pending'), waitlisted: h('span.pill.wait', {}, t('候补', 'waiting')), declined: h('span.pill', {}, t('没排上', 'declined')), cancelled: h('span.pill', {}, t('已取消', 'cancelled')),
            no_show: h('span.pill', {}, t('没来', 'no-show'))}[row.state] ?? '';
  }

  action(row) {
    const small = (words, act, look = '') => button(words, act, {look: `small ${look}`, 'aria-label': `${words} ${row.name || row.code}`});
    if (row.state === 'cancelled') return small(t('恢复', 'Restore'), () => this.act(row, 'restore'), 'quiet');
    if (row.state === 'waitlisted') return small(t('排序', 'Order'), () => placeDialog(row).then((done) => this.after(done)), 'quiet');
    const left = row.party - row.present;
    const more = h('button.round.dots', {type: 'button', 'aria-label': t(`${row.name || row.code}：更多`, `${row.name || row.code}: more`), onclick: () => partyDialog(row).then((done) => this.after(done))}, '⋯');
    if (left <= 0) return row.checked_in?.can_undo ? small(t('撤销', 'Undo'), () => this.act(row, 'check-in-undo'), 'quiet') : null;
    if (row.state !== 'confirmed' && row.state !== 'checked_in' && row.state !== 'no_show') return null;
    const words = row.present > 0 ? t(`再到 ${left} 位`, `${left} more`) : t('签到', 'Check in');
    return h('span.row', {}, row.party > 1 ? more : null, small(words, () => this.act(row, 'check-in', {more: left}), row.id === this.chosen ? 'primary' : ''));
  }

  async act(row, what, more = {}) {
    try {
      const fresh = await api.post(`/sign-ups/${row.id}/${what}`, {version: row.version, ...more});
      this.chosen = fresh.id;
    } catch (refusal) {
      news(refusal.message, 'bad');
    }
    await this.load();
  }

  async after(done) {
    if (done) await this.load();
  }

  // Enter finds; once it is found, Enter again checks in.
  async enter(event) {
    event.preventDefault();
    await this.change({q: this.find.value});
    const rows = this.answer.rows;
    const row = rows.find((one) => one.id === (this.answer.found ?? this.chosen));
    if (row && this.ready === row.id) {
      this.ready = null;
      const left = row.party - row.present;
      if (left > 0) await this.act(row, 'check-in', {more: left});
      this.find.select();
      return;
    }
    if (!row && rows.length > 0) this.chosen = rows[0].id;
    this.ready = row?.id ?? this.chosen;
    this.show(this.answer);
    this.rows.querySelector('.found')?.scrollIntoView({block: 'nearest'});
  }

  async scanned(code) {
    this.find.value = code;
    await this.change({q: code});
    this.ready = this.answer.found;
    if (!this.answer.found) news(t('这个码不在这一场。', 'That code is not of this date.'), 'bad');
    this.find.focus();
  }

  async print() {
    const kept = this.answer;
    const all = [];
    for (let offset = 0; offset < kept.total; offset += 200) {
      all.push(...(await api.get(`/rosters/${this.id}${api.query({...this.wanted, offset, limit: 200})}`)).rows);
    }
    fill(this.rows, all.map((row) => this.row(row)));
    window.print();
    this.show(kept);
  }

  async moreDialog() {
    const past = new Date(this.answer.occasion.start) <= now();
    const done = await dialog(t('名册', 'Roster'), (close) => h('div.stack', {},
      button(t('登记一位（社工代登）', 'Add somebody'), async () => close(await addDialog(this.id, this.answer)), {icon: 'plus'}),
      button(t('从表格导入', 'Import a table'), async () => close(await importDialog(this.id))),
      past ? button(t('没来的放座位', 'Release the seats of who did not come'), () => api.post(`/rosters/${this.id}/release`).then(({released}) => {
        news(t(`放回了 ${released} 家的座位。`, `Released the seats of ${released} parties.`));
        close(true);
      }, (refusal) => news(refusal.message, 'bad'))) : null, this.answer.retention ? h('p.hint', {}, t(`名册在结束 ${this.answer.retention.days} 天后自动删除。`, `Deleted by itself ${this.answer.retention.days} days after the end.`)) : null));
    await this.after(done);
  }

  leave() {
    this.over = true;
    clearTimeout(this.waiting);
    this.asked?.abort();
    document.removeEventListener('keydown', this.keys);
  }
}

export async function open({id}) {
  const roster = new Roster(id);
  await roster.load();
  const columns = [t('取票码', 'Code'), t('姓名', 'Name'), t('手机', 'Phone'), t('人数', 'Party'), t('座位', 'Seats'), t('来源', 'From'), t('状态', 'State')];
  return {title: said(roster.answer.occasion.title), focus: roster.find, leave: () => roster.leave(), element: h('div.page.roster', {}, roster.head, roster.numbers,
    h('div.tools', {}, h('div.finder', {}, icon('search'), roster.find, h('kbd', {'aria-hidden': 'true'}, '/')), roster.chips, h('span.grow'), h('p.quiet.aside', {}, t('手机号只显示后四位，按住可看全号并记录在案', 'Hold a number to see it all; that is logged'))),
    h('div.card.roster-card', {}, h('table.table.folds', {}, h('thead', {}, h('tr', {}, columns.map((one) => h('th', {scope: 'col'}, one)), h('th', {scope: 'col'}, h('span.unseen', {}, t('操作', 'Actions'))))), roster.rows), roster.foot), roster.late)};
}
