// SPDX-License-Identifier: GPL-3.0-or-later
// The house: its name, hours, closure days, who is on duty; its venues and their floors.
import * as api from './api.js';
import {button, dialog, field, fill, h, icon, news, showFaults} from './dom.js';
import {said, t} from './language.js';
import {allowed} from './sections.js';
import {dayWords, today, weekday} from './time.js';

const days = [t('周一', 'Monday'), t('周二', 'Tuesday'), t('周三', 'Wednesday'), t('周四', 'Thursday'), t('周五', 'Friday'), t('周六', 'Saturday'), t('周日', 'Sunday')];
const clockOf = (minute) => `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const minuteOf = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

function pair(label, of, name, changed) {
  of[name] ??= {zh: '', en: ''};
  return ['zh', 'en'].map((tongue) => {
    const box = h('input', {value: of[name][tongue] ?? '', lang: tongue === 'en' ? 'en' : 'zh-CN', oninput: () => {
      of[name][tongue] = box.value;
      changed();
    }});
    return field(tongue === 'zh' ? label : `${label} · English`, box, {path: `${name}.${tongue}`});
  });
}

function week(label, hours, changed) {
  return h('fieldset.week', {}, h('legend.label', {}, label), days.map((name, index) => {
    const [opens, closes] = hours[index] ?? [0, 0];
    const shut = opens === closes;
    const boxes = [opens, closes].map((minute, at) => h('input', {type: 'time', value: shut ? '' : clockOf(minute), disabled: shut,
      'aria-label': `${label} ${name} ${at === 0 ? t('开', 'opens') : t('关', 'closes')}`, oninput: () => {
        if (!boxes[at].value) return;
        hours[index][at] = minuteOf(boxes[at].value) || (at === 1 ? 1440 : 0);
        changed();
      }}));
    const box = h('input', {type: 'checkbox', checked: !shut, onchange: () => {
      hours[index] = box.checked ? [540, 1260] : [0, 0];
      boxes.forEach((one, at) => {
        one.disabled = !box.checked;
        one.value = box.checked ? clockOf(hours[index][at]) : '';
      });
      changed();
    }});
    return h('div.row', {}, h('label.tick', {}, box, h('span.mark', {}, icon('check')), h('span', {}, name)), boxes[0], '–', boxes[1]);
  }));
}

function closures(centre, changed) {
  const list = h('div.row', {});
  const draw = () => fill(list, centre.closure_days.filter((one) => one >= today()).map((one) => h('span.pill.wait.tag', {}, `${dayWords(one)} ${weekday(one)}`,
    h('button', {type: 'button', 'aria-label': t(`去掉 ${one}`, `Remove ${one}`), onclick: () => {
      centre.closure_days = centre.closure_days.filter((other) => other !== one);
      draw();
      changed();
    }}, icon('close')))), centre.closure_days.length === 0 ? h('span.quiet', {}, t('没有', 'None')) : null);
  const box = h('input', {type: 'date', min: today()});
  draw();
  return h('div.stack', {'data-path': 'closure_days'}, h('p.label', {}, t('闭馆日', 'Closure days')), list,
    h('div.row', {}, h('div', {}, field(t('添一天', 'Add a day'), box)), button(t('添上', 'Add'), () => {
      if (!box.value || centre.closure_days.includes(box.value)) return;
      centre.closure_days = [...centre.closure_days, box.value].sort();
      box.value = '';
      draw();
      changed();
    }, {look: 'small'})));
}

function venuesCard(venues, editor) {
  const rows = h('tbody');
  const draw = () => fill(rows, [...venues].sort((a, b) => a.storey - b.storey).map((venue) => h('tr', {}, h('td.whole', {}, h('b', {}, said(venue.name))), h('td', {}, said(venue.floor) || (venue.storey > 0 ? venue.storey : t('不在馆里', 'elsewhere'))),
    h('td.quiet', {}, said(venue.directions)), h('td.acts', {}, editor ? button(t('改', 'Change'), () => edit(venue), {look: 'small', 'aria-label': t(`改 ${said(venue.name)}`, `Change ${said(venue.name)}`)}) : null))));
  const edit = async (venue) => {
    const value = structuredClone(venue ?? {storey: 1});
    const storey = h('input', {type: 'number', min: 0, max: 200, value: value.storey, oninput: () => {
      value.storey = Math.round(Number(storey.value)) || 0;
    }});
    await dialog(venue ? said(venue.name) : t('添地点', 'New venue'), (close) => {
      const form = h('form', {noValidate: true, onsubmit: async (event) => {
        event.preventDefault();
        try {
          const kept = venue ? await api.put(`/venues/${venue.id}`, value) : await api.post('/venues', value);
          if (venue) Object.assign(venue, kept);
          else venues.push(kept);
          draw();
          close();
        } catch (refusal) {
          const rest = showFaults(form, refusal.faults ?? []);
          if (rest.length > 0 || !refusal.faults?.length) news(rest[0]?.message ?? refusal.message, 'bad');
        }
      }}, h('div.grid2', {}, pair(t('名字', 'Name'), value, 'name', () => {}), pair(t('短名（小卡片上）', 'Short name'), value, 'short_name', () => {}), pair(t('楼层', 'Floor'), value, 'floor', () => {}),
            pair(t('怎么走', 'How to get there'), value, 'directions', () => {}), field(t('第几层（0：不在馆里）', 'Storey (0: elsewhere)'), storey, {path: 'storey'})),
        h('div.buttons', {}, button(t('先不', 'Not now'), () => close()), h('button.button.primary', {type: 'submit'}, t('存好', 'Save'))));
      return form;
    }, {look: 'wide'});
  };
  draw();
  return h('section.card', {}, h('div.head', {}, h('h2', {}, t('地点', 'Venues')), h('span.grow'), editor ? button(t('添地点', 'New venue'), () => edit(null), {look: 'small', icon: 'plus'}) : null),
    h('table.table.folds', {}, h('thead', {}, h('tr', {}, [t('名字', 'Name'), t('楼层', 'Floor'), t('怎么走', 'How to get there'), ''].map((one) => h('th', {scope: 'col'}, one || h('span.unseen', {}, t('操作', 'Actions')))))), rows));
}

export async function open({session}) {
  const [centre, {venues}] = await Promise.all([api.get('/centre'), api.get('/venues')]);
  const editor = allowed(session.user.role, 'editor');
  const save = h('button.button.primary', {type: 'submit', disabled: true}, t('存好', 'Save'));
  const changed = () => {
    save.disabled = false;
  };
  const plain = (label, name) => {
    const box = h('input', {value: centre[name] ?? '', oninput: () => {
      centre[name] = box.value;
      changed();
    }});
    return field(label, box, {path: name});
  };
  const form = h('form.card.stack', {noValidate: true, onsubmit: async (event) => {
    event.preventDefault();
    try {
      Object.assign(centre, await api.put('/centre', centre));
      showFaults(form, []);
      save.disabled = true;
      news(t('存好了，发布后上屏。', 'Saved; publish to show it.'));
    } catch (refusal) {
      const rest = showFaults(form, refusal.faults ?? []);
      if (rest.length > 0 || !refusal.faults?.length) news(rest[0]?.message ?? refusal.message, 'bad');
    }
  }}, h('fieldset.stack', {disabled: !editor}, h('legend.unseen', {}, t('场馆', 'The centre')), h('div.grid2', {}, pair(t('馆名', 'Name'), centre, 'name', changed), plain(t('电话', 'Phone'), 'phone'), plain(t('二维码的网址', 'Address behind QR codes'), 'public_url'),
        pair(t('地址', 'Address'), centre, 'address', changed), pair(t('开门时间旁边的一句', 'A word beside the hours'), centre, 'closing_note', changed)),
      h('div.grid2', {}, week(t('开门时间', 'Opening hours'), centre.hours, changed), week(t('社工在的时间', 'Hours of the social worker'), centre.duty_hours, changed)),
      h('div.grid2', {}, pair(t('值班社工', 'Social worker'), centre, 'duty_name', changed), pair(t('在哪', 'Where'), centre, 'duty_place', changed)), closures(centre, changed)),
    editor ? h('div.buttons', {}, save) : null);
  return {title: t('场馆与时间', 'House and hours'), element: h('div.page', {}, h('div.head', {}, h('h1', {}, t('场馆与时间', 'House and hours'))), form, venuesCard(venues, editor))};
}
