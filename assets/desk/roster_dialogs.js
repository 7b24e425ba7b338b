// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before something is done with a roster. Each gives true when it was done.
import * as api from './api.js';
import {button, dialog, field, fill, h, news, segments, select, showFaults, tick} from './dom.js';
import {said, t} from './language.js';

const hexadecimal = () => [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, '0')).join('');

function asking(close, content, words, send) {
  const form = h('form', {noValidate: true, onsubmit: async (event) => {
    event.preventDefault();
    try {
      close(await send() ?? true);
    } catch (refusal) {
      const rest = showFaults(form, refusal.faults ?? []);
      if (rest.length > 0 || !refusal.faults?.length) news(rest[0]?.message ?? refusal.message, 'bad');
    }
  }}, h('div.stack', {}, content), h('div.buttons', {}, button(t('先不', 'Not now'), () => close()), h('button.button.primary', {type: 'submit'}, words)));
  return form;
}

export function exportDialog(id) {
  const purpose = h('input', {placeholder: t('比如：门口对名字', 'For example: names at the door')});
  const format = select([['xlsx', 'Excel (.xlsx)'], ['csv', 'CSV']], 'xlsx');
  const phones = tick(t('带上手机号', 'With phone numbers'), false);
  return dialog(t('导出表格', 'Export'), (close) => asking(close, [field(t('做什么用', 'What for'), purpose, {path: 'purpose', hint: t('记录在案。', 'It goes into the log.')}), field(t('格式', 'Format'), format), phones], t('导出', 'Export'), async () => {
    const file = await api.post(`/rosters/${id}/export`, {purpose: purpose.value, format: format.value, phones: phones.firstElementChild.checked}, {blob: true});
    const link = h('a', {href: URL.createObjectURL(file), download: `roster-${id}.${format.value}`});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }));
}

export function importDialog(id) {
  const input = h('input', {type: 'file', accept: '.csv,text/csv'});
  const report = h('div', {role: 'status'});
  return dialog(t('从表格导入', 'Import a table'), (close) => {
    const ask = async (really) => {
      if (!input.files[0]) return;
      try {
        const answer = await api.post(`/rosters/${id}/import${api.query({try: !really})}`, input.files[0], {type: 'text/csv'});
        if (really && answer.taken) return close(true);
        fill(report, h('p', {}, t(`${answer.rows} 行：添 ${answer.added}，候补 ${answer.waitlisted}，不收 ${answer.refused}`, `${answer.rows} rows: ${answer.added} added, ${answer.waitlisted} waiting, ${answer.refused} refused`)),
          h('ul', {}, answer.lines.map((line) => h('li.quiet', {}, `${line.line}: ${said(line.sentence)}`))), answer.added + answer.waitlisted > 0 ? button(t('收进来', 'Take it'), () => ask(true), {look: 'primary small'}) : null);
      } catch (refusal) {
        fill(report, h('p.wrong', {}, refusal.message));
      }
    };
    input.addEventListener('change', () => ask(false));
    return h('div.stack', {}, field(t('CSV，抬头有：称呼、电话、人数', 'CSV with the headings name, phone, party'), input), report);
  });
}

// By keyboard alone: name, Tab, how many, Enter. `done` gets the row.
export function addForm(id, roster, done, more = {}) {
  const name = h('input', {autocomplete: 'off'});
  const phone = h('input', {inputMode: 'tel', autocomplete: 'off'});
  const party = h('input', {type: 'number', min: 1, value: 1, inputMode: 'numeric'});
  const walkingIn = tick(t('现在就进（签到）', 'Walking in now'), more.walkingIn ?? false);
  const own = (roster?.form?.questions ?? []).map((question, index) => ({question, index})).filter(({question}) => !['name', 'phone', 'party'].includes(question.kind));
  const asked = own.map(({question, index}) => answerField(question, index));
  let request = hexadecimal();
  return asking((value) => value === undefined ? done() : done(value), [h('div.grid3', {}, field(t('怎么称呼', 'Name'), name, {path: 'name'}), field(t('手机（可不留）', 'Phone (if any)'), phone, {path: 'phone'}), field(t('几位', 'How many'), party, {path: 'party'})), asked.map((one) => one.element), walkingIn],
    t('登记', 'Add'), async () => {
      const row = await api.post(`/rosters/${id}/sign-ups`, {request, name: name.value, phone: phone.value, party: Number(party.value) || 1, walking_in: walkingIn.firstElementChild.checked, answers: asked.map((one) => one.value()).filter(Boolean)});
      request = hexadecimal();
      return row;
    });
}

function answerField(question, index) {
  const path = `answers.${index}`;
  if (question.kind === 'consent') {
    const box = tick(said(question.prompt), false);
    return {element: h('div.field', {'data-path': path}, box, h('p.wrong', {hidden: true})), value: () => ({question: index, ticked: box.firstElementChild.checked})};
  }
  if (question.kind === 'choice') {
    const box = select([['', '—'], ...question.options.map((one, at) => [at, said(one)])], '');
    return {element: field(said(question.prompt), box, {path}), value: () => box.value === '' ? null : {question: index, chosen: [Number(box.value)]}};
  }
  if (question.kind === 'choices') {
    const boxes = question.options.map((one) => tick(said(one), false));
    return {element: h('div.field', {role: 'group', 'aria-label': said(question.prompt), 'data-path': path}, h('p.label', {}, said(question.prompt)), h('div.row', {}, boxes), h('p.wrong', {hidden: true})),
            value: () => ({question: index, chosen: boxes.flatMap((one, at) => one.firstElementChild.checked ? [at] : [])})};
  }
  const counted = question.kind === 'number' || question.kind === 'age';
  const box = h('input', {type: counted ? 'number' : 'text'});
  return {element: field(said(question.prompt), box, {path}), value: () => box.value === '' ? null : {question: index, ...(counted ? {number: Number(box.value)} : {text: box.value})}};
}

export function addDialog(id, roster) {
  return dialog(t('登记一位', 'Add somebody'), (close) => {
    const form = addForm(id, roster, close);
    queueMicrotask(() => form.querySelector('input').focus());
    return form;
  }, {look: 'wide'});
}

export function partyDialog(row) {
  let more = 1;
  const left = row.party - row.present;
  const post = (what, body) => api.post(`/sign-ups/${row.id}/${what}`, {version: row.version, ...body});
  return dialog(row.name || row.code, (close) => {
    const act = (send) => send.then(() => close(true), (refusal) => news(refusal.message, 'bad'));
    return h('div.stack', {}, h('p', {}, t(`一共 ${row.party} 位，到了 ${row.present} 位。这次到几位？`, `A party of ${row.party}, ${row.present} here. How many came now?`)),
      h('div.row', {}, segments(t('这次到几位', 'How many came'), Array.from({length: Math.min(left, 12)}, (_, at) => [String(at + 1), at + 1]), '1', (one) => {
        more = Number(one);
      }), button(t('签到', 'Check in'), () => act(post('check-in', {more})), {look: 'primary small'})),
      h('div.row', {}, row.present > 0 && row.checked_in?.can_undo ? button(t('撤销上一次', 'Undo the last'), () => act(post('check-in-undo', {})), {look: 'small'}) : null,
        row.present === 0 ? button(t('取消报名', 'Cancel the sign-up'), () => act(post('cancel', {})), {look: 'small bad'}) : null,
        row.present > 0 && left > 0 ? button(t(`就这 ${row.present} 位了`, `Only these ${row.present}`), () => act(post('shrink', {party: row.present})), {look: 'small'}) : null));
  });
}

export function placeDialog(row) {
  const place = h('input', {type: 'number', min: 1, value: row.place});
  const reason = h('input', {});
  return dialog(t('候补次序', 'Order of the waiting list'), (close) => asking(close, [field(t('排到第几', 'New place'), place, {path: 'place'}), field(t('为什么', 'Why'), reason, {path: 'reason', hint: t('记录在案。', 'It goes into the log.')})], t('排好', 'Move'),
    () => api.put(`/sign-ups/${row.id}/place`, {version: row.version, place: Number(place.value), reason: reason.value})));
}
