// SPDX-License-Identifier: GPL-3.0-or-later
// Codes by the camera, where the browser reads them by itself; a hand scanner types into the search.
import {button, dialog, h} from './dom.js';
import {t} from './language.js';

export function scanButton(found) {
  return button(t('扫码签到', 'Scan'), () => scan(found), {look: 'primary', icon: 'qr'});
}

async function scan(found) {
  let stream = null;
  let over = false;
  const code = await dialog(t('扫码', 'Scan'), (close) => {
    const typed = h('input', {'aria-label': t('扫码枪或手输', 'Scanner or by hand'), placeholder: t('对准扫码枪，或手输取票码', 'Use the scanner, or type the code'),
      onkeydown: (event) => event.key === 'Enter' && typed.value && close(typed.value)});
    const video = h('video', {muted: true, playsInline: true, hidden: true});
    if ('BarcodeDetector' in window && navigator.mediaDevices) {
      const detector = new window.BarcodeDetector({formats: ['qr_code', 'code_128']});
      navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment'}}).then(async (camera) => {
        stream = camera;
        video.srcObject = camera;
        video.hidden = false;
        await video.play();
        while (!over) {
          const [read] = await detector.detect(video).catch(() => []);
          if (read) return close(read.rawValue);
          await new Promise((next) => setTimeout(next, 120));
        }
      }, () => null);
    }
    queueMicrotask(() => typed.focus());
    return h('div.stack', {}, video, typed, h('div.buttons', {}, button(t('找', 'Find'), () => typed.value && close(typed.value), {look: 'primary'})));
  });
  over = true;
  for (const track of stream?.getTracks() ?? []) track.stop();
  if (code) found(code);
}
