// SPDX-License-Identifier: GPL-3.0-or-later
// Elements, and the small parts that every page is made of.
import {t} from './language.js';

// h('button.primary', {onclick}, 'text', child, ...). `class` adds; `data-x`, `aria-x`, `role`, `for`
// and the like become attributes, everything else a property. Children that are null are left out.
export function h(what, props, ...children) {
  const [tag, ...classes] = what.split('.');
  const element = document.createElement(tag || 'div');
  for (const name of classes) element.classList.add(name);
  for (const [name, value] of Object.entries(props ?? {})) set(element, name, value);
  add(element, children);
  return element;
}

const attributes = /^(aria-|data-|role$|for$|list$|colspan$|scope$|form$|capture$)/;

function set(element, name, value) {
  if (value === undefined || value === null) return;
  if (name === 'class') {
    for (const one of value.split(' ')) if (one) element.classList.add(one);
  } else if (attributes.test(name)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
  } else {
    element[name] = value;
  }
}

export function add(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

export function fill(element, ...children) {
  element.replaceChildren();
  return add(element, children);
}

const svg = 'http://www.w3.org/2000/svg';

// From icons.svg; always beside words or under a label.
export function icon(name) {
  const element = document.createElementNS(svg, 'svg');
  element.setAttribute('class', 'icon');
  element.setAttribute('aria-hidden', 'true');
  element.setAttribute('viewBox', '0 0 48 48');
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `icons.svg#${name}`);
  element.append(use);
  return element;
}

export function button(words, onclick, more = {}) {
  const {look = '', icon: name, ...props} = more;
  return h('button.button', {type: 'button', class: look, onclick, ...props},
           name ? icon(name) : null, h('span', {}, words));
}

let fields = 0;

// A control under its label, with a place for the sentence that is wrong with it. `path` is how the
// hub names it: "title.zh".
export function field(label, control, more = {}) {
  const id = control.id || `field-${++fields}`;
  control.id = id;
  const wrong = h('p.wrong', {id: `${id}-wrong`, hidden: true});
  const describes = [wrong.id];
  let hint = null;
  if (more.hint) {
    hint = h('p.hint', {id: `${id}-hint`}, more.hint);
    describes.push(hint.id);
  }
  control.setAttribute('aria-describedby', describes.join(' '));
  const box = h('div.field', {class: more.look ?? '', 'data-path': more.path},
                h('label', {for: id}, label),
                more.around ?? control, hint, wrong);
  return box;
}

// Puts the hub's sentences beside the fields that they are about; gives those that have none.
export function showFaults(root, faults) {
  for (const box of root.querySelectorAll('.field.bad')) clearFault(box);
  const homeless = [];
  for (const fault of faults) {
    const box = [...root.querySelectorAll('[data-path]')].find(
        (one) => one.dataset.path === fault.path ||
                 fault.path.startsWith(`${one.dataset.path}.`));
    if (!box) homeless.push(fault);
    else showFault(box, fault.message);
  }
  root.querySelector('.field.bad input, .field.bad textarea, .field.bad select')?.focus();
  return homeless;
}

export function showFault(box, message) {
  box.classList.add('bad');
  const wrong = box.querySelector('.wrong');
  if (wrong) {
    wrong.hidden = false;
    fill(wrong, icon('warn'), message);
  }
  box.querySelector('input, textarea, select')?.setAttribute('aria-invalid', 'true');
}

export function clearFault(box) {
  box.classList.remove('bad');
  const wrong = box.querySelector('.wrong');
  if (wrong) wrong.hidden = true;
  box.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
}

export function select(options, value, onchange) {
  const element = h('select', {onchange});
  for (const [key, words] of options) element.append(h('option', {value: key}, words));
  element.value = String(value ?? '');
  return element;
}

export function tick(words, checked, onchange, more = {}) {
  const box = h('input', {type: 'checkbox', checked, onchange: () => onchange?.(box.checked), ...more});
  return h('label.tick', {}, box, h('span.mark', {}, icon('check')), h('span', {}, words));
}

// A choice of one, as buttons side by side.
export function segments(label, options, value, onchange) {
  const group = h('div.segments', {role: 'group', 'aria-label': label});
  const show = (chosen) => {
    for (const one of group.children) one.setAttribute('aria-pressed', String(one.value === chosen));
  };
  for (const [key, words] of options) {
    group.append(h('button', {type: 'button', value: key, onclick: () => {
      show(key);
      onchange(key);
    }}, words));
  }
  show(value);
  return group;
}

export function news(words, look = '') {
  const place = document.getElementById('news');
  const line = h('p', {class: look}, words);
  place.append(line);
  setTimeout(() => line.remove(), 6000);
}

// A dialog; `content` is made with its close function. Gives what it was closed with.
export function dialog(title, content, more = {}) {
  return new Promise((resolve) => {
    const heading = `dialog-${++fields}`;
    const box = h('dialog', {class: more.look ?? '', 'aria-labelledby': heading});
    let result;
    const close = (value) => {
      result = value;
      box.close();
    };
    box.append(h('header', {}, h('h2', {id: heading}, title),
                 more.firm ? null : h('button.round', {type: 'button', 'aria-label': t('关闭', 'Close'),
                                                       onclick: () => close()}, icon('close'))),
               content(close));
    box.addEventListener('cancel', (event) => more.firm && event.preventDefault());
    box.addEventListener('close', () => {
      box.remove();
      resolve(result);
    });
    document.body.append(box);
    box.showModal();
  });
}

export function confirm(title, sentence, yes) {
  return dialog(title, (close) => h('div', {}, h('p', {}, sentence),
    h('div.buttons', {}, button(t('先不', 'Not now'), () => close(false)),
      button(yes, () => close(true), {look: 'primary'}))));
}
