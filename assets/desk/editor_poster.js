// SPDX-License-Identifier: GPL-3.0-or-later
// The picture: chosen, dragged in, pasted or uploaded, and the point of it that is never cut away.
import * as api from './api.js';
import {button, fill, h, icon, news} from './dom.js';
import {t} from './language.js';

const shown_at_first = 5;
const step = 0.02;

export function posterPart(editor) {
  const {listing} = editor;
  let all = editor.allPosters ?? false;
  const strip = h('div.posters', {role: 'group', 'aria-label': t('海报', 'Poster')});
  const focusPlace = h('div', {});
  const input = h('input.unseen', {type: 'file', accept: 'image/png,image/jpeg,image/webp', tabIndex: -1, 'aria-label': t('选一张图', 'Choose a picture'),
    onchange: () => input.files[0] && upload(input.files[0])});

  const choose = (name) => {
    listing.poster = {name, focus_x: 0.5, focus_y: 0.46};
    draw();
    editor.changed();
  };

  async function upload(file) {
    if (!/^image\/(png|jpeg|webp)$/.test(file.type)) {
      news(t('请用 PNG、JPEG 或 WebP 图片。', 'Please use a PNG, JPEG or WebP picture.'), 'bad');
      return;
    }
    drop.setAttribute('aria-busy', 'true');
    try {
      const made = await api.post('/posters', file);
      editor.posters = [made.name, ...editor.posters.filter((one) => one !== made.name)];
      choose(made.name);
    } catch (refusal) {
      news(refusal.message, 'bad');
    }
    drop.removeAttribute('aria-busy');
  }
  strip.addEventListener('wenlan-paste', (event) => upload(event.detail));

  const drop = h('button.drop', {type: 'button', onclick: () => input.click()}, icon('plus'), h('span', {}, t('拖一张图进来', 'Drop a picture')));
  for (const name of ['dragover', 'dragleave', 'drop']) {
    strip.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle('over', name === 'dragover');
      if (name === 'drop' && event.dataTransfer.files[0]) upload(event.dataTransfer.files[0]);
    });
  }

  function draw() {
    const names = [...new Set([listing.poster.name, ...editor.posters])].filter(Boolean);
    const shown = all ? names : names.slice(0, shown_at_first);
    fill(strip, shown.map((name, index) => h('button.poster', {type: 'button', 'aria-pressed': String(name === listing.poster.name),
      'aria-label': t(`海报 ${index + 1}`, `Poster ${index + 1}`), onclick: () => choose(name)}, h('img', {src: api.posterOf(name), alt: ''}))), drop, input);
    fill(focusPlace, listing.poster.name ? focus() : null,
      names.length > shown_at_first ? button(all ? t('收起', 'Fewer') : t(`全部 ${names.length} 张`, `All ${names.length}`), () => {
        all = editor.allPosters = !all;
        draw();
      }, {look: 'small quiet'}) : null);
  }

  function focus() {
    const {poster} = listing;
    const dot = h('button.focus', {type: 'button', 'aria-label': t('焦点：裁图时一定留住的地方，可拖，可用方向键', 'Focus: what is never cut away; drag it or use the arrow keys')});
    const place = h('div.focusing', {}, h('img', {src: api.posterOf(poster.name), alt: '', draggable: false}), dot);
    const put = (x, y) => {
      poster.focus_x = Math.min(1, Math.max(0, Math.round(x * 100) / 100));
      poster.focus_y = Math.min(1, Math.max(0, Math.round(y * 100) / 100));
      dot.style.left = `${poster.focus_x * 100}%`;
      dot.style.top = `${poster.focus_y * 100}%`;
    };
    put(poster.focus_x, poster.focus_y);
    const follow = (event) => {
      const box = place.getBoundingClientRect();
      put((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    };
    place.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      place.setPointerCapture(event.pointerId);
      follow(event);
      place.onpointermove = follow;
    });
    place.addEventListener('pointerup', () => {
      place.onpointermove = null;
      editor.changed();
    });
    dot.addEventListener('keydown', (event) => {
      const by = {ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step]}[event.key];
      if (!by) return;
      event.preventDefault();
      put(poster.focus_x + by[0], poster.focus_y + by[1]);
      editor.changed();
    });
    return h('details.more', {open: editor.focusOpen, ontoggle: (event) => {
      editor.focusOpen = event.target.open;
    }}, h('summary', {}, t('焦点（裁图时一定留住的地方）', 'Focus (never cut away)')), place);
  }

  draw();
  return h('div.field', {'data-path': 'poster'}, h('p.label', {}, t('海报', 'Poster')), strip, focusPlace, h('p.wrong', {hidden: true}));
}

// Pasted anywhere on the page that is no text field.
document.addEventListener('paste', (event) => {
  const file = [...(event.clipboardData?.files ?? [])].find((one) => one.type.startsWith('image/'));
  const place = document.querySelector('.posters');
  if (!file || !place) return;
  event.preventDefault();
  place.dispatchEvent(new CustomEvent('wenlan-paste', {detail: file}));
});
