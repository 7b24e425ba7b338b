// SPDX-License-Identifier: GPL-3.0-or-later
// What people are asked when they sign up, in order, and how that reads.
import {button, field, fill, h, icon, select, tick} from './dom.js';
import {said, t} from './language.js';

const kinds = [['name', t('怎么称呼', 'Name')], ['phone', t('手机', 'Phone')], ['party', t('几位来', 'How many come')],
  ['choice', t('选一个', 'Choose one')], ['choices', t('可选几个', 'Choose several')], ['text', t('写几句', 'A few words')],
  ['number', t('数字', 'A number')], ['age', t('年龄', 'Age')], ['consent', t('勾选同意', 'To agree to')]];
const prompts = {name: {zh: '怎么称呼您？', en: 'What shall we call you?'}, phone: {zh: '留个手机号', en: 'Your phone number'},
  party: {zh: '几位来？', en: 'How many are coming?'}, age: {zh: '几岁？', en: 'How old?'},
  consent: {zh: '未满 14 岁，家长同意参加', en: 'Under 14: a parent agrees'}};
const limits = {party: [t('最少几位', 'At least'), t('最多几位', 'At most')], choices: [t('最少选几个', 'At least'), t('最多选几个', 'At most')],
  text: [t('最少几字', 'Least characters'), t('最多几字', 'Most characters')], number: [t('最小', 'Least'), t('最大', 'Most')],
  age: [t('最小几岁', 'Youngest'), t('最大几岁', 'Oldest')]};
const chosen = (kind) => kind === 'choice' || kind === 'choices';

export function formPart(editor) {
  const {listing} = editor;
  if (!['sign_up', 'anonymous'].includes(listing.join)) return null;
  const list = h('ol.questions', {});
  const preview = h('div.asked', {'aria-label': t('报名时这样问', 'As it is asked'), role: 'group'});
  const changed = () => {
    drawPreview(preview, listing);
    editor.changed();
  };
  const draw = () => {
    fill(list, listing.form.map((question, index) => questionCard(editor, question, index, draw, changed)));
    drawPreview(preview, listing);
  };
  const addQuestion = (kind) => {
    listing.form.push({kind, prompt: {...(prompts[kind] ?? {zh: '', en: ''})}, required: true, least: 0, most: 0,
                       options: chosen(kind) ? [{zh: '', en: ''}, {zh: '', en: ''}] : []});
    draw();
    editor.changed();
    list.lastElementChild?.querySelector('input')?.focus();
  };
  const adding = select([['', t('添一问……', 'Add a question…')], ...kinds], '', () => {
    if (adding.value) addQuestion(adding.value);
    adding.value = '';
  });
  adding.setAttribute('aria-label', t('添一问', 'Add a question'));
  draw();
  return h('details.more', {open: editor.formOpen, ontoggle: (event) => {
    editor.formOpen = event.target.open;
  }}, h('summary', {}, listing.form.length > 0 ? t(`报名表：${listing.form.length} 问`, `Form: ${listing.form.length} questions`)
      : t('报名表：平常的（称呼、手机、几位）', 'Form: the usual (name, phone, how many)')),
    h('div.builder', {}, h('div', {}, list, h('div.row', {}, adding)), h('div', {}, h('h3', {}, t('报名时这样问', 'As it is asked')), preview)));
}

function questionCard(editor, question, index, draw, changed) {
  const {form} = editor.listing;
  const text = (label, of, tongue, path) => {
    const box = h('input', {value: of[tongue] ?? '', lang: tongue === 'en' ? 'en' : 'zh-CN', oninput: () => {
      of[tongue] = box.value;
      changed();
    }});
    return field(label, box, {path});
  };
  const number = (label, name) => {
    const box = h('input', {type: 'number', min: 0, value: question[name] || '', oninput: () => {
      question[name] = Math.round(Number(box.value)) || 0;
      changed();
    }});
    return field(label, box, {path: `form.${index}.${name}`});
  };
  const move = (by) => {
    form.splice(index, 1);
    form.splice(index + by, 0, question);
    draw();
    editor.changed();
  };
  const small = (name, words, act, enabled = true) => h('button.round', {type: 'button', 'aria-label': `${words} ${index + 1}`, disabled: !enabled, onclick: act}, icon(name));
  return h('li.question', {'data-path': `form.${index}`},
    h('div.row', {}, h('b', {}, `${index + 1} · ${kinds.find(([key]) => key === question.kind)?.[1]}`), h('span.grow'),
      tick(t('必答', 'Required'), question.required, (yes) => {
        question.required = yes;
        changed();
      }),
      small('back', t('上移', 'Move up'), () => move(-1), index > 0), small('next', t('下移', 'Move down'), () => move(1), index + 1 < form.length),
      small('close', t('删掉', 'Remove'), () => {
        form.splice(index, 1);
        draw();
        editor.changed();
      })),
    h('div.grid2', {}, text(t('怎么问', 'Question'), question.prompt, 'zh', `form.${index}.prompt.zh`), text('English', question.prompt, 'en', `form.${index}.prompt.en`)),
    chosen(question.kind) ? [question.options.map((option, at) => h('div.grid2', {},
      text(t(`答案 ${at + 1}`, `Answer ${at + 1}`), option, 'zh', `form.${index}.options.${at}.zh`), text('English', option, 'en', `form.${index}.options.${at}.en`))),
      h('div.row', {}, button(t('添答案', 'Add an answer'), () => {
        question.options.push({zh: '', en: ''});
        draw();
      }, {look: 'small'}), question.options.length > 1 ? button(t('去掉最后一个', 'Remove the last'), () => {
        question.options.pop();
        draw();
        editor.changed();
      }, {look: 'small quiet'}) : null)] : null,
    limits[question.kind] ? h('div.grid2', {}, limits[question.kind].map((words, at) => number(words, at === 0 ? 'least' : 'most'))) : null,
    h('p.wrong', {hidden: true}));
}

function drawPreview(place, listing) {
  const form = listing.form.length > 0 ? listing.form : ['name', 'phone', 'party'].map((kind) => ({kind, prompt: prompts[kind], required: kind !== 'phone', options: []}));
  fill(place, form.map((question, index) => h('div.ask', {}, h('p', {}, h('b', {}, `${index + 1} `), said(question.prompt) || '……', question.required ? '' : h('span.quiet', {}, t('（可不答）', ' (optional)'))),
    question.options?.length > 0 ? h('div.row', {}, question.options.map((one) => h('span.pill', {}, said(one) || '……'))) : h('div.blank', {}))));
}
