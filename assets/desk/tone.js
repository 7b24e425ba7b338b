// SPDX-License-Identifier: GPL-3.0-or-later
// Two soft notes, made here: somebody calls.
export function tone() {
  try {
    const sound = new AudioContext();
    for (const [index, pitch] of [660, 880].entries()) {
      const note = sound.createOscillator();
      const loud = sound.createGain();
      const from = sound.currentTime + index * 0.28;
      note.frequency.value = pitch;
      loud.gain.setValueAtTime(0, from);
      loud.gain.linearRampToValueAtTime(0.2, from + 0.03);
      loud.gain.exponentialRampToValueAtTime(0.001, from + 0.6);
      note.connect(loud).connect(sound.destination);
      note.start(from);
      note.stop(from + 0.65);
    }
    setTimeout(() => sound.close(), 1500);
  } catch {
    // A browser that lets no sound out still shows the call.
  }
}
