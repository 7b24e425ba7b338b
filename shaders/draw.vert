// SPDX-License-Identifier: GPL-3.0-or-later
// Positions in frame pixels, y down. The frame is drawn upside down: its row 0 is the top.
uniform vec2 uOrigin;  // frame pixel at the top left
uniform vec2 uToClip;  // 2 / size of the frame

in vec2 position;
in vec2 uv;
in vec4 color;

out vec2 v_uv;
out vec4 v_color;

void main() {
    v_uv = uv;
    v_color = color;
    gl_Position = vec4((position - uOrigin) * uToClip - 1.0, 0.0, 1.0);
}
